import { type IDBPDatabase, openDB } from 'idb';
import type { ArticleId, ArticleRow } from '../article/article.ts';
import type { Found, LibraryQuery, ShelfCounts } from '../article/library-query.ts';
import { areSound, isChunk, LibraryDamage } from './damage.ts';
import { countShelves, find, findIds, type Grounds } from './find.ts';
import { Ledger } from './ledger.ts';
import { MIGRATIONS } from './migrations.ts';
import type { LibraryDatabase } from './open-library.ts';
import { rowsOf } from './rows.ts';
import type { LibrarySchema } from './schema.ts';
import { SearchIndex } from './search/search-index.ts';

interface Open {
  db: LibraryDatabase;
  ledger: Ledger;
  edition: number;
}

/**
 * The library as a page of ours reads it by itself: so that a list and a search wait neither for a background that
 * sleeps nor for what it is busy with. It changes nothing on disk. Whatever is amiss (no library, an older or newer
 * one, words that are not in the index yet, damage) rejects, and is the background's to answer.
 */
export class LibraryReading {
  #opening: Promise<Open> | undefined;
  readonly #index = new SearchIndex();
  readonly #open: typeof openForReading;

  constructor(open = openForReading) {
    this.#open = open;
  }

  find = (query: LibraryQuery): Promise<Found> => this.#read((grounds) => find(grounds, query));

  /** All articles of a query in their order. */
  ids = (query: LibraryQuery): Promise<ArticleId[]> =>
    this.#read((grounds) => findIds(grounds, query));

  rows = (ids: ArticleId[]): Promise<ArticleRow[]> => this.#read(({ db }) => rowsOf(db, ids));

  counts = (): Promise<ShelfCounts> =>
    this.#read(async ({ ledger, caughtUp }) => {
      await caughtUp;
      return countShelves(ledger);
    });

  async #read<T>(work: (grounds: Grounds) => Promise<T>): Promise<T> {
    try {
      this.#opening ??= this.#begin();
      const open = await this.#opening;
      const caughtUp = catchUp(open);
      const [answer] = await Promise.all([
        work({ ...open, index: this.#index, caughtUp }),
        caughtUp,
      ]);
      return answer;
    } catch (error) {
      if (!(error instanceof NotIndexed)) this.#forget();
      throw error;
    }
  }

  async #begin(): Promise<Open> {
    const db = await this.#open(() => this.#forget());
    return { db, ledger: new Ledger([]), edition: 0 };
  }

  #forget(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.then(
      ({ db }) => db.close(),
      () => undefined,
    );
  }
}

class NotIndexed extends Error {}

/** Takes the lines that were written since the last question. */
async function catchUp(open: Open): Promise<void> {
  const transaction = open.db.transaction(['ledger', 'unindexed']);
  const since = IDBKeyRange.lowerBound(open.edition, true);
  const [chunks, unindexed] = await Promise.all([
    transaction.objectStore('ledger').index('edition').getAll(since),
    transaction.objectStore('unindexed').getAllKeys(null, 1),
  ]);
  if (unindexed.length > 0) throw new NotIndexed();
  // What has no edition is not among them, and leaves a gap.
  const isFirst = open.edition === 0;
  const isWhole = isFirst
    ? areSound([...chunks].sort((a, b) => a.chunk - b.chunk))
    : chunks.every(isChunk);
  if (!isWhole) throw new LibraryDamage('the ledger');
  open.ledger.take(chunks);
  open.edition = Math.max(open.edition, chunks.at(-1)?.edition ?? 0);
}

/** Opens the library of this version, and no other: an open that would make or change one is given up. */
function openForReading(onClosed: () => void): Promise<IDBPDatabase<LibrarySchema>> {
  return openDB<LibrarySchema>('library', MIGRATIONS.length, {
    upgrade(_db, _from, _to, transaction) {
      transaction.done.catch(() => undefined);
      transaction.abort();
    },
    blocking: onClosed,
    terminated: onClosed,
  });
}
