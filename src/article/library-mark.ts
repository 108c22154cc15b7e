import type { Time } from './article.ts';

/** So many articles were there, and when that was last seen. */
export interface Lost {
  articles: number;
  at: Time;
}

/** What is remembered of the library outside of it, so that its loss is noticed. */
export interface LibraryMark extends Lost {
  /** The browser lost a library, and the person has not yet said that they know. */
  lost?: Lost;
}

/** The mark as it was stored; one that is not ours counts as none. */
export function parseLibraryMark(stored: unknown): LibraryMark {
  const { lost, ...mark } = { ...(isLost(stored) ? (stored as LibraryMark) : NONE) };
  return { articles: mark.articles, at: mark.at, ...(isLost(lost) && { lost }) };
}

const NONE: LibraryMark = { articles: 0, at: 0 };

const isLost = (value: unknown): value is Lost => {
  const { articles, at } = (value ?? {}) as Partial<Lost>;
  return typeof articles === 'number' && typeof at === 'number';
};
