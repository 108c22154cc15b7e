import type { ArticleId, ArticleRow, Place } from './article.ts';

export const SHELVES = ['unread', 'archive', 'favourites', 'all'] as const;
export type Shelf = (typeof SHELVES)[number];

export const SORTS = ['newest', 'oldest', 'shortest', 'longest', 'title', 'site'] as const;
export type Sort = (typeof SORTS)[number];

export interface LibraryQuery {
  shelf: Shelf;
  sort: Sort;
  /** Words that title, byline, site or text must all hold; empty for everything. */
  words: string;
}

/** An order of articles, with the first rows so that a screen needs no second question. */
export interface Found {
  ids: ArticleId[];
  first: ArticleRow[];
}

/** How many articles lie on each shelf. */
export type ShelfCounts = Record<Shelf, number>;

/** A change to the state of saved articles. */
export type StateChange = { place: Place } | { favourite: boolean };

/** Why the library could not do what it was asked. */
export type LibraryFailure = 'storage-full' | 'newer-library' | 'storage-broken' | 'not-an-article';
