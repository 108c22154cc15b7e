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
export const tab = activeTab(api);
export const reading = tab.then((active) => readTab(api, active));
