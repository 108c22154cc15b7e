import type messages from '../../public/_locales/en/messages.json';

export type StringKey = keyof typeof messages;

export interface Strings {
  /** The string of a key with $1, $2 … filled in. */
  look: (key: string, values: string[]) => string;
  /** BCP 47 tag of the language the strings are in. */
  language: string;
  /** The way that language runs: 'ltr' or 'rtl'. */
  dir: string;
}

let strings: Strings = { look: (key) => key, language: 'en', dir: 'ltr' };

/** Says where the strings come from (the browser, or a file in a test), and tells our page its language. */
export function provideStrings(provided: Strings, isOurPage = true): void {
  strings = provided;
  if (!isOurPage || typeof document === 'undefined') return;
  document.documentElement.lang = provided.language;
  document.documentElement.dir = provided.dir;
}

/** Where the strings come from, for a part of the page that is loaded as a program of its own. */
export const providedStrings = (): Strings => strings;

/** Every word a person sees comes from here. */
export const t = (key: StringKey, ...values: (string | number)[]): string =>
  strings.look(key, values.map(String));

const makeFormats = (language: string) => ({
  language,
  figures: new Intl.NumberFormat(language),
  day: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
});
let formats: ReturnType<typeof makeFormats> | undefined;

/** Made once, and only where the strings do not say it (build/date-words.ts): the first takes 25 ms. */
function formatsOf(language: string): ReturnType<typeof makeFormats> {
  if (formats?.language !== language) formats = makeFormats(language);
  return formats;
}

let pluralRules: { language: string; rules: Intl.PluralRules } | undefined;

function pluralForm(count: number): string {
  const { language } = strings;
  if (pluralRules?.language !== language)
    pluralRules = { language, rules: new Intl.PluralRules(language) };
  return pluralRules.rules.select(count);
}

function inFigures(count: number): string {
  const isPlain = count < 1000 && strings.look('plainFigures', []) === 'yes';
  return isPlain ? String(count) : formatsOf(strings.language).figures.format(count);
}

/**
 * The form of a string that fits a number: keys end in _one, _other and so on (CLDR plural classes). The
 * number is $1; further values are $2 and on.
 */
export function tCount(key: string, count: number, ...more: string[]): string {
  const values = [inFigures(count), ...more];
  return (
    strings.look(`${key}_${pluralForm(count)}`, values) || strings.look(`${key}_other`, values)
  );
}

/** A number as the person writes it. */
export const inNumbers = (count: number): string => inFigures(count);

/** The language of the interface. */
export const uiLanguage = (): string => strings.language;

/** The way it runs. */
export const uiDirection = (): string => strings.dir;

/** A stored ISO time as a date in words: "27 November 2011". Empty for none. */
export function dateInWords(iso: string): string {
  if (!iso) return '';
  // A date without a time is that day everywhere, whatever the time zone here.
  const dateOnly = iso.length === 10;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const day = dateOnly ? date : new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  const values = [String(day.getUTCDate()), String(day.getUTCFullYear())];
  const said = strings.look(`longDate${day.getUTCMonth() + 1}`, values);
  // A string that is not there is empty, or its own key in a test.
  return said.includes(values[1]!) ? said : formatsOf(strings.language).day.format(day);
}
