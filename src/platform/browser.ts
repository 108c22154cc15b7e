import browser from 'webextension-polyfill';

export { browser };
export type { Tabs } from 'webextension-polyfill';

/** Our own id and origin, by which own pages are told from strangers. */
export const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
