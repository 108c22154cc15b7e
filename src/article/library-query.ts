import type { ArticleId, ArticleRow, Time } from './article.ts';

export const SHELVES = ['unread', 'archive', 'favourites', 'all'] as const;
export type Shelf = (typeof SHELVES)[number];

/** `best`: what fits the words best comes first; without words the newest. */
export const SORTS = ['best', 'newest', 'oldest', 'shortest', 'longest', 'title', 'site'] as const;
export type Sort = (typeof SORTS)[number];

export interface LibraryQuery {
  shelf: Shelf;
  sort: Sort;
  /** What the person typed to search, with its operators; empty for everything. */
  words: string;
  /** At most so many minutes to read. */
  minutes?: number;
}

/** A search or a view that the person gave a name. */
export interface SavedSearch {
  id: string;
  name: string;
  query: LibraryQuery;
  changedAt: Time;
}

/** An order of articles, with the first rows so that a screen needs no second question. */
export interface Found {
  /** How many there are. */
  total: number;
  /** All of them, or the first when there are very many: `library/ids` has the rest. */
  ids: ArticleId[];
  first: ArticleRow[];
  /** Parts of the words that nothing can match, such as `before:soon`. */
  unknown: string[];
}

/** A stretch of an article's text with the places of the found words in it: [start, end) in characters. */
export interface Passage {
  text: string;
  marks: [start: number, end: number][];
}

/** How many articles lie on each shelf. */
export type ShelfCounts = Record<Shelf, number>;

export interface TagCount {
  tag: string;
  count: number;
}

/** Why the library could not do what it was asked. */
export type LibraryFailure = 'storage-full' | 'newer-library' | 'storage-broken' | 'not-an-article';
