import { type LibraryQuery, SHELVES, SORTS } from '../../article/library-query.ts';

/** The shelf, order and words that a page address ending in this fragment asks for. */
export function queryOf(hash: string): LibraryQuery {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    shelf: SHELVES.find((name) => name === given.get('shelf')) ?? 'unread',
    sort: SORTS.find((name) => name === given.get('sort')) ?? 'newest',
    words: given.get('words')?.trim() ?? '',
  };
}

/** The fragment that brings a query back: on reload, with Back, or from a link. */
export function hashOf({ shelf, sort, words }: LibraryQuery): string {
  const parts = new URLSearchParams({ shelf });
  if (sort !== 'newest') parts.set('sort', sort);
  if (words) parts.set('words', words);
  return `#${parts.toString()}`;
}
