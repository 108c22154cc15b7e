import { browser } from './browser.ts';

export type OwnPage = 'library' | 'reader' | 'draft' | 'options';

/** The address of one of our pages; `query` says what it shows. */
export function pageAddress(page: OwnPage, query: Record<string, string> = {}): string {
  const path = page === 'draft' ? 'reader/draft' : `${page}/index`;
  const search = new URLSearchParams(query).toString();
  return browser.runtime.getURL(`src/entrypoints/${path}.html${search && `?${search}`}`);
}

/** Opens one of our pages in a new tab. */
export async function openPage(page: OwnPage, query?: Record<string, string>): Promise<void> {
  await browser.tabs.create({ url: pageAddress(page, query) });
}
