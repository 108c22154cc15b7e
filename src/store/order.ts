import type { Sort } from '../article/library-query.ts';
import type { Grounds } from './find.ts';

type Ordering = Pick<Grounds, 'db' | 'ledger'>;

interface Ranking {
  /** How well each of the documents fits the words. */
  scores?: Float32Array | undefined;
  /** So many are wanted; of the others some may come too. */
  most?: number;
}

/** Documents in the order that the person chose. */
export async function inOrder(
  { db, ledger }: Ordering,
  docs: number[],
  sort: Sort,
  { scores, most = Infinity }: Ranking = {},
): Promise<number[]> {
  switch (sort) {
    case 'best':
      if (scores) return byScore(docs, scores, most);
      return inOrder({ db, ledger }, docs, 'newest');
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
      return byIndex({ db, ledger }, docs, sort === 'title' ? 'titleKey' : 'siteKey');
  }
}

/** More documents than any library has. */
const DOCUMENTS = 2 ** 21;

/**
 * The best first, of equals the newest. Each is one number, of which the score is the greater part: the bits
 * of a positive float grow with it. A library of 100,000 would wait for a function of two.
 */
function byScore(docs: number[], scores: Float32Array, most: number): number[] {
  const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  const keys = Float64Array.from(docs, (doc, at) => bits[at]! * DOCUMENTS + doc);
  const largest = keys.length > 2 * most ? largestOf(keys, most) : keys;
  return Array.from(largest.sort().reverse(), (key) => key % DOCUMENTS);
}

/** The largest, and no more than twice as many as wanted. */
function largestOf(keys: Float64Array, most: number): Float64Array {
  const kept = new Float64Array(2 * most);
  let [count, least] = [0, -1];
  for (const key of keys) {
    if (key < least) continue;
    kept[count++] = key;
    if (count < kept.length) continue;
    kept.sort();
    least = kept[most]!;
    kept.copyWithin(0, most);
    count = most;
  }
  return kept.slice(0, count);
}

/** In the order of an index of the rows. */
async function byIndex(
  { db, ledger }: Ordering,
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
