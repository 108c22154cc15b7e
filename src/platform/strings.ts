import { browser } from './browser.ts';

/** The strings of the browser's `_locales`, for `provideStrings`: in the language of its interface. */
export const browserStrings = () => ({
  look: (key: string, values: string[]): string => browser.i18n.getMessage(key, values),
  language: browser.i18n.getMessage('@@ui_locale').replace('_', '-') || 'en',
  dir: browser.i18n.getMessage('@@bidi_dir') || 'ltr',
});
