import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './files.ts';

type Messages = Record<string, { message: string; placeholders?: Record<string, unknown> }>;

const locales = readdirSync('public/_locales').map((locale) => ({
  locale,
  messages: JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Messages,
}));
const english = locales.find(({ locale }) => locale === 'en')!.messages;

const source = filesUnder('src', /\.tsx?$/)
  .map(({ text }) => text)
  .join('\n');
const found = (pattern: RegExp, text = source) =>
  new Set([...text.matchAll(pattern)].map(([, key]) => key!));

const asked = new Set([
  ...found(/\bt\(\s*'(\w+)'/g),
  ...found(/__MSG_(\w+)__/g, readFileSync('manifest.json', 'utf8')),
]);
const counted = found(/\btCount\(\s*'(\w+)'/g);
// A key may also wait in a table until t() gets it.
const quoted = found(/'(\w+)'/g);

const PLURAL = /_(zero|one|two|few|many|other)$/;
const stemOf = (key: string) => key.replace(PLURAL, '');
const isCounted = (key: string) => PLURAL.test(key) && counted.has(stemOf(key));
const plain = (messages: Messages) => Object.keys(messages).filter((key) => !isCounted(key));
const slots = (message: string) => [...new Set(message.match(/\$(?:\d|\w+\$)/g))].sort();

describe.each(locales)('the strings of $locale', ({ locale, messages }) => {
  it('has every key that the source and the manifest ask for', () => {
    expect([...asked].filter((key) => !(key in messages))).toEqual([]);
  });

  it('has every plural form of the language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
    const wanted = [...counted].flatMap((stem) =>
      pluralCategories.map((form) => `${stem}_${form}`),
    );
    expect(Object.keys(messages).filter(isCounted).sort()).toEqual(wanted.sort());
  });

  it('has no key that nobody uses', () => {
    expect(plain(messages).filter((key) => !asked.has(key) && !quoted.has(key))).toEqual([]);
  });

  it('has the keys of English', () => {
    expect(plain(messages).sort()).toEqual(plain(english).sort());
  });

  it('says something, with the places of English', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('');
      const model = english[key] ?? english[`${stemOf(key)}_other`];
      // "One article" needs no number.
      if (!key.endsWith('_one')) expect(slots(message), key).toEqual(slots(model?.message ?? ''));
    }
  });
});
