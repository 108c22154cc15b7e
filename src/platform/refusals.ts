import type { ReadFailure } from '../article/read-failure.ts';

/** The parts of a tab that tell whether it can be read. */
export interface TabFacts {
  url?: string | undefined;
  title?: string | undefined;
  status?: string | undefined;
  discarded?: boolean | undefined;
  frozen?: boolean | undefined;
}

const STORES =
  /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)\b/i;

/** Addresses that no extension may read, told apart so that each gets its own sentence. */
const ADDRESSES: [RegExp, ReadFailure][] = [
  [/^view-source:/i, 'view-source'],
  [/^(?:chrome-error:|about:(?:neterror|certerror|blocked|httpsonlyerror))/i, 'error-page'],
  [/^(?:chrome-extension|moz-extension):/i, 'extension-page'],
  [STORES, 'add-on-store'],
  [
    /^(?:chrome|edge|brave|opera|vivaldi|about|resource|devtools|chrome-untrusted|chrome-search):/i,
    'browser-page',
  ],
  [/^(?:data|blob|javascript):/i, 'not-a-page'],
  [/^file:/i, 'local-file'],
];

/** Mozilla's own sites where Firefox lets no extension in (extensions.webextensions.restrictedDomains). */
const MOZILLA =
  /^https:\/\/(?:[\w.-]+\.)?(?:accounts\.firefox\.com|support\.mozilla\.org|sync\.services\.mozilla\.com|cdn\.mozilla\.net)\//i;

/** Why a tab cannot be read, judged before anything is injected; null when it is worth a try. */
export function refusalOf(tab: TabFacts): ReadFailure | null {
  const known = ADDRESSES.find(([pattern]) => pattern.test(tab.url ?? ''));
  if (known && known[1] !== 'local-file') return known[1];
  return tab.discarded || tab.frozen ? 'asleep' : null;
}

/** What a refused injection means. The browsers have no codes for it, only sentences. */
export function failureOfInjection(message: string, { url = '' }: TabFacts): ReadFailure {
  const noAnswer = /no answer in time/i.test(message);
  // Without the grant of a real click, and on pages of its own, the browser withholds the address.
  if (!url) {
    if (/chrome:\/\/|about:|edge:\/\//i.test(message)) return 'browser-page';
    if (/different extension/i.test(message)) return 'extension-page';
    if (/gallery/i.test(message)) return 'add-on-store';
    // Of all pages with a withheld address only this one never answers (Chromium 156).
    return noAnswer ? 'view-source' : 'no-access';
  }
  if (noAnswer) return 'no-answer';
  if (/\.pdf(?:[?#]|$)/i.test(url)) return 'pdf';
  if (url.startsWith('file:')) return 'local-file';
  if (MOZILLA.test(url)) return 'browser-page';
  if (/gallery/i.test(message)) return 'add-on-store';
  if (/no tab with id|unexpected error|frame .* was removed/i.test(message)) return 'asleep';
  // Firefox grants the address of a page that did not load, but not its error page.
  if (/error page|missing host permission/i.test(message)) return 'error-page';
  return /cannot access/i.test(message) ? 'no-access' : 'browser-page';
}
