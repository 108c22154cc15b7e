import type { Sort } from '../article/library-query.ts';
import type { Grounds } from './find.ts';

type Ordering = Pick<Grounds, 'db' | 'ledger'>;

/** Documents in the order that the person chose; `scores`: how well each of them fits the words. */
export async function inOrder(
  { db, ledger }: Ordering,
  docs: number[],
  sort: Sort,
  scores?: Float32Array,
): Promise<number[]> {
  switch (sort) {
    case 'best':
      if (scores) return byScore(docs, scores);
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
 * The best first, of equals the newest. Sorted as one number each, of which the score is the greater part:
 * the bits of a positive float grow with it. A library of 100,000 would wait for a function of two.
 */
function byScore(docs: number[], scores: Float32Array): number[] {
  const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  const keys = Float64Array.from(docs, (doc, at) => bits[at]! * DOCUMENTS + doc).sort();
  return Array.from(keys.reverse(), (key) => key % DOCUMENTS);
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
