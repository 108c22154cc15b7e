import type { ArticleId, ArticleRow } from '../article/article.ts';
import { folded } from '../article/folded.ts';
import type {
  Found,
  LibraryQuery,
  Passage,
  Shelf,
  ShelfCounts,
  Sort,
} from '../article/library-query.ts';
import { textOf } from '../article/text-of.ts';
import { FLAG, type Ledger } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { shownRow } from './row.ts';

const FIRST_ROWS = 60;
/** In characters. */
const PASSAGE = 240;
/** More ids than these come with a second answer, after the first rows are on show. */
const FIRST_IDS = 2000;

/** What every question to the library is answered from. */
export interface Grounds {
  db: LibraryDatabase;
  ledger: Ledger;
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
  const docs = await orderedDocs(grounds, query);
  const ids = docs.slice(0, FIRST_IDS).map((doc) => grounds.ledger.idOf(doc));
  const first = await rowsOf(grounds.db, ids.slice(0, FIRST_ROWS));
  return { total: docs.length, ids, first, unknown: [] };
}

export async function findIds(grounds: Grounds, query: LibraryQuery): Promise<ArticleId[]> {
  const docs = await orderedDocs(grounds, query);
  return docs.map((doc) => grounds.ledger.idOf(doc));
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
    if (!row || row.removed) return [];
    return [{ ...shownRow(row), ...(small && { thumbnail: small.thumbnail }) }];
  });
}

/** The best stretch of each text for the words of a search. */
export async function passagesOf(
  db: LibraryDatabase,
  ids: ArticleId[],
  _words: string,
): Promise<Record<ArticleId, Passage>> {
  const { store } = db.transaction('bodies');
  const passages: Record<ArticleId, Passage> = {};
  for (const id of ids) {
    const body = await store.get(id);
    if (body) passages[id] = { text: textOf(body.html).slice(0, PASSAGE), marks: [] };
  }
  return passages;
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

async function orderedDocs(grounds: Grounds, query: LibraryQuery): Promise<number[]> {
  const { db, ledger } = grounds;
  const { shelf, minutes = Infinity, sort } = query;
  const shelved = SHELF[shelf];
  const docs: number[] = [];
  for (let doc = 0; doc < ledger.size; doc += 1) {
    const flags = ledger.flags(doc);
    if ((flags & shelved.with) !== shelved.with || flags & shelved.without) continue;
    if (ledger.minutes(doc) <= minutes) docs.push(doc);
  }
  const words = folded(query.words).split(/\s+/).filter(Boolean);
  const matching = words.length > 0 ? await docsWithWords(grounds, docs, words) : docs;
  return inOrder(db, ledger, matching, sort);
}

/** Until the index is there. */
async function docsWithWords(
  { db, ledger }: Grounds,
  docs: number[],
  words: string[],
): Promise<number[]> {
  const matching: number[] = [];
  for (const doc of docs) {
    const id = ledger.idOf(doc);
    const [row, body] = await Promise.all([db.get('rows', id), db.get('bodies', id)]);
    if (!row || !body) continue;
    const text = [row.title, row.byline, row.siteName, ...row.tags, textOf(body.html)].join('\n');
    if (words.every((word) => folded(text).includes(word))) matching.push(doc);
  }
  return matching;
}

async function inOrder(
  db: LibraryDatabase,
  ledger: Ledger,
  docs: number[],
  sort: Sort,
): Promise<number[]> {
  switch (sort) {
    case 'best':
    case 'newest':
      return docs.sort((a, b) => ledger.savedAt(b) - ledger.savedAt(a) || b - a);
    case 'oldest':
      return docs.sort((a, b) => ledger.savedAt(a) - ledger.savedAt(b) || a - b);
    case 'longest':
      return docs.sort((a, b) => ledger.words(b) - ledger.words(a) || b - a);
    case 'shortest':
      return docs.sort((a, b) => ledger.words(a) - ledger.words(b) || b - a);
    case 'title':
    case 'site':
      return byIndex(db, ledger, docs, sort === 'title' ? 'titleKey' : 'siteKey');
  }
}

/** In the order of an index of the rows. */
async function byIndex(
  db: LibraryDatabase,
  ledger: Ledger,
  docs: number[],
  index: 'titleKey' | 'siteKey',
): Promise<number[]> {
  const wanted = new Set(docs);
  const ids = await db.getAllKeysFromIndex('rows', index);
  return ids.flatMap((id) => {
    const doc = ledger.numberOf(id);
    return doc !== undefined && wanted.has(doc) ? [doc] : [];
  });
}
