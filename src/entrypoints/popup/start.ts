import {
  activeTab,
  readTab,
  type Reading,
  type ReadingApi,
  type Tab,
} from '../../platform/read-tab.ts';
import { applyLastLook } from '../../ui/look.ts';

/** What the head script began while the popup was still loading. */
export interface Started {
  tab: Promise<Tab>;
  reading: Promise<Reading>;
}

// The polyfill is not here yet: both browsers have promises under one of these names.
const api = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as ReadingApi;

performance.mark('lectern:start');
applyLastLook();
// Taller than fits on a small screen, Chrome adds a scrollbar of its own beside ours.
const height = Math.min(600, screen.availHeight - 120);
document.documentElement.style.setProperty('--popup-height', `${height}px`);
export const tab = activeTab(api);
export const reading = tab.then((active) => readTab(api, active));
