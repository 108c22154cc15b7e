import type { ArticleId } from './article.ts';

/**
 * Why a picture is not kept: no grant for its site, no answer, not a picture, too large, no room on the
 * disk, or taken away by the person.
 */
export type PictureFailure =
  'no-grant' | 'no-answer' | 'not-a-picture' | 'too-large' | 'no-room' | 'removed';

export interface MissingPicture {
  src: string;
  reason: PictureFailure;
}

/** How it stands with the pictures of a saved article. */
export interface AlbumState {
  kept: number;
  /** How many are still to be fetched. */
  waiting: number;
  missing: MissingPicture[];
}

/** What so many articles, or all, take up on disk. */
export interface Room {
  articles: number;
  /** Removed, and deleted for good after 30 days. */
  removed: number;
  /** Bytes of the texts, earlier versions too. */
  text: number;
  pictures: PictureRoom;
  /** What the archived articles have of it. */
  archivedPictures: PictureRoom;
  /** The largest of them, the largest first. */
  largest: LargeArticle[];
}

export interface PictureRoom {
  articles: number;
  pictures: number;
  bytes: number;
}

export interface LargeArticle {
  id: ArticleId;
  title: string;
  bytes: number;
  pictureBytes: number;
}

/** A part of long work; `next` is asked with for the part after it, null at the end. */
export interface Portion<T> {
  part: T;
  next: ArticleId | null;
}

const LARGEST = 10;

export const NO_ROOM: Room = {
  articles: 0,
  removed: 0,
  text: 0,
  pictures: { articles: 0, pictures: 0, bytes: 0 },
  archivedPictures: { articles: 0, pictures: 0, bytes: 0 },
  largest: [],
};

/** What two parts of the library take up together. */
export const addRooms = (a: Room, b: Room): Room => ({
  articles: a.articles + b.articles,
  removed: a.removed + b.removed,
  text: a.text + b.text,
  pictures: addPictures(a.pictures, b.pictures),
  archivedPictures: addPictures(a.archivedPictures, b.archivedPictures),
  largest: [...a.largest, ...b.largest]
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, LARGEST),
});

export const addPictures = (a: PictureRoom, b: PictureRoom): PictureRoom => ({
  articles: a.articles + b.articles,
  pictures: a.pictures + b.pictures,
  bytes: a.bytes + b.bytes,
});
