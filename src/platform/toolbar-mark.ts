import { browser } from './browser.ts';

/** `there`: the page is one that was saved before. */
type Mark = 'saved' | 'working' | 'failed' | 'there';

const TEXT: Record<Mark, string> = { saved: '✓', working: '…', failed: '!', there: '•' };
const COLOUR: Record<Mark, string> = {
  saved: '#2f6b3a',
  working: '#625d55',
  failed: '#9c2b1f',
  there: '#625d55',
};

/** Marks the toolbar button of a tab; `title` says the same in words. The browser clears it on the next page. */
export async function markToolbar(tabId: number, mark: Mark, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: TEXT[mark] }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR[mark] }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** Takes a mark back, if the button of the tab still has it. */
export async function clearMark(tabId: number, mark: Mark): Promise<void> {
  if ((await browser.action.getBadgeText({ tabId })) !== TEXT[mark]) return;
  const title = browser.runtime.getManifest().action?.default_title ?? '';
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: '' }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
