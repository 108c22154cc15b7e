import type { Wish } from '../article/adding.ts';
import { isWebAddress } from '../article/found-addresses.ts';
import { browser } from './browser.ts';

/** The web pages in the tabs of a window, ours if none is named; the browser tells them only where a site is allowed. */
export async function pagesOfWindow(windowId?: number): Promise<Wish[]> {
  const wanted = windowId === undefined ? { currentWindow: true } : { windowId };
  const tabs = await browser.tabs.query(wanted).catch(() => []);
  return tabs.flatMap(({ id, url = '', title = '' }) =>
    id !== undefined && isWebAddress(url) ? [{ url, title, tabId: id }] : [],
  );
}
