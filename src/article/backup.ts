import type { ArticleId, Time } from './article.ts';

/** One record of the library, as a line of a backup has it. */
export interface BackupLine {
  store: string;
  record: unknown;
}

/** Names a kept picture: its article, and its address there. */
export type PictureKey = [id: ArticleId, src: string];

/** Where to go on: in the articles (no store), or in a store that is kept by other keys. */
export interface BackupPlace {
  store: string;
  after: string | number | BackupKey[] | null;
}
type BackupKey = string | number | BackupKey[];

/** Some articles with everything that belongs to them, and the pictures that are to be asked for. */
export interface BackupPortion {
  /** The schema of the library. */
  version: number;
  lines: BackupLine[];
  pictures: PictureKey[];
  /** Records that the disk does not give back. */
  unreadable: number;
  next: BackupPlace | null;
}

/** A picture as it goes through a message, its bytes as base64. */
export interface PackedPicture {
  id: ArticleId;
  src: string;
  type: string;
  changedAt: Time;
  base64: string;
}

/** When the records of an article last changed; removed articles too. */
export interface ArticleStamp {
  id: ArticleId;
  at: Time;
  removed?: true;
}

/** What became of the articles of a portion. */
export interface Restored {
  added: number;
  changed: number;
  same: number;
}

export const NOTHING_RESTORED: Restored = { added: 0, changed: 0, same: 0 };

export const addRestored = (a: Restored, b: Restored): Restored => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
});
