import { NO_TEXT } from './check.ts';
import { isArticle, isBody } from './damage.ts';
import type { Grounds } from './find.ts';
import type { LibraryDatabase } from './open-library.ts';
import { editedFields, editOf } from './edited.ts';
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
        const [article, body, edit] = await Promise.all([
          db.get('articles', id).catch(() => undefined),
          db.get('bodies', id).catch(() => undefined),
          editOf(db.transaction('edits').store, id),
        ]);
        return {
          doc,
          words:
            isArticle(article) &&
            prepare(editedFields(article, isBody(body) ? body : NO_TEXT, edit)),
        };
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
