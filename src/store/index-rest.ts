import type { Grounds } from './find.ts';
import type { LibraryDatabase } from './open-library.ts';
import { searchFields } from './save.ts';
import type { IndexDatabase } from './search/schema.ts';
import { prepare } from './search/prepare.ts';

const BATCH = 50;

/** The index sees its own stores of the library alone. */
export const indexOf = (db: LibraryDatabase): IndexDatabase => db as unknown as IndexDatabase;

/** Puts what an earlier version of the library left over into the index, in portions that each are whole. */
export async function indexRest({ db, index }: Pick<Grounds, 'db' | 'index'>): Promise<void> {
  for (;;) {
    const rest = await db.getAll('unindexed', null, BATCH);
    if (rest.length === 0) return;
    const prepared = await Promise.all(
      rest.map(async ({ doc, id }) => {
        const [article, body] = await Promise.all([db.get('articles', id), db.get('bodies', id)]);
        return { doc, words: article && body && prepare(searchFields({ ...article, ...body })) };
      }),
    );
    const transaction = db.transaction(['unindexed', 'unmerged'], 'readwrite');
    const unindexed = transaction.objectStore('unindexed');
    await Promise.all([
      ...prepared.flatMap(({ doc, words }) => [
        unindexed.delete(doc),
        words && index.add(transaction, doc, words),
      ]),
      transaction.done,
    ]);
  }
}
