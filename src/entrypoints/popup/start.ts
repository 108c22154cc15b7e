import {
  activeTab,
  type Reading,
  readTab,
  type ReadingApi,
  type Tab,
} from '../../platform/read-tab.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { lastSiteRules } from '../../ui/last-site-rules.ts';

// A script of its own, so that the browser answers while the popup's is loaded. No polyfill yet: both
// browsers have promises under one of these names.
const api = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ReadingApi & {
  i18n: { getMessage: (name: string) => string };
};

performance.mark('lectern:start');
// First of all, for the browser answers from another process.
const tab = activeTab(api);
// Taller than fits on a small screen, Chrome adds a scrollbar of its own beside ours.
const height = Math.min(600, screen.availHeight - 120);
const width = Math.min(460, screen.availWidth);
document.documentElement.style.setProperty('--popup-height', `${height}px`);
document.documentElement.style.setProperty('--popup-width', `${width}px`);
/** What the popup asked for while the rest of it was still loading. */
export interface Started {
  /** The tab under the popup. */
  tab: Promise<Tab>;
  /** Its article. */
  reading: Promise<Reading>;
}
const reading = tab.then((active) => {
  const rule = ruleFor(lastSiteRules(), active.url ?? '');
  const answer = readTab(api, active, rule && { rule });
  // The first word of all takes longest, and may be had while the page is read.
  api.i18n.getMessage('@@ui_locale');
  return answer;
});
const started: Started = { tab, reading };
Object.assign(globalThis, { started });
