import { activeTab, readTab, type ReadingApi } from '../../platform/read-tab.ts';
import { applyLastLook } from '../../ui/look.ts';

// Before anything else of the popup runs, the polyfill too: both browsers have promises under one of
// these names.
const api = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ReadingApi;

performance.mark('lectern:start');
applyLastLook();
// Taller than fits on a small screen, Chrome adds a scrollbar of its own beside ours.
const height = Math.min(600, screen.availHeight - 120);
const width = Math.min(460, screen.availWidth);
document.documentElement.style.setProperty('--popup-height', `${height}px`);
document.documentElement.style.setProperty('--popup-width', `${width}px`);
/** The tab under the popup, and its article, asked for while the popup is still loading. */
export const tab = activeTab(api);
export const reading = tab.then((active) => readTab(api, active));
