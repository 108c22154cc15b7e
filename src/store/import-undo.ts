import type { Time } from '../article/article.ts';
import type { ImportId, ImportJob } from '../article/import-job.ts';
import { removal, tagKey } from '../article/library-change.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { perform } from './changes.ts';
import { searchFields } from './edited.ts';
import { highlightFlags } from './highlight-record.ts';
import { IMPORT_STORES, ImportPen } from './import-pen.ts';
import { canUndo, idsIn } from './imports.ts';
import { FLAG } from './ledger.ts';
import type { Library } from './library.ts';
import type { LibraryDatabase } from './open-library.ts';
import { flagsOf, toRow } from './row.ts';
import { ofArticle, untouched } from './save.ts';
import type { FormerRecord, ImportBatchRecord, LedgerChunk, StateRecord } from './schema.ts';
import { prepare } from './search/prepare.ts';
import type { SearchIndex } from './search/search-index.ts';

/**
 * Takes one more batch of an import back, the last first; answers how many rows are still to come. What it
 * added goes to the removed articles, what it merged is what it was, but for what was changed since.
 */
export const undoStep = (
  library: Library,
  job: ImportId,
): Promise<Result<{ left: number; total: number }, LibraryFailure>> =>
  library.write((db, at, index) => undo({ db, index }, job, at));

async function undo(
  { db, index }: { db: LibraryDatabase; index: SearchIndex },
  id: ImportId,
  at: Time,
): Promise<{ value: { left: number; total: number }; chunks: LedgerChunk[] }> {
  const job = await db.get('imports', id);
  if (!job || !canUndo(job)) return { value: { left: 0, total: job?.next ?? 0 }, chunks: [] };
  await setState(db, job, 'undoing');
  const batch = await lastBatch(db, id);
  if (!batch) {
    await setState(db, job, 'undone');
    return { value: { left: 0, total: job.next }, chunks: [] };
  }
  const removals = idsIn(batch.added).map((one) => ({ ...removal(one, true), at }));
  const ids = removals.flatMap((deed) => deed.ids);
  const { chunks } = await perform(db, [{ ids, change: { is: 'removed', removed: true } }], at);
  const restored = await restore({ db, index }, batch, at);
  const value = { left: Math.max(batch.position, 1), total: job.next };
  return { value, chunks: [...chunks, ...restored] };
}

async function setState(
  db: LibraryDatabase,
  job: ImportJob,
  state: ImportJob['state'],
): Promise<void> {
  if (job.state !== state) await db.put('imports', { ...job, state });
}

async function lastBatch(
  db: LibraryDatabase,
  id: ImportId,
): Promise<ImportBatchRecord | undefined> {
  const range = IDBKeyRange.bound([id], [id, []]);
  let cursor = await db.transaction('importBatches').store.openCursor(range, 'prev');
  while (cursor?.value.undone) cursor = await cursor.continue();
  return cursor?.value;
}

async function restore(
  { db, index }: { db: LibraryDatabase; index: SearchIndex },
  batch: ImportBatchRecord,
  at: Time,
): Promise<LedgerChunk[]> {
  const transaction = db.transaction(IMPORT_STORES, 'readwrite', { durability: 'strict' });
  const pen = new ImportPen(transaction, at);
  // The last first: an article may have got something twice.
  for (const former of [...batch.merged].reverse()) await restoreOne(pen, former, batch.at);
  await index.addAll(pen.indexPart, pen.documents);
  const [chunks] = await Promise.all([
    pen.end(),
    transaction.objectStore('importBatches').put({ ...batch, undone: true }),
    transaction.done,
  ]);
  return chunks;
}

/** `stamp`: what the import wrote has it; what has another was changed since, and stays. */
async function restoreOne(pen: ImportPen, former: FormerRecord, stamp: Time): Promise<void> {
  const { transaction, at } = pen;
  const { id } = former;
  const [row, article, stored, body] = await Promise.all([
    transaction.objectStore('rows').get(id),
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
    transaction.objectStore('bodies').get(id),
  ]);
  if (!row || row.removed || !article) return;
  const state = stored ?? untouched(article);
  if (former.savedAt !== undefined) {
    article.savedAt = former.savedAt;
    await pen.ledger.date(row, former.savedAt);
  }
  restoreState(state, former, stamp);
  row.tags = await untag(pen, row.tags, former);
  let { doc } = row;
  let after = article;
  if (former.waiting && body?.changedAt === stamp) {
    after = { ...former.waiting, savedAt: article.savedAt, changedAt: at };
    const words = prepare(searchFields({ ...after, html: '' }));
    const flags = await pen.ledger.flagsOf(row);
    await pen.ledger.flag(row, FLAG.gone, FLAG.alive | FLAG.damaged);
    doc = await pen.ledger.add({ ...after, flags });
    pen.find(doc, words);
    pen.put('bodies', { id, html: '' as SafeHtml, changedAt: at });
  }
  const marked = await unmark(pen, former);
  const { versions, tags } = row;
  const made =
    after === article
      ? { ...row, savedAt: article.savedAt, ...shownState(state) }
      : toRow(after, state, { doc, tags, versions });
  await pen.ledger.flag({ id, doc }, flagsOf(made) | marked, ~(FLAG.pictures | FLAG.damaged));
  pen.put('articles', after);
  pen.put('states', state);
  pen.put('rows', made);
}

const shownState = ({ place, favourite, progress }: StateRecord) => ({
  place: place.is,
  favourite: favourite.is,
  progress: progress?.is.part ?? 0,
});

function restoreState(state: StateRecord, former: FormerRecord, stamp: Time): void {
  if (former.favourite && state.favourite.at === stamp) state.favourite = former.favourite;
  if (former.place && state.place.at === stamp) state.place = former.place;
  if (former.progress !== undefined && state.progress?.at === stamp) {
    if (former.progress) state.progress = former.progress;
    else delete state.progress;
  }
}

async function untag(
  pen: ImportPen,
  tags: readonly string[],
  { id, tags: given = [] }: FormerRecord,
): Promise<string[]> {
  const keys = new Set(given.map(tagKey));
  const store = pen.transaction.objectStore('tags');
  for (const tag of given) {
    const key = tagKey(tag);
    await store.put({ id, key, tag, changedAt: pen.at, deletedAt: pen.at });
  }
  return tags.filter((tag) => !keys.has(tagKey(tag)));
}

/** Takes back the highlights that came; answers what the ledger says of those that are left. */
async function unmark(pen: ImportPen, { id, highlights = [] }: FormerRecord): Promise<number> {
  const store = pen.transaction.objectStore('highlights');
  const gone = new Set<string>(highlights);
  const records = await store.getAll(ofArticle(id));
  for (const record of records.filter(({ highlight }) => gone.has(highlight)))
    await store.delete([id, record.highlight]);
  return highlightFlags(records.filter(({ highlight }) => !gone.has(highlight)));
}
