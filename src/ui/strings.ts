import type messages from '../../public/_locales/en/messages.json';

export type StringKey = keyof typeof messages;

interface Strings {
  /** The string of a key with $1, $2 … filled in. */
  look: (key: string, values: string[]) => string;
  /** BCP 47 tag of the language the strings are in. */
  language: string;
  /** The way that language runs: 'ltr' or 'rtl'. */
  dir: string;
}

let strings: Strings = { look: (key) => key, language: 'en', dir: 'ltr' };

/** Says where the strings come from (the browser, or a file in a test), and tells the page its language. */
export function provideStrings(provided: Strings): void {
  strings = provided;
  if (typeof document === 'undefined') return;
  document.documentElement.lang = provided.language;
  document.documentElement.dir = provided.dir;
}

/** Every word a person sees comes from here. */
export const t = (key: StringKey, ...values: (string | number)[]): string =>
  strings.look(key, values.map(String));

const makeFormats = (language: string) => ({
  language,
  form: new Intl.PluralRules(language),
  figures: new Intl.NumberFormat(language),
  day: new Intl.DateTimeFormat(language, { dateStyle: 'long' }),
  dayInUtc: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
});
let formats: ReturnType<typeof makeFormats> | undefined;

/** Made once: a list has a number and dates in every row, and making these takes longer than drawing it. */
function formatsOf(language: string): ReturnType<typeof makeFormats> {
  if (formats?.language !== language) formats = makeFormats(language);
  return formats;
}

/** Makes the formats before they are needed: the first date takes milliseconds. */
export const warmUpFormats = (): string => dateInWords('2000-01-01') + tCount('minutes', 1);

/** The form of a string that fits a number: keys end in _one, _other and so on (CLDR plural classes). */
export function tCount(key: string, count: number): string {
  const { form: formOf, figures } = formatsOf(strings.language);
  const form = formOf.select(count);
  const value = [figures.format(count)];
  return strings.look(`${key}_${form}`, value) || strings.look(`${key}_other`, value);
}

/** The language of the interface. */
export const uiLanguage = (): string => strings.language;

/** A stored ISO time as a date in words: "27 November 2011". Empty for none. */
export function dateInWords(iso: string): string {
  if (!iso) return '';
  // A date without a time is that day everywhere, whatever the time zone here.
  const dateOnly = iso.length === 10;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const { day, dayInUtc } = formatsOf(strings.language);
  return (dateOnly ? dayInUtc : day).format(date);
}
