import type { Browser } from 'webextension-polyfill';

/** The strings of the browser's `_locales`, in the language of its interface; native or polyfilled. */
export const stringsOf = ({ getMessage }: Pick<Browser['i18n'], 'getMessage'>) => ({
  look: (key: string, values: string[]): string => getMessage(key, values),
  language: getMessage('@@ui_locale').replace('_', '-') || 'en',
  dir: getMessage('@@bidi_dir') || 'ltr',
});
