import { type LibraryQuery, SHELVES, type Sort, SORTS } from '../../article/library-query.ts';

/** The times one may have, in minutes. */
export const TIMES = [5, 15, 30] as const;

/** The order that nobody chose: what fits the words best, else what is new. */
const usualSort = (words: string): Sort => (words ? 'best' : 'newest');

/** The query with other words. An order that nobody chose gives way to the usual one for them. */
export function withWords(query: LibraryQuery, words: string): LibraryQuery {
  const isChosen = query.sort !== usualSort(query.words) && query.sort !== 'best';
  return { ...query, words, sort: isChosen ? query.sort : usualSort(words) };
}

/** The shelf, order, words and time that a page address ending in this fragment asks for. */
export function queryOf(hash: string): LibraryQuery {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const words = given.get('words')?.trim() ?? '';
  const sort = SORTS.find((name) => name === given.get('sort'));
  const minutes = TIMES.find((time) => String(time) === given.get('minutes'));
  return {
    shelf: SHELVES.find((name) => name === given.get('shelf')) ?? 'unread',
    // Without words nothing fits them best.
    sort: !sort || (sort === 'best' && !words) ? usualSort(words) : sort,
    words,
    ...(minutes !== undefined && { minutes }),
  };
}

/** The fragment that brings a query back: on reload, with Back, or from a link. */
export function hashOf({ shelf, sort, words, minutes }: LibraryQuery): string {
  const parts = new URLSearchParams({ shelf });
  if (sort !== usualSort(words)) parts.set('sort', sort);
  if (words) parts.set('words', words);
  if (minutes !== undefined) parts.set('minutes', String(minutes));
  return `#${parts.toString()}`;
}

/** The words that find a tag. */
export function tagWords(tag: string): string {
  const plain = tag.replaceAll(/["“”„]/g, '');
  return /\s/.test(plain) ? `tag:"${plain}"` : `tag:${plain}`;
}

/** The fragment that finds a tag, on the shelf, in the order and within the time of a query. */
export const tagHash = (query: LibraryQuery, tag: string): string =>
  hashOf(withWords(query, tagWords(tag)));
