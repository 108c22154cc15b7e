import { ruleFor, withContainer } from '../../article/site-rules.ts';
import { isMadeSelector } from '../../extract/by-hand/selector.ts';
import type { Handlers, PageRequests, SenderTab } from '../../messages/protocol.ts';
import { browser } from '../../platform/browser.ts';
import { keepDraft } from '../../platform/drafts.ts';
import { openPage } from '../../platform/pages.ts';
import { endPicking } from '../../platform/picking.ts';
import { readTab } from '../../platform/read-tab.ts';
import { siteRulesArea } from '../../platform/settings-area.ts';
import { markToolbar } from '../../platform/toolbar-mark.ts';
import { readFailureWords } from '../../screens/failures.ts';

/** What a content script may ask, and who answers. The sender is the browser's word, the rest is checked. */
export const pageHandlers: Handlers<PageRequests> = {
  'page/picked': async (picked: unknown, { tab = {}, url = '' }) => {
    const { remember } = (picked ?? {}) as { remember?: unknown };
    const isBelieved = remember === '' || isMadeSelector(remember);
    if (!isBelieved || tab.id === undefined || !(await endPicking(tab.id, url))) return false;
    await readPicked({ ...tab, url }, tab.id, remember);
    return true;
  },
};

/** Shows what the person picked in a reader tab, and remembers for the site how to find it. */
async function readPicked(tab: SenderTab, tabId: number, remember: string): Promise<void> {
  const url = tab.url ?? '';
  const rules = await siteRulesArea.load();
  const rule = ruleFor(rules, url);
  const reading = await readTab(browser, tab, {
    // The person has just said what to read, and has seen the page.
    wholePage: true,
    evenIfLarge: true,
    evenIfLoading: true,
    ...(rule && { rule }),
  });
  if (!reading.ok) return markToolbar(tabId, 'failed', readFailureWords(reading.reason).title);
  if (remember) await siteRulesArea.save(withContainer(rules, url, remember));
  const key = await keepDraft(reading.value);
  // The reader offers to go back to it.
  const before = rule?.container ?? '';
  await openPage('draft', { key, ...(remember && { before }) }, tab);
}
