import type { ArticleId, Time } from '../article/article.ts';
import type { ArticleEdit, EditableArticle } from '../article/edit.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { damaged, isBody, isRow } from './damage.ts';
import { correctionsOf, editedFields, editOf, laidOver } from './edited.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { Library } from './library.ts';
import type { LibraryDatabase } from './open-library.ts';
import { readable } from './readable.ts';
import { toRow } from './row.ts';
import { untouched } from './save.ts';
import { prepare } from './search/prepare.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { ArticleRecord, BodyRecord, EditRecord, LedgerChunk, RowRecord } from './schema.ts';

const STORES = [
  ...(['articles', 'bodies', 'states', 'rows', 'edits'] as const),
  ...(['ledger', 'unmerged'] as const),
] as const;

/** A change of an article's edit; null goes back to the original. */
export interface Editing {
  id: ArticleId;
  /** The text that it was made from. */
  of: Time;
  edit: ArticleEdit<SafeHtml> | null;
}

/** An article as it was saved, and its edit; null when it is not there. */
export const editableArticle = (
  library: Library,
  id: ArticleId,
): Promise<Result<EditableArticle | null, LibraryFailure>> =>
  library.attempt(async (db) => {
    const transaction = db.transaction(['articles', 'bodies', 'edits']);
    const [article, body, edit] = await Promise.all([
      transaction.objectStore('articles').get(id),
      readable(transaction.objectStore('bodies'), id),
      editOf(transaction.objectStore('edits'), id),
    ]);
    if (!article || article.deletedAt !== undefined || !isBody(body)) return null;
    const { title, byline, publishedTime } = article;
    return {
      original: { title, byline, publishedTime, html: body.html, textSavedAt: body.changedAt },
      edit: { ...(edit && correctionsOf(edit)), ...(edit?.html && { html: edit.html }) },
    };
  });

/**
 * Keeps an edit in the place of the one before, with all that follows from it; the original stays. False,
 * with nothing changed, where the article is gone or has another text by now.
 */
export const editArticle = (
  library: Library,
  editing: Editing,
): Promise<Result<boolean, LibraryFailure>> =>
  library.write((db, at, index) => change({ db, index }, editing, at));

async function change(
  { db, index }: { db: LibraryDatabase; index: SearchIndex },
  { id, of, edit }: Editing,
  at: Time,
): Promise<{ value: boolean; chunks: LedgerChunk[] }> {
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  const [article, body, row, before] = await Promise.all([
    transaction.objectStore('articles').get(id),
    readable(transaction.objectStore('bodies'), id),
    transaction.objectStore('rows').get(id),
    editOf(transaction.objectStore('edits'), id),
  ]);
  if (row && !isRow(row)) damaged(transaction, 'a row');
  if (!article || !row || row.removed || !isBody(body) || body.changedAt !== of) {
    await transaction.done;
    return { value: false, chunks: [] };
  }
  const after = recordOf(article, edit, body, at);
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  const facts = laidOver(article, body, after);
  const state = (await transaction.objectStore('states').get(id)) ?? untouched(row);
  const made = toRow(facts, state, { ...row, versions: row.versions });
  if (isFoundOtherwise(before, after)) {
    made.doc = await newNumber(pen, row, facts);
    await index.add(transaction, made.doc, prepare(editedFields(article, body, after)));
  }
  const edits = transaction.objectStore('edits');
  const [chunks] = await Promise.all([
    pen.write(),
    transaction.objectStore('rows').put(made),
    after ? edits.put(after) : edits.delete(id),
    transaction.done,
  ]);
  return { value: true, chunks };
}

const LONGEST_FACT = 1000;

/** What of an edit is another than the original; none where nothing is. */
function recordOf(
  article: ArticleRecord,
  edit: ArticleEdit<SafeHtml> | null,
  { html }: BodyRecord,
  at: Time,
): EditRecord | undefined {
  const asOne = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_FACT);
  const record: EditRecord = { id: article.id, changedAt: at };
  if (edit?.html !== undefined && edit.html !== html) record.html = edit.html;
  // An article without a title cannot be found in a list.
  const title = asOne(edit?.title ?? '');
  if (title && title !== article.title) record.title = title;
  const byline = edit?.byline === undefined ? article.byline : asOne(edit.byline);
  if (byline !== article.byline) record.byline = byline;
  const day = edit?.publishedTime;
  if (day !== undefined && day !== article.publishedTime && /^(?:\d{4}-\d\d-\d\d)?$/.test(day))
    record.publishedTime = day;
  return Object.keys(record).length > 2 ? record : undefined;
}

const isFoundOtherwise = (before: EditRecord = NONE, after: EditRecord = NONE): boolean =>
  before.html !== after.html || before.title !== after.title || before.byline !== after.byline;
const NONE = {} as EditRecord;

/** The words of an article changed: its line in the ledger gives way to another. */
async function newNumber(
  pen: LedgerPen,
  row: RowRecord,
  { words, minutes }: ArticleRecord,
): Promise<number> {
  const flags = await pen.flagsOf(row);
  await pen.flag(row, FLAG.gone, FLAG.alive | FLAG.damaged);
  return pen.add({ ...row, words, minutes, flags });
}
