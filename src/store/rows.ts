import type { ArticleId, ArticleRow } from '../article/article.ts';
import type { Passage } from '../article/library-query.ts';
import { textOf } from '../article/text-of.ts';
import { isBody, isRow, LibraryDamage } from './damage.ts';
import { editOf } from './edited.ts';
import { readable } from './readable.ts';
import type { LibraryDatabase } from './open-library.ts';
import { shownRow } from './row.ts';
import { passage } from './search/passage.ts';
import { parseQuery } from './search/query.ts';

/** In characters. */
const PASSAGE = 240;
const NONE = Promise.resolve(undefined);

/**
 * The rows of the ids in the same order; one that has gone meanwhile is left out. `mayHaveThumbnail` tells of the nth
 * whether one need be looked for: of rows without, that is half of the time.
 */
export async function rowsOf(
  db: LibraryDatabase,
  ids: ArticleId[],
  mayHaveThumbnail: (nth: number) => boolean = () => true,
): Promise<ArticleRow[]> {
  const transaction = db.transaction(['rows', 'thumbnails']);
  const small = transaction.objectStore('thumbnails');
  const [rows, thumbnails] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('rows').get(id))),
    Promise.all(ids.map((id, nth) => (mayHaveThumbnail(nth) ? small.get(id) : NONE))),
  ]);
  return rows.flatMap((row, at) => {
    const thumbnail = thumbnails[at];
    if (row && !isRow(row)) throw new LibraryDamage('a row');
    if (!row || row.removed) return [];
    return [{ ...shownRow(row), ...(thumbnail && { thumbnail: thumbnail.thumbnail }) }];
  });
}

/** The best stretch of each text for the words of a search. */
export async function passagesOf(
  db: LibraryDatabase,
  ids: ArticleId[],
  words: string,
): Promise<Record<ArticleId, Passage>> {
  const { clauses } = parseQuery(words);
  const transaction = db.transaction(['bodies', 'edits']);
  const [bodies, edits] = await Promise.all([
    Promise.all(ids.map((id) => readable(transaction.objectStore('bodies'), id))),
    Promise.all(ids.map((id) => editOf(transaction.objectStore('edits'), id))),
  ]);
  const found = bodies.flatMap((body, at) =>
    isBody(body)
      ? [[body.id, passage(textOf(edits[at]?.html ?? body.html), clauses, PASSAGE)]]
      : [],
  );
  return Object.fromEntries(found) as Record<ArticleId, Passage>;
}
