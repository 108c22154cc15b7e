import type { DBSchema } from 'idb';
import type { ArticleFacts, ArticleId, ArticleRow, Place, Time } from '../article/article.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';

/** What every stored fact carries, so that devices can be merged: when it changed, and if it is gone. */
interface Fact {
  id: ArticleId;
  changedAt: Time;
  /** Set when the person removed it; purged later, so that removing can be undone. */
  deletedAt?: Time;
}

export interface ArticleRecord extends Fact, ArticleFacts {
  savedAt: Time;
}

export interface BodyRecord extends Fact {
  html: SafeHtml;
}

/** One value that two devices may change apart: the later one stands. */
export interface Stamped<T> {
  is: T;
  at: Time;
}

export interface StateRecord {
  id: ArticleId;
  place: Stamped<Place>;
  favourite: Stamped<boolean>;
}

/** Made from the other records, for the list; IndexedDB has no boolean keys, hence `starred`. */
export interface RowRecord extends ArticleRow {
  starred: 0 | 1;
}

/** Made from the other records, for search: title, byline, site and text, folded. */
export interface TextRecord {
  id: ArticleId;
  text: string;
}

/** A picture of an article, as it was when the article was saved. */
export interface PictureRecord {
  id: ArticleId;
  /** Its address on the page. */
  src: string;
  type: string;
  bytes: ArrayBuffer;
  changedAt: Time;
}

/** A small copy of the lead picture for the list, as a data: address. */
export interface ThumbnailRecord {
  id: ArticleId;
  thumbnail: string;
}

export interface LibrarySchema extends DBSchema {
  articles: { key: ArticleId; value: ArticleRecord; indexes: { deletedAt: Time } };
  bodies: { key: ArticleId; value: BodyRecord };
  states: { key: ArticleId; value: StateRecord };
  rows: {
    key: ArticleId;
    value: RowRecord;
    indexes: { savedAt: Time; place: [Place, Time]; starred: [0 | 1, Time] };
  };
  texts: { key: ArticleId; value: TextRecord };
  pictures: { key: [ArticleId, string]; value: PictureRecord };
  thumbnails: { key: ArticleId; value: ThumbnailRecord };
}
