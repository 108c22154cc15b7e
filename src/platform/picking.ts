import type { ReadFailure } from '../article/read-failure.ts';
import { siteOf } from '../article/site-rules.ts';
import { browser } from './browser.ts';
import { injectInto, type Tab } from './read-tab.ts';

const SCRIPT = '/pick.js';
const keyOf = (tabId: number): string => `picking:${tabId}`;

/** Lets the person pick a part of the page in a tab; null, or why that page cannot be picked from. */
export async function startPicking(tab: Tab): Promise<ReadFailure | null> {
  if (tab.id === undefined) return 'no-access';
  await browser.storage.session.set({ [keyOf(tab.id)]: siteOf(tab.url ?? '') });
  const injected = await injectInto(browser, tab, SCRIPT);
  return injected.ok ? null : injected.reason;
}

/** Whether the person began to pick in this tab, on this site; true once for each time. */
export async function endPicking(tabId: number, url: string): Promise<boolean> {
  const key = keyOf(tabId);
  const site = (await browser.storage.session.get(key))[key];
  await browser.storage.session.remove(key);
  return site === siteOf(url);
}
