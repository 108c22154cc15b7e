import type { IDBPTransaction } from 'idb';
import {
  addPictures,
  type AlbumState,
  type MissingPicture,
  type PictureFailure,
  type PictureRoom,
  type Portion,
} from '../article/album.ts';
import type { ArticleId, Time } from '../article/article.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { ofArticle } from './save.ts';
import type { AlbumRecord, LedgerChunk, LibrarySchema, PictureRecord } from './schema.ts';

/** Bytes of all pictures of an article. */
const MOST_BYTES = 40_000_000;
/** So many a transaction: each is a short wait for whoever saves meanwhile. */
const BATCH = 200;

const STORES = ['albums', 'pictures', 'thumbnails', 'rows', 'ledger'] as const;
type Transaction = IDBPTransaction<LibrarySchema, typeof STORES, 'readwrite'>;
type Attempt = <T>(work: (db: LibraryDatabase) => Promise<T>) => Promise<Result<T, LibraryFailure>>;

/** What is still to be done for an article. */
export interface ToFetch {
  waiting: string[];
  /** The picture that stands for the article in the list. */
  lead: string | undefined;
}

/** The pictures of the articles: what is kept of them, what is missing and why, what is still to come. */
export class Albums {
  readonly #attempt: Attempt;
  readonly #take: (chunks: LedgerChunk[]) => void;
  readonly #now: () => Time;

  constructor(attempt: Attempt, take: (chunks: LedgerChunk[]) => void, now: () => Time) {
    this.#attempt = attempt;
    this.#take = take;
    this.#now = now;
  }

  /** Null for an article that has no pictures. */
  state(id: ArticleId): Promise<Result<AlbumState | null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const album = await db.get('albums', id);
      if (!album) return null;
      const { kept, waiting, missing } = album;
      return { kept: kept.length, waiting: waiting.length, missing };
    });
  }

  /** What waits to be fetched; nothing for an article that was removed. */
  toFetch(id: ArticleId): Promise<Result<ToFetch, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const [album, row] = await Promise.all([db.get('albums', id), db.get('rows', id)]);
      if (!album || !row || row.removed) return { waiting: [], lead: undefined };
      const isFresh = album.kept.length + album.missing.length === 0;
      const first = isFresh ? album.waiting[0] : undefined;
      return { waiting: album.waiting, lead: row.leadPicture?.src ?? first };
    });
  }

  /**
   * Keeps a picture that waits, with a small copy for the list where it is the lead picture; answers
   * whether it still waited.
   */
  keep(
    picture: Omit<PictureRecord, 'changedAt'>,
    thumbnail?: string,
  ): Promise<Result<boolean, LibraryFailure>> {
    const { id, src, bytes } = picture;
    return this.#change(id, (album, transaction) => {
      if (!album.waiting.includes(src)) return null;
      album.waiting = album.waiting.filter((waiting) => waiting !== src);
      if (bytesOf(album) + bytes.byteLength > MOST_BYTES) {
        album.missing.push({ src, reason: 'too-large' });
        return [];
      }
      album.kept.push({ src, bytes: bytes.byteLength });
      return [
        transaction.objectStore('pictures').put({ ...picture, changedAt: this.#now() }),
        thumbnail && transaction.objectStore('thumbnails').put({ id, thumbnail }),
      ];
    });
  }

  /** Gives a picture up that waits, for a reason; without one it is not missed either. */
  giveUp(
    id: ArticleId,
    src: string,
    reason?: PictureFailure,
  ): Promise<Result<boolean, LibraryFailure>> {
    return this.#change(id, (album) => {
      if (!album.waiting.includes(src)) return null;
      album.waiting = album.waiting.filter((waiting) => waiting !== src);
      if (reason) album.missing.push({ src, reason });
      return [];
    });
  }

  /** Gives up all that wait. */
  giveUpAll(id: ArticleId, reason: PictureFailure): Promise<Result<boolean, LibraryFailure>> {
    return this.#change(id, (album) => {
      album.missing.push(...album.waiting.map((src) => ({ src, reason })));
      album.waiting = [];
      return [];
    });
  }

  /** Lets the missing ones wait again: all, or those that `wants` says. */
  retry(
    id: ArticleId,
    wants: (missing: MissingPicture) => boolean = () => true,
  ): Promise<Result<boolean, LibraryFailure>> {
    return this.#change(id, (album) => {
      album.waiting.push(...album.missing.filter(wants).map(({ src }) => src));
      album.missing = album.missing.filter((missing) => !wants(missing));
      return [];
    });
  }

  /** Removes the pictures of an article; they can be fetched again while they are on the web. */
  remove(id: ArticleId): Promise<Result<boolean, LibraryFailure>> {
    return this.#change(id, removeAll);
  }

  /** Removes those of archived articles, a part of the library at a time; answers what went. */
  removeArchived(after: ArticleId | null): Promise<Result<Portion<PictureRoom>, LibraryFailure>> {
    return this.#attempt(async (db) => {
      let part: PictureRoom = { articles: 0, pictures: 0, bytes: 0 };
      const transaction = db.transaction(STORES, 'readwrite');
      const pen = new LedgerPen(transaction.objectStore('ledger'));
      const rows = await transaction.objectStore('rows').getAll(from(after), BATCH);
      for (const row of rows) {
        if (row.removed || row.place !== 'archive') continue;
        const album = await transaction.objectStore('albums').get(row.id);
        if (!album || album.kept.length + album.waiting.length === 0) continue;
        const [pictures, bytes] = [album.kept.length, bytesOf(album)];
        part = addPictures(part, { articles: 1, pictures, bytes });
        await Promise.all(removeAll(album, transaction));
        await transaction.objectStore('albums').put(album);
        await pen.flag(row, 0, FLAG.pictures);
      }
      const [chunks] = await Promise.all([pen.write(), transaction.done]);
      this.#take(chunks);
      return { part, next: rows.length === BATCH ? rows.at(-1)!.id : null };
    });
  }

  /** The albums for which `wants` holds, the whole library through. */
  find(wants: (album: AlbumRecord) => boolean): Promise<Result<AlbumRecord[], LibraryFailure>> {
    return this.#attempt(async (db) => {
      const found: AlbumRecord[] = [];
      for (let after: ArticleId | null = null; ;) {
        const albums: AlbumRecord[] = await db.getAll('albums', from(after), BATCH);
        found.push(...albums.filter(wants));
        if (albums.length < BATCH) return found;
        after = albums.at(-1)!.id;
      }
    });
  }

  /**
   * Changes an album in one transaction; the ledger learns whether it holds any picture. False, with
   * nothing changed, where the article is gone or `work` says null.
   */
  #change(
    id: ArticleId,
    work: (album: AlbumRecord, transaction: Transaction) => unknown[] | null,
  ): Promise<Result<boolean, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const transaction = db.transaction(STORES, 'readwrite');
      const [album, row] = await Promise.all([
        transaction.objectStore('albums').get(id),
        transaction.objectStore('rows').get(id),
      ]);
      const had = album?.kept.length;
      const writes = album && row && !row.removed && work(album, transaction);
      if (!writes) {
        await transaction.done;
        return false;
      }
      const has = album.kept.length;
      const pen = new LedgerPen(transaction.objectStore('ledger'));
      const flag = has ? pen.flag(row, FLAG.pictures) : pen.flag(row, 0, FLAG.pictures);
      const [chunks] = await Promise.all([
        !had === !has ? [] : flag.then(() => pen.write()),
        transaction.objectStore('albums').put(album),
        transaction.done,
        ...writes,
      ]);
      this.#take(chunks);
      return true;
    });
  }
}

const from = (after: ArticleId | null): IDBKeyRange | null =>
  after === null ? null : IDBKeyRange.lowerBound(after, true);

/** Bytes of what is kept. */
export const bytesOf = ({ kept }: AlbumRecord): number =>
  kept.reduce((sum, { bytes }) => sum + bytes, 0);

function removeAll(album: AlbumRecord, transaction: Transaction): Promise<unknown>[] {
  const { id, kept, waiting } = album;
  const gone = [...kept.map(({ src }) => src), ...waiting];
  album.missing.push(...gone.map((src) => ({ src, reason: 'removed' as const })));
  album.kept = [];
  album.waiting = [];
  return [
    transaction.objectStore('pictures').delete(ofArticle(id)),
    transaction.objectStore('thumbnails').delete(id),
  ];
}
