import type { ArticleId } from '../article/article.ts';
import type { Found, LibraryQuery, Shelf, ShelfCounts } from '../article/library-query.ts';
import { testOf } from './filters.ts';
import { indexOf } from './index-rest.ts';
import { FLAG, type Ledger } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { inOrder } from './order.ts';
import { rowsOf } from './rows.ts';
import { parseQuery, type TextClause } from './search/query.ts';
import type { Matches, SearchIndex } from './search/search-index.ts';

/** More than most windows show; to read twice as many takes as long as to find them. */
const FIRST_ROWS = 16;
/** More ids than these come with a second answer, after the first rows are on show. */
const FIRST_IDS = 300;

/** What every question to the library is answered from. */
export interface Grounds {
  db: LibraryDatabase;
  ledger: Ledger;
  index: SearchIndex;
  /** Until then the ledger may lack what somebody else wrote. */
  caughtUp?: Promise<unknown>;
}

/** The flags that an article on a shelf has, and has not. */
const SHELF: Record<Shelf, { with: number; without: number }> = {
  all: { with: FLAG.alive, without: 0 },
  unread: { with: FLAG.alive, without: FLAG.archive },
  archive: { with: FLAG.alive | FLAG.archive, without: 0 },
  favourites: { with: FLAG.alive | FLAG.favourite, without: 0 },
};

/** The articles of a query in their order. */
export async function find(grounds: Grounds, query: LibraryQuery): Promise<Found> {
  const { docs, scores, unknown } = await matchingDocs(grounds, query);
  const ordered = await inOrder(grounds, docs, query.sort, { scores, most: FIRST_IDS });
  const { db, ledger } = grounds;
  const ids = ordered.slice(0, FIRST_IDS).map((doc) => ledger.idOf(doc));
  const hasPictures = (nth: number): boolean => (ledger.flags(ordered[nth]!) & FLAG.pictures) !== 0;
  const first = await rowsOf(db, ids.slice(0, FIRST_ROWS), hasPictures);
  return { total: docs.length, ids, first, unknown };
}

export async function findIds(grounds: Grounds, query: LibraryQuery): Promise<ArticleId[]> {
  const { docs, scores } = await matchingDocs(grounds, query);
  const ordered = await inOrder(grounds, docs, query.sort, { scores });
  return ordered.map((doc) => grounds.ledger.idOf(doc));
}

/** How many articles lie on each shelf. */
export function countShelves(ledger: Ledger): ShelfCounts {
  const counts: ShelfCounts = { unread: 0, archive: 0, favourites: 0, all: 0 };
  for (let doc = 0; doc < ledger.size; doc += 1) {
    const flags = ledger.flags(doc);
    if (!(flags & FLAG.alive)) continue;
    counts.all += 1;
    counts[flags & FLAG.archive ? 'archive' : 'unread'] += 1;
    if (flags & FLAG.favourite) counts.favourites += 1;
  }
  return counts;
}

interface Matching {
  docs: number[];
  /** In the order of the documents. */
  scores?: Float32Array;
  unknown: string[];
}

/** The documents of a query in no order, and how well they fit its words. */
async function matchingDocs(grounds: Grounds, query: LibraryQuery): Promise<Matching> {
  const { ledger, caughtUp } = grounds;
  const { shelf, minutes = Infinity } = query;
  const { clauses, filters, unknown } = parseQuery(query.words);
  const searching = clauses.length > 0 ? search(grounds, clauses) : undefined;
  const [found] = await Promise.all([searching, caughtUp]);
  const tests = await Promise.all(filters.map((filter) => testOf(grounds, filter)));
  const shelved = SHELF[shelf];
  const isWanted = (doc: number): boolean => {
    const flags = ledger.flags(doc);
    if ((flags & shelved.with) !== shelved.with || flags & shelved.without) return false;
    return ledger.minutes(doc) <= minutes && tests.every((test) => test(doc));
  };
  const { size } = ledger;
  if (!found)
    return { docs: Array.from({ length: size }, (_, doc) => doc).filter(isWanted), unknown };
  const docs: number[] = [];
  const scores: number[] = [];
  for (let at = 0; at < found.docs.length; at += 1) {
    const doc = found.docs[at]!;
    if (doc >= size || !isWanted(doc)) continue;
    docs.push(doc);
    scores.push(found.scores[at]!);
  }
  return { docs, scores: Float32Array.from(scores), unknown };
}

async function search(grounds: Grounds, clauses: TextClause[]): Promise<Matches> {
  const { db, index, ledger, caughtUp } = grounds;
  /** Tags, marked words and notes. */
  const outside = async (words: readonly string[]): Promise<number[][]> => {
    const transaction = db.transaction(['tags', 'highlights']);
    const tags = transaction.objectStore('tags').index('words');
    const highlights = transaction.objectStore('highlights').index('words');
    const found = await Promise.all(
      words.map((word) => {
        const range = IDBKeyRange.bound(word, `${word}\uffff`);
        return Promise.all([tags.getAllKeys(range), highlights.getAllKeys(range)]);
      }),
    );
    await caughtUp;
    return found.map((keys) => {
      const ids = new Set(keys.flat().map(([id]) => id));
      return [...ids].flatMap((id) => ledger.numberOf(id) ?? []);
    });
  };
  return index.search(indexOf(db), clauses, outside);
}
