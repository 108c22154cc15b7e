import type { SenderTab } from '../messages/protocol.ts';
import { browser } from './browser.ts';

export type OwnPage =
  'library' | 'reader' | 'draft' | 'options' | 'add' | 'highlights' | 'import' | 'backup';

/** The address of one of our pages; `query` says what it shows. */
export function pageAddress(page: OwnPage, query: Record<string, string> = {}): string {
  const path = page === 'draft' ? 'reader/draft' : `${page}/index`;
  const search = new URLSearchParams(query).toString();
  return browser.runtime.getURL(`src/entrypoints/${path}.html${search && `?${search}`}`);
}

/** Opens one of our pages in a new tab; next to the one it comes from, if told. */
export async function openPage(
  page: OwnPage,
  query?: Record<string, string>,
  from: SenderTab = {},
): Promise<void> {
  const { id, index, incognito } = from;
  // Our pages open in no private window of Chrome, so no place in one can be asked for.
  const place = id !== undefined &&
    index !== undefined &&
    !incognito && { index: index + 1, openerTabId: id };
  await browser.tabs.create({ url: pageAddress(page, query), ...place });
}
