import type { Portion, Room } from '../article/album.ts';
import type { ArticleId, ArticleRow, SavedArticle, Time } from '../article/article.ts';
import { articleId } from '../article/article.ts';
import type { Deed } from '../article/library-change.ts';
import type {
  Found,
  LibraryFailure,
  LibraryQuery,
  Passage,
  SavedSearch,
  ShelfCounts,
  TagCount,
} from '../article/library-query.ts';
import { done, failed, type Result } from '../article/result.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import { Albums } from './albums.ts';
import { perform } from './changes.ts';
import { checkLibrary, countDamaged, loseText, NO_TEXT } from './check.ts';
import { areSound, IndexDamage, isBody, isRow, LibraryDamage } from './damage.ts';
import { editOf } from './edited.ts';
import { Aborts, failureOf, isClosed } from './failure.ts';
import { countShelves, find, findIds, type Grounds } from './find.ts';
import { indexOf, indexRest } from './index-rest.ts';
import { chunkOf, isLineOf, Ledger } from './ledger.ts';
import { type LibraryDatabase, openDatabase } from './open-library.ts';
import { mendLibrary, rebuildIndex } from './mend.ts';
import { purge } from './purge.ts';
import { readable } from './readable.ts';
import { measureRoom } from './room.ts';
import { shownRow } from './row.ts';
import { passagesOf, rowsOf } from './rows.ts';
import { saveDrafts, type SaveReceipt } from './save.ts';
import type { LedgerChunk, PictureRecord } from './schema.ts';
import { SearchIndex } from './search/search-index.ts';
import { WriteRefused } from './torn-log.ts';
import { countTags, idsTagged, spellingOf } from './tags.ts';

export type { SaveReceipt };

/** The saved articles. Each promise of a change is kept on disk before its answer: it is told when done. */
export class Library {
  #opening: Promise<LibraryDatabase> | undefined;
  #ledger: Promise<Ledger> | undefined;
  #mending: Promise<Result<void, LibraryFailure>> | undefined;
  #isChecked = false;
  readonly #aborts = new Aborts();
  readonly #index = new SearchIndex();
  readonly #open: typeof openDatabase;
  readonly #now: () => Time;
  /** Hears of every change that was kept, whoever asked for it. */
  onWrite: () => void = () => undefined;
  /** The pictures of the articles. */
  readonly albums: Albums;

  constructor(open = openDatabase, now: () => Time = Date.now) {
    this.#open = open;
    this.#now = now;
    this.albums = new Albums(
      (work) => this.attempt(work),
      (chunks) => this.#take(chunks),
      now,
    );
  }

  /**
   * Saves once per address. An article that is there stays as it is, or gives its facts and body to
   * `replace` them: it keeps its place, state and tags, and what it was becomes an earlier version. A
   * removed one comes back new.
   */
  save(
    draft: CleanDraft,
    { replace = false }: { replace?: boolean } = {},
  ): Promise<Result<SaveReceipt, LibraryFailure>> {
    return this.#saveAll([draft], replace, ([receipt]) => receipt!);
  }

  /** Saves many, all or none; those that are there stay as they are. */
  add(drafts: readonly CleanDraft[]): Promise<Result<SaveReceipt[], LibraryFailure>> {
    return this.#saveAll(drafts, false, (receipts) => receipts);
  }

  /** The saved article of an address, if there is one. */
  savedAs(url: string): Promise<Result<ArticleRow | null, LibraryFailure>> {
    return this.attempt(async (db) => {
      const row = await db.get('rows', await articleId(url));
      if (!row || row.removed) return null;
      const chunk = await db.get('ledger', chunkOf(row.doc));
      if (!chunk || !isLineOf(chunk, row)) throw new LibraryDamage('a row without a line');
      return shownRow(row);
    });
  }

  /** One article with its body; null when it is not there or was removed. */
  article(id: ArticleId): Promise<Result<SavedArticle | null, LibraryFailure>> {
    return this.attempt(async (db) => {
      const transaction = db.transaction(['rows', 'bodies', 'states', 'edits']);
      const [row, body, state, edit] = await Promise.all([
        transaction.objectStore('rows').get(id),
        readable(transaction.objectStore('bodies'), id),
        transaction.objectStore('states').get(id),
        editOf(transaction.objectStore('edits'), id),
      ]);
      if (row && !isRow(row)) throw new LibraryDamage('a row');
      if (!row || row.removed) return null;
      const isThere = isBody(body);
      if (!isThere && !row.waiting) this.#take(await loseText(db, id));
      const { html, changedAt: textSavedAt } = isThere ? body : NO_TEXT;
      const shown = { ...shownRow(row), ...(!isThere && { waiting: true as const }) };
      const { block = 0, offset } = state?.progress?.is ?? {};
      // The row has the corrected facts.
      const copy = edit && {
        edited: true as const,
        ...(isThere && edit.html && { html: edit.html }),
      };
      return { ...shown, html, textSavedAt, block, ...(offset && { offset }), ...copy };
    });
  }

  /** The articles of a query in their order, the first rows with them. */
  find(query: LibraryQuery): Promise<Result<Found, LibraryFailure>> {
    return this.#searching((grounds) => find(grounds, query));
  }

  /** All articles of a query in their order. */
  ids(query: LibraryQuery): Promise<Result<ArticleId[], LibraryFailure>> {
    return this.#searching((grounds) => findIds(grounds, query));
  }

  rows(ids: ArticleId[]): Promise<Result<ArticleRow[], LibraryFailure>> {
    return this.attempt((db) => rowsOf(db, ids));
  }

  /** Where the words are in the texts. */
  passages(
    ids: ArticleId[],
    words: string,
  ): Promise<Result<Record<ArticleId, Passage>, LibraryFailure>> {
    return this.attempt((db) => passagesOf(db, ids, words));
  }

  counts(): Promise<Result<ShelfCounts, LibraryFailure>> {
    return this.attempt(async (db) => countShelves(await this.#read(db)));
  }

  /** Does the deeds, all or none, and answers those that undo them. Removed articles stay for 30 days. */
  perform(deeds: readonly Deed[]): Promise<Result<Deed[], LibraryFailure>> {
    return this.attempt(async (db) => {
      const { undo, chunks } = await perform(db, deeds, this.#now());
      this.#take(chunks);
      return undo;
    });
  }

  /** All tags in use, by name. */
  tags(): Promise<Result<TagCount[], LibraryFailure>> {
    return this.attempt(countTags);
  }

  /** Gives a tag another name on all its articles; where that name is in use, both become one. */
  renameTag(from: string, to: string): Promise<Result<Deed[], LibraryFailure>> {
    return this.attempt(async (db) => {
      const [ids, name] = await Promise.all([idsTagged(db, from), spellingOf(db, from, to)]);
      const change = { is: 'tags' as const, add: [name], remove: [from] };
      const { undo, chunks } = await perform(db, [{ ids, change }], this.#now());
      this.#take(chunks);
      return undo;
    });
  }

  searches(): Promise<Result<SavedSearch[], LibraryFailure>> {
    return this.attempt((db) => db.getAll('searches'));
  }

  /** Keeps a search under its id; null takes it away. */
  keepSearch(id: string, search: SavedSearch | null): Promise<Result<null, LibraryFailure>> {
    return this.attempt(async (db) => {
      if (search) await db.put('searches', { ...search, changedAt: this.#now() });
      else await db.delete('searches', id);
      return null;
    });
  }

  /** A kept picture; null when it could not be kept. */
  picture(id: ArticleId, src: string): Promise<Result<PictureRecord | null, LibraryFailure>> {
    return this.attempt(async (db) => (await db.get('pictures', [id, src])) ?? null);
  }

  /** What a part of the library takes up on disk: what comes after an article, in the order of the ids. */
  measure(after: ArticleId | null): Promise<Result<Portion<Room>, LibraryFailure>> {
    return this.attempt((db) => measureRoom(db, after));
  }

  /** Deletes for good what was removed, or replaced by a later version, 30 days ago; answers how many. */
  purge(): Promise<Result<number, LibraryFailure>> {
    return this.attempt(async (db) => {
      const { gone, chunks } = await purge(db, this.#now());
      this.#take(chunks);
      return gone;
    });
  }

  /** One short step of the upkeep of the search index; true when there is more to do. */
  tidy(): Promise<Result<boolean, LibraryFailure>> {
    return this.#searching(async (grounds) => {
      if (!this.#isChecked) await checkLibrary(grounds.db);
      this.#isChecked = true;
      return this.#index.tidy(indexOf(grounds.db), grounds.ledger.isKept);
    });
  }

  /** How many articles lost their text, or all; saving their pages again mends them. */
  damaged(): Promise<Result<number, LibraryFailure>> {
    return this.attempt(async (db) => countDamaged(await this.#read(db)));
  }

  /** Work on the open library, for what has a file of its own; expected failures become reasons. */
  async attempt<T>(work: (db: LibraryDatabase) => Promise<T>): Promise<Result<T, LibraryFailure>> {
    for (let first = true; ; first = false) {
      try {
        return done(await work(await this.#opened()));
      } catch (error) {
        if (error instanceof LibraryDamage) {
          const mended = first ? await this.#mend(error) : failed<LibraryFailure>('storage-broken');
          if (mended.ok) continue;
          return mended;
        }
        this.#forget();
        // The connection was closed under us, or is for reading alone; a new one may well work.
        if (first && (isClosed(error) || error instanceof WriteRefused)) continue;
        const reason = failureOf(await this.#aborts.causeOf(error));
        if (!reason) throw error;
        return failed(reason);
      }
    }
  }

  #opened(): Promise<LibraryDatabase> {
    this.#opening ??= this.#open(() => this.#forget()).then((db) => {
      this.#aborts.listen(db);
      return db;
    });
    return this.#opening;
  }

  /** Makes anew what follows from the articles, once for all who met the damage. */
  async #mend(damage: Error): Promise<Result<void, LibraryFailure>> {
    console.error(damage);
    this.#mending ??= this.attempt((db) =>
      damage instanceof IndexDamage ? rebuildIndex(db) : mendLibrary(db, this.#now()),
    ).finally(() => {
      this.#mending = undefined;
      this.#ledger = undefined;
    });
    const mended = await this.#mending;
    this.onWrite();
    return mended;
  }

  /** Work that reads the index of words, which is made anew where it cannot be read. */
  #searching<T>(work: (grounds: Grounds) => Promise<T>): Promise<Result<T, LibraryFailure>> {
    return this.attempt(async (db) => {
      try {
        return await work(await this.#indexed(db));
      } catch (error) {
        if (!(error instanceof IndexDamage) || !(await this.#mend(error)).ok) throw error;
        return work(await this.#indexed(db));
      }
    });
  }

  #saveAll<T>(
    drafts: readonly CleanDraft[],
    replace: boolean,
    answer: (receipts: SaveReceipt[]) => T,
  ): Promise<Result<T, LibraryFailure>> {
    return this.attempt(async (db) => {
      const { receipts, chunks } = await saveDrafts({ db, index: this.#index }, drafts, {
        replace,
        at: this.#now(),
      });
      this.#take(chunks);
      return answer(receipts);
    });
  }

  /** Questions that the ledger has its part in, for what has a file of its own. */
  consult<T>(work: (grounds: Grounds) => Promise<T>): Promise<Result<T, LibraryFailure>> {
    return this.attempt(async (db) => work(await this.#grounds(db)));
  }

  /** Work that changes the ledger, for what has a file of its own. */
  write<T>(
    work: (
      db: LibraryDatabase,
      at: Time,
      index: SearchIndex,
    ) => Promise<{ value: T; chunks: LedgerChunk[] }>,
  ): Promise<Result<T, LibraryFailure>> {
    return this.attempt(async (db) => {
      const { value, chunks } = await work(db, this.#now(), this.#index);
      this.#take(chunks);
      return value;
    });
  }

  #forget(): void {
    this.#isChecked = false;
    this.#opening = undefined;
    this.#ledger = undefined;
  }

  #read(db: LibraryDatabase): Promise<Ledger> {
    this.#ledger ??= db.getAll('ledger').then((chunks) => {
      if (!areSound(chunks)) throw new LibraryDamage('the ledger');
      return new Ledger(chunks);
    });
    return this.#ledger;
  }

  async #indexed(db: LibraryDatabase): Promise<Grounds> {
    const grounds = await this.#grounds(db);
    await indexRest(grounds);
    return grounds;
  }

  async #grounds(db: LibraryDatabase): Promise<Grounds> {
    return { db, ledger: await this.#read(db), index: this.#index };
  }

  #take(chunks: LedgerChunk[]): void {
    this.onWrite();
    this.#ledger?.then(
      (ledger) => ledger.take(chunks),
      () => undefined,
    );
  }
}
