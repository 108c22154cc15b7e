import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface Message {
  message: string;
}

/**
 * Writes into each locale what `Intl` says of dates and small numbers, so that the popup need not ask:
 * the first formatter of a fresh process takes Chrome 25 ms, as long as reading the article.
 */
export function dateWords(): Plugin {
  let locales: string;
  return {
    name: 'lectern:date-words',
    apply: 'build',
    configResolved: ({ root, build }) => void (locales = join(root, build.outDir, '_locales')),
    closeBundle() {
      for (const locale of readdirSync(locales)) {
        const file = join(locales, locale, 'messages.json');
        const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>;
        const words = { ...messages, ...formatsOf(locale.replace('_', '-')) };
        writeFileSync(file, JSON.stringify(words));
      }
    },
  };
}

/** `longDate1` to `longDate12` with day $1 and year $2, and `plainFigures`; none where a date is not so simple. */
export function formatsOf(language: string): Record<string, Message> {
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const { calendar, numberingSystem } = long.resolvedOptions();
  if (calendar !== 'gregory' || numberingSystem !== 'latn') return {};
  const formats: Record<string, Message> = { plainFigures: { message: 'yes' } };
  for (let month = 1; month <= 12; month += 1) {
    const parts = long.formatToParts(new Date(Date.UTC(2011, month - 1, 27)));
    const message = parts.map(({ type, value }) =>
      type === 'day' ? '$1' : type === 'year' ? '$2' : value.replace('$', '$$'),
    );
    formats[`longDate${month}`] = { message: message.join('') };
  }
  return formats;
}
