import { browser } from './browser.ts';

type Mark = 'saved' | 'working' | 'failed';

const TEXT: Record<Mark, string> = { saved: '✓', working: '…', failed: '!' };
const COLOUR: Record<Mark, string> = { saved: '#2f6b3a', working: '#625d55', failed: '#9c2b1f' };

/** Marks the toolbar button of a tab; `title` says the same in words. The browser clears it on the next page. */
export async function markToolbar(tabId: number, mark: Mark, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: TEXT[mark] }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR[mark] }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
