import { provideStrings } from '../ui/strings.ts';
import { browser } from './browser.ts';

/** Takes the strings from the browser's `_locales` and gives the page its language and direction. */
export function useBrowserStrings(): void {
  const language = browser.i18n.getMessage('@@ui_locale').replace('_', '-') || 'en';
  provideStrings({ look: (key, values) => browser.i18n.getMessage(key, values), language });
  if (typeof document === 'undefined') return;
  document.documentElement.lang = language;
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir') || 'ltr';
}
