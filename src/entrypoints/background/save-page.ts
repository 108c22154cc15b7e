import type { ArticleDraft } from '../../article/article.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { announce } from '../../platform/background-link.ts';
import { browser, type Tabs } from '../../platform/browser.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { readTab } from '../../platform/read-tab.ts';
import { siteRulesArea } from '../../platform/settings-area.ts';
import { markToolbar } from '../../platform/toolbar-mark.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import type { Library } from '../../store/library.ts';
import { libraryFailureText, readFailureWords } from '../../screens/failures.ts';
import { t } from '../../ui/strings.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import { saveWithPictures } from './pictures.ts';

/** Sanitises in the tab, because a service worker has no DOM. */
const CLEAN_SCRIPT = '/clean.js';

/** Reads and saves a tab without the popup; the toolbar button says how it went. */
export async function savePage(
  library: Library,
  pictures: PictureKeeper,
  tab: Tabs.Tab,
): Promise<void> {
  const tabId = tab.id;
  if (tabId === undefined) return;
  void markToolbar(tabId, 'working', t('saving'));
  const rule = ruleFor(await siteRulesArea.load(), tab.url ?? '');
  // Nobody sees here that it would be only a part.
  const reading = await readTab(browser, tab, { wholePage: true, ...(rule && { rule }) });
  if (!reading.ok) return markToolbar(tabId, 'failed', readFailureWords(reading.reason).title);
  // An article that is not all there is kept with a word of that.
  const pages = pagesInTab(browser, Promise.resolve(tabId), () => rule);
  const { ahead, cutShort } = await pages.rest(reading.value.words);
  // The tab may go elsewhere or close between the two injections.
  const read = { ...reading.value, ...(ahead && { ahead }), ...(cutShort && { cutShort }) };
  const draft = await cleanInTab(tabId, read).catch(() => null);
  if (!draft) return markToolbar(tabId, 'failed', readFailureWords('broken').title);
  const receipt = await saveWithPictures(library, pictures, draft, { tabId });
  if (!receipt.ok) return markToolbar(tabId, 'failed', libraryFailureText(receipt.reason));
  announce('library/changed');
  await markToolbar(tabId, 'saved', receipt.value.already ? t('alreadySaved') : t('saved'));
}

async function cleanInTab(tabId: number, draft: ArticleDraft): Promise<CleanDraft> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: [CLEAN_SCRIPT], injectImmediately: true });
  const [cleaned] = await browser.scripting.executeScript({
    target,
    injectImmediately: true,
    args: [draft],
    func: runClean,
  });
  return cleaned!.result as CleanDraft;
}

/** Runs in the page, beside the script injected before. */
function runClean(draft: unknown): unknown {
  const { __lecternClean } = globalThis as unknown as {
    __lecternClean: (draft: unknown) => unknown;
  };
  return __lecternClean(draft);
}

/** Puts the one entry into the context menu. Chrome keeps it, and complains of a second one. */
export async function offerMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'save-page',
    title: t('menuSavePage'),
    contexts: ['page', 'selection', 'image', 'action'],
  });
}
