import type { ArticleId, ArticleRow } from '../article/article.ts';
import { folded } from '../article/folded.ts';
import type { Found, LibraryQuery, Shelf, ShelfCounts, Sort } from '../article/library-query.ts';
import type { LibraryDatabase } from './open-library.ts';
import type { RowRecord } from './schema.ts';

const FIRST_ROWS = 60;
const SCAN_BATCH = 250;

/** The index that holds a shelf in the order of saving, and the part of it. */
const SHELF_INDEX = {
  all: { index: 'savedAt', range: undefined },
  unread: { index: 'place', range: () => IDBKeyRange.bound(['unread'], ['unread', []]) },
  archive: { index: 'place', range: () => IDBKeyRange.bound(['archive'], ['archive', []]) },
  favourites: { index: 'starred', range: () => IDBKeyRange.bound([1], [1, []]) },
} as const;

/** The articles of a query in their order. Dates need an index alone; other orders read the rows. */
export async function find(db: LibraryDatabase, query: LibraryQuery): Promise<Found> {
  let ids = await sortedIds(db, query);
  const words = folded(query.words).split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    const matching = await idsWithWords(db, words);
    ids = ids.filter((id) => matching.has(id));
  }
  return { ids, first: await rowsOf(db, ids.slice(0, FIRST_ROWS)) };
}

/** The rows of the ids in the same order; one that has gone meanwhile is left out. */
export async function rowsOf(db: LibraryDatabase, ids: ArticleId[]): Promise<ArticleRow[]> {
  const transaction = db.transaction(['rows', 'thumbnails']);
  const [rows, thumbnails] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('rows').get(id))),
    Promise.all(ids.map((id) => transaction.objectStore('thumbnails').get(id))),
  ]);
  return rows.flatMap((row, at) => {
    const small = thumbnails[at];
    return row ? [{ ...withoutIndexKeys(row), ...(small && { thumbnail: small.thumbnail }) }] : [];
  });
}

export function withoutIndexKeys({ starred: _starred, ...row }: RowRecord): ArticleRow {
  return row;
}

/** How many articles lie on each shelf, counted by the indexes. */
export async function countShelves(db: LibraryDatabase): Promise<ShelfCounts> {
  const { store } = db.transaction('rows');
  const count = (shelf: Shelf): Promise<number> => {
    const { index, range } = SHELF_INDEX[shelf];
    return store.index(index).count(range?.());
  };
  const [unread, archive, favourites, all] = await Promise.all([
    count('unread'),
    count('archive'),
    count('favourites'),
    count('all'),
  ]);
  return { unread, archive, favourites, all };
}

async function sortedIds(db: LibraryDatabase, { shelf, sort }: LibraryQuery): Promise<ArticleId[]> {
  const { index, range } = SHELF_INDEX[shelf];
  const source = db.transaction('rows').store.index(index);
  if (sort === 'oldest' || sort === 'newest') {
    const ids = await source.getAllKeys(range?.());
    return sort === 'newest' ? ids.reverse() : ids;
  }
  const rows = await source.getAll(range?.());
  return rows
    .reverse()
    .sort(ORDERS[sort])
    .map(({ id }) => id);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const ORDERS: Record<Exclude<Sort, 'newest' | 'oldest'>, (a: RowRecord, b: RowRecord) => number> = {
  shortest: (a, b) => a.words - b.words,
  longest: (a, b) => b.words - a.words,
  title: (a, b) => collator.compare(a.title, b.title),
  site: (a, b) => collator.compare(a.siteName, b.siteName),
};

/** Reads all texts in batches: a second for ten thousand articles, and no more memory than a batch. */
async function idsWithWords(db: LibraryDatabase, words: string[]): Promise<Set<ArticleId>> {
  const matching = new Set<ArticleId>();
  let after: ArticleId | undefined;
  for (;;) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const batch = await db.getAll('texts', range, SCAN_BATCH);
    for (const { id, text } of batch)
      if (words.every((word) => text.includes(word))) matching.add(id);
    after = batch.at(-1)?.id;
    if (batch.length < SCAN_BATCH) return matching;
  }
}
