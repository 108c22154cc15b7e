import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../build/date-words.ts';
import { dateInWords, provideStrings, tCount } from '../../src/ui/strings.ts';

/** The strings of a locale as the build leaves them, beside a plural message. */
function provide(language: string): void {
  const messages = { ...formatsOf(language), minutes_other: { message: '$1 min' } };
  const look = (key: string, values: string[]): string =>
    (messages as Record<string, { message: string }>)[key]?.message.replace(
      /\$(\d)/g,
      (_all, place: string) => values[Number(place) - 1]!,
    ) ?? '';
  provideStrings({ look, language, dir: 'ltr' });
}

const spaced = (text: string): string => text.replace(/\s/g, ' ');

const LANGUAGES = ['en', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ru', 'cs', 'ja', 'zh-CN', 'ko', 'hu'];
const UNLIKE_OURS = ['fa', 'ar-SA', 'th', 'bn'];

describe('dates without a formatter', () => {
  it.each([...LANGUAGES, ...UNLIKE_OURS])('are what the formatter says in %s', (language) => {
    provide(language);
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const iso = `2011-${String(month).padStart(2, '0')}-09`;
      // Node's two ways to format Russian differ in the kind of a space.
      expect(spaced(dateInWords(iso))).toBe(spaced(format.format(new Date(iso))));
    }
  });

  it('keeps the calendar and the digits of those who have others', () => {
    expect(UNLIKE_OURS.map(formatsOf)).toEqual(UNLIKE_OURS.map(() => ({})));
  });

  it('counts in the digits of the language', () => {
    provide('fa');
    expect(tCount('minutes', 12)).toBe('۱۲ min');
    provide('de');
    expect(tCount('minutes', 12)).toBe('12 min');
    expect(tCount('minutes', 1200)).toBe('1.200 min');
  });
});
