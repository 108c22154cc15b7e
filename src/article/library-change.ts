import type { ArticleId, Place, Progress, Time } from './article.ts';

/** What can be done to saved articles, one or many. */
export type Change =
  | { is: 'place'; place: Place }
  | { is: 'favourite'; favourite: boolean }
  | { is: 'removed'; removed: boolean }
  /** Tags as the person writes them; the same tag in other letters is the same tag. */
  | { is: 'tags'; add: readonly string[]; remove: readonly string[] }
  | { is: 'progress'; progress: Progress };

/** A change to some articles. The library answers a deed with the deeds that undo it. */
export interface Deed {
  ids: ArticleId[];
  change: Change;
  /** When the person did it: asked for again with the same time, it answers the same way back. */
  at?: Time;
}

/** Takes an article out of the library, or brings it back. */
export const removal = (id: ArticleId, removed: boolean): Deed => ({
  ids: [id],
  change: { is: 'removed', removed },
});

/** A tag as it is compared: "To  Read" and "to read" are one. */
export const tagKey = (tag: string): string => cleanTag(tag).normalize('NFKC').toLowerCase();

/** A tag as it is shown. */
export const cleanTag = (tag: string): string => tag.replace(/\s+/g, ' ').trim().slice(0, 60);
