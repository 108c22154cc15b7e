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

/** Why a tab cannot be read, judged before anything is injected; null when it is worth a try. */
export function refusalOf(tab: TabFacts): ReadFailure | null {
  // Without the grant of a real click the address is withheld.
  if (tab.url === undefined || tab.url === '') return 'no-access';
  const known = ADDRESSES.find(([pattern]) => pattern.test(tab.url!));
  if (known && known[1] !== 'local-file') return known[1];
  if (tab.discarded || tab.frozen) return 'asleep';
  return null;
}

/** What a refused injection means. The browsers have no codes for it, only sentences. */
export function failureOfInjection(message: string, tab: TabFacts): ReadFailure {
  if (/\.pdf(?:[?#]|$)/i.test(tab.url ?? '')) return 'pdf';
  if (tab.url?.startsWith('file:')) return 'local-file';
  if (/error page|showing error/i.test(message)) return 'error-page';
  if (/gallery|webstore|extensions gallery/i.test(message)) return 'add-on-store';
  if (/no tab with id|unexpected error/i.test(message)) return 'asleep';
  if (/no answer in time/i.test(message)) return 'no-answer';
  if (/cannot access|missing host permission/i.test(message)) return 'no-access';
  return 'browser-page';
}
