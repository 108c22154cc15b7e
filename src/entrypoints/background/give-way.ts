import { articleId, type ArticleId } from '../../article/article.ts';
import { removal } from '../../article/library-change.ts';
import { announce } from '../../platform/background-link.ts';
import { browser } from '../../platform/browser.ts';
import type { Library } from '../../store/library.ts';

/** The address led to an article of another address: what waited for it is no longer needed. */
export async function giveWay(library: Library, url: string, id: ArticleId): Promise<void> {
  const asked = await articleId(url);
  if (asked === id) return;
  const waiting = await library.savedAs(url);
  if (!waiting.ok || !waiting.value?.waiting) return;
  await library.perform([removal(asked, true)]);
  announce('library/changed');
}

/** The same for the page that a tab shows, which may say that its article has another address. */
export async function giveWayInTab(library: Library, tabId: number, id: ArticleId): Promise<void> {
  const { url } = await browser.tabs.get(tabId).catch(() => ({ url: undefined }));
  if (url && /^https?:/.test(url)) await giveWay(library, url, id);
}
