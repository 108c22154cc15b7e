import type { ArticleDraft } from '../../article/article.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import type { ReadFailure } from '../../article/read-failure.ts';
import { failed, type Result } from '../../article/result.ts';
import { ruleFor } from '../../article/site-rules.ts';
import { announce } from '../../platform/background-link.ts';
import { browser, type Tabs } from '../../platform/browser.ts';
import { pagesInTab } from '../../platform/pages-in-tab.ts';
import { readTab } from '../../platform/read-tab.ts';
import { siteRulesArea } from '../../platform/settings-area.ts';
import { markToolbar } from '../../platform/toolbar-mark.ts';
import type { CleanDraft } from '../../sanitize/clean-draft.ts';
import type { Library, SaveReceipt } from '../../store/library.ts';
import { libraryFailureText, readFailureWords } from '../../screens/failures.ts';
import { t } from '../../ui/strings.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import { saveWithPictures } from './pictures.ts';

/** Sanitises in the tab, because a service worker has no DOM. */
const CLEAN_SCRIPT = '/clean.js';
const GRANT_PAUSE = 300;

/** Why a page was not saved: it could not be read, or not be kept. */
type NotSaved = { is: 'page'; failure: ReadFailure } | { is: 'library'; failure: LibraryFailure };

/** Reads and saves a tab without the popup; the toolbar button says how it went. */
export async function savePage(
  library: Library,
  pictures: PictureKeeper,
  tab: Tabs.Tab,
): Promise<void> {
  const tabId = tab.id;
  if (tabId === undefined) return;
  void markToolbar(tabId, 'working', t('saving'));
  const saved = await readAndSave(library, pictures, tab);
  if (saved.ok)
    return markToolbar(tabId, 'saved', saved.value.already ? t('alreadySaved') : t('saved'));
  const { reason } = saved;
  const words =
    reason.is === 'page'
      ? readFailureWords(reason.failure).title
      : libraryFailureText(reason.failure);
  await markToolbar(tabId, 'failed', words);
}

/** Reads a tab that can be read and saves its article, with what its page says of the rest. */
export async function readAndSave(
  library: Library,
  pictures: PictureKeeper,
  tab: Tabs.Tab,
  { waitForPictures = false }: { waitForPictures?: boolean } = {},
): Promise<Result<SaveReceipt, NotSaved>> {
  const tabId = tab.id!;
  const rule = ruleFor(await siteRulesArea.load(), tab.url ?? '');
  // Nobody sees here that it would be only a part.
  const read = (): ReturnType<typeof readTab> =>
    readTab(browser, tab, { wholePage: true, ...(rule && { rule }) });
  let reading = await read();
  // Chromium now and then refuses a tab in the moment that it grants it.
  if (!reading.ok && reading.reason === 'no-access') {
    await new Promise((resolve) => setTimeout(resolve, GRANT_PAUSE));
    reading = await read();
  }
  if (!reading.ok) return failed({ is: 'page', failure: reading.reason });
  // An article that is not all there is kept with a word of that.
  const pages = pagesInTab(browser, Promise.resolve(tabId), () => rule);
  const { ahead, cutShort } = await pages.rest(reading.value.words);
  // The tab may go elsewhere or close between the two injections.
  const article = { ...reading.value, ...(ahead && { ahead }), ...(cutShort && { cutShort }) };
  const draft = await cleanInTab(tabId, article).catch(() => null);
  if (!draft) return failed({ is: 'page', failure: 'broken' });
  const receipt = await saveWithPictures(library, pictures, draft, { tabId });
  if (!receipt.ok) return failed({ is: 'library', failure: receipt.reason });
  announce('library/changed');
  if (waitForPictures) await pictures.idle();
  return receipt;
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
