import { browser } from './browser.ts';
import { stringsOf } from './strings-of.ts';

/** The strings of the browser's `_locales`, for `provideStrings`. */
export const browserStrings = () => stringsOf(browser.i18n);
