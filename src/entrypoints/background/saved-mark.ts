import { isWebAddress } from '../../article/found-addresses.ts';
import { browser, type Tabs } from '../../platform/browser.ts';
import { clearMark, markToolbar } from '../../platform/toolbar-mark.ts';
import type { Library } from '../../store/library.ts';
import { t } from '../../ui/strings.ts';

type Listener = Parameters<typeof browser.tabs.onUpdated.addListener>[0];

/**
 * Marks the toolbar button where a tab shows a page that is saved already, on the sites that the person
 * allowed: of others the browser tells no address. To be called in the background's first turn.
 */
export function markSavedPages(library: Library): void {
  const listener: Listener = (tabId, { status }, tab) => {
    if (status === 'complete' && isWebAddress(tab.url ?? '')) void mark(library, tabId, tab);
  };
  const listen = (): void => {
    if (browser.tabs.onUpdated.hasListener(listener)) return;
    // Firefox wakes us only for tabs that we may see; Chrome knows no filter.
    if ('getBrowserInfo' in browser.runtime)
      browser.tabs.onUpdated.addListener(listener, { urls: ['*://*/*'], properties: ['status'] });
    else browser.tabs.onUpdated.addListener(listener);
  };
  // Whoever allowed no site has no tab that wakes us: the browser remembers which listeners are left.
  const judge = async (): Promise<void> => {
    const { origins = [] } = await browser.permissions.getAll();
    if (origins.length > 0) listen();
    else browser.tabs.onUpdated.removeListener(listener);
  };
  listen();
  void judge();
  browser.permissions.onAdded.addListener(() => void judge());
  browser.permissions.onRemoved.addListener(() => void judge());
}

async function mark(library: Library, tabId: number, tab: Tabs.Tab): Promise<void> {
  const saved = await library.savedAs(tab.url!);
  if (saved.ok && saved.value && !saved.value.waiting)
    await markToolbar(tabId, 'there', t('alreadySaved'));
  // A page that changes its address by script keeps the mark of the one before.
  else await clearMark(tabId, 'there');
}
