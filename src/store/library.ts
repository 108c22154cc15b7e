import type {
  ArticleFacts,
  ArticleId,
  ArticleRow,
  SavedArticle,
  Time,
} from '../article/article.ts';
import { articleId } from '../article/article.ts';
import { folded } from '../article/folded.ts';
import type {
  Found,
  LibraryFailure,
  LibraryQuery,
  ShelfCounts,
  StateChange,
} from '../article/library-query.ts';
import { done, failed, type Result } from '../article/result.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import { countShelves, find, rowsOf, withoutIndexKeys } from './find.ts';
import { type LibraryDatabase, openDatabase } from './open-library.ts';
import type { ArticleRecord, PictureRecord, RowRecord, StateRecord } from './schema.ts';

export interface SaveReceipt {
  id: ArticleId;
  /** It was there before; nothing was changed, unless it was to be replaced. */
  already: boolean;
}

/** Removed articles are kept so long, for undo and for devices that have not heard of it. */
const KEEP_REMOVED: Time = 30 * 24 * 60 * 60 * 1000;
const SAVED_STORES = ['articles', 'bodies', 'states', 'rows', 'texts'] as const;

/** The saved articles. Each promise of a change is kept on disk before its answer: it is told when done. */
export class Library {
  #opening: Promise<LibraryDatabase> | undefined;
  readonly #open: typeof openDatabase;
  readonly #now: () => Time;

  constructor(open = openDatabase, now: () => Time = Date.now) {
    this.#open = open;
    this.#now = now;
  }

  /**
   * Saves once per address. An article that is there stays as it is, or gives its facts and body to
   * `replace` them and keeps its place; a removed one comes back new.
   */
  save(
    draft: CleanDraft,
    { replace = false }: { replace?: boolean } = {},
  ): Promise<Result<SaveReceipt, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const id = await articleId(draft.url);
      const transaction = db.transaction(SAVED_STORES, 'readwrite', { durability: 'strict' });
      const present = await transaction.objectStore('articles').get(id);
      const already = present !== undefined && present.deletedAt === undefined;
      if (already && !replace) return { id, already };
      const { html, text, pictures: _addresses, ...facts } = draft;
      const at = this.#now();
      const savedAt = already ? present.savedAt : at;
      const article: ArticleRecord = { ...facts, id, savedAt, changedAt: at };
      const kept = already ? await transaction.objectStore('states').get(id) : undefined;
      const state: StateRecord = kept ?? {
        id,
        place: { is: 'unread', at },
        favourite: { is: false, at },
      };
      await Promise.all([
        transaction.objectStore('articles').put(article),
        transaction.objectStore('bodies').put({ id, html, changedAt: at }),
        transaction.objectStore('states').put(state),
        transaction.objectStore('rows').put(toRow(article, state)),
        transaction.objectStore('texts').put({ id, text: searchable(facts, text) }),
        transaction.done,
      ]);
      return { id, already };
    });
  }

  /** The saved article of an address, if there is one. */
  savedAs(url: string): Promise<Result<ArticleRow | null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const row = await db.get('rows', await articleId(url));
      return row ? withoutIndexKeys(row) : null;
    });
  }

  /** One article with its body; null when it is not there or was removed. */
  article(id: ArticleId): Promise<Result<SavedArticle | null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const transaction = db.transaction(['rows', 'bodies']);
      const [row, body] = await Promise.all([
        transaction.objectStore('rows').get(id),
        transaction.objectStore('bodies').get(id),
      ]);
      return row && body ? { ...withoutIndexKeys(row), html: body.html } : null;
    });
  }

  find(query: LibraryQuery): Promise<Result<Found, LibraryFailure>> {
    return this.#attempt((db) => find(db, query));
  }

  rows(ids: ArticleId[]): Promise<Result<ArticleRow[], LibraryFailure>> {
    return this.#attempt((db) => rowsOf(db, ids));
  }

  counts(): Promise<Result<ShelfCounts, LibraryFailure>> {
    return this.#attempt(countShelves);
  }

  /** Moves articles, or marks them as favourites. */
  change(ids: ArticleId[], change: StateChange): Promise<Result<null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const transaction = db.transaction(['states', 'rows'], 'readwrite', { durability: 'strict' });
      const [states, rows] = [transaction.objectStore('states'), transaction.objectStore('rows')];
      const at = this.#now();
      const writes: Promise<unknown>[] = [transaction.done];
      for (const id of ids) {
        const [state, row] = await Promise.all([states.get(id), rows.get(id)]);
        if (!state || !row) continue;
        if ('place' in change) state.place = { is: change.place, at };
        else state.favourite = { is: change.favourite, at };
        writes.push(states.put(state), rows.put({ ...row, ...stateOf(state) }));
      }
      await Promise.all(writes);
      return null;
    });
  }

  /** Takes articles out of the list; they stay on disk for 30 days, so that `restore` brings them back. */
  remove(ids: ArticleId[]): Promise<Result<null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const transaction = db.transaction(['articles', 'bodies', 'rows'], 'readwrite', {
        durability: 'strict',
      });
      const [articles, bodies] = [
        transaction.objectStore('articles'),
        transaction.objectStore('bodies'),
      ];
      const at = this.#now();
      const writes: Promise<unknown>[] = [transaction.done];
      for (const id of ids) {
        const [article, body] = await Promise.all([articles.get(id), bodies.get(id)]);
        if (article) writes.push(articles.put({ ...article, changedAt: at, deletedAt: at }));
        if (body) writes.push(bodies.put({ ...body, changedAt: at, deletedAt: at }));
        writes.push(transaction.objectStore('rows').delete(id));
      }
      await Promise.all(writes);
      return null;
    });
  }

  /** Brings removed articles back as they were. */
  restore(ids: ArticleId[]): Promise<Result<null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const transaction = db.transaction(SAVED_STORES, 'readwrite', { durability: 'strict' });
      const [articles, bodies] = [
        transaction.objectStore('articles'),
        transaction.objectStore('bodies'),
      ];
      const changedAt = this.#now();
      const writes: Promise<unknown>[] = [transaction.done];
      for (const id of ids) {
        const [stored, body, state] = await Promise.all([
          articles.get(id),
          bodies.get(id),
          transaction.objectStore('states').get(id),
        ]);
        if (!stored || !body || !state) continue;
        const { deletedAt: _gone, ...article } = { ...stored, changedAt };
        const { deletedAt: _bodyGone, ...kept } = { ...body, changedAt };
        const row = toRow(article, state);
        writes.push(
          articles.put(article),
          bodies.put(kept),
          transaction.objectStore('rows').put(row),
        );
      }
      await Promise.all(writes);
      return null;
    });
  }

  /** Keeps a picture of a saved article, with a small copy for the list where it is the lead picture. */
  keepPicture(
    picture: Omit<PictureRecord, 'changedAt'>,
    thumbnail?: string,
  ): Promise<Result<null, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const transaction = db.transaction(['pictures', 'thumbnails'], 'readwrite');
      const { id } = picture;
      await Promise.all([
        transaction.objectStore('pictures').put({ ...picture, changedAt: this.#now() }),
        thumbnail && transaction.objectStore('thumbnails').put({ id, thumbnail }),
        transaction.done,
      ]);
      return null;
    });
  }

  /** A kept picture; null when it could not be kept. */
  picture(id: ArticleId, src: string): Promise<Result<PictureRecord | null, LibraryFailure>> {
    return this.#attempt(async (db) => (await db.get('pictures', [id, src])) ?? null);
  }

  /** Deletes for good what was removed 30 days ago. */
  purge(): Promise<Result<number, LibraryFailure>> {
    return this.#attempt(async (db) => {
      const stores = [...SAVED_STORES, 'pictures', 'thumbnails'] as const;
      const transaction = db.transaction(stores, 'readwrite');
      const old = IDBKeyRange.upperBound(this.#now() - KEEP_REMOVED);
      const ids = await transaction.objectStore('articles').index('deletedAt').getAllKeys(old);
      const deletions = ids.flatMap((id) => [
        ...SAVED_STORES.map((name) => transaction.objectStore(name).delete(id)),
        transaction.objectStore('thumbnails').delete(id),
        transaction.objectStore('pictures').delete(IDBKeyRange.bound([id], [id, []])),
      ]);
      await Promise.all([...deletions, transaction.done]);
      return ids.length;
    });
  }

  async #attempt<T>(work: (db: LibraryDatabase) => Promise<T>): Promise<Result<T, LibraryFailure>> {
    for (let first = true; ; first = false) {
      try {
        this.#opening ??= this.#open(() => (this.#opening = undefined));
        return done(await work(await this.#opening));
      } catch (error) {
        this.#opening = undefined;
        // The connection was closed under us; a new one may well work.
        if (first && error instanceof DOMException && error.name === 'InvalidStateError') continue;
        const reason = failureOf(error);
        if (!reason) throw error;
        return failed(reason);
      }
    }
  }
}

/** What a failure of IndexedDB means to the person; undefined for a bug of ours. */
export function failureOf(error: unknown): LibraryFailure | undefined {
  if (!(error instanceof DOMException)) return undefined;
  if (error.name === 'QuotaExceededError') return 'storage-full';
  // Chromium reports a full disk so.
  if (error.name === 'DataError' && /write blobs/i.test(error.message)) return 'storage-full';
  if (error.name === 'VersionError') return 'newer-library';
  return /^(?:UnknownError|InvalidStateError|AbortError|TimeoutError|NotReadableError|TransactionInactiveError)$/.test(
    error.name,
  )
    ? 'storage-broken'
    : undefined;
}

const stateOf = ({
  place,
  favourite,
}: StateRecord): Pick<RowRecord, 'place' | 'favourite' | 'starred'> => ({
  place: place.is,
  favourite: favourite.is,
  starred: favourite.is ? 1 : 0,
});

const toRow = (
  { changedAt: _changed, deletedAt: _deleted, ...facts }: ArticleRecord,
  state: StateRecord,
): RowRecord => ({
  ...facts,
  ...stateOf(state),
});

const searchable = (facts: ArticleFacts, text: string): string =>
  folded([facts.title, facts.byline, facts.siteName, text].join('\n'));
