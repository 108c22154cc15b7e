import type { ArticleId, Time } from '../article/article.ts';
import {
  type ImportArticle,
  type ImportBatch,
  type ImportFault,
  type ImportId,
  type ImportJob,
  isOver,
} from '../article/import-job.ts';
import { articleIds } from '../article/many-ids.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { searchFields } from './edited.ts';
import { damaged, isRow } from './damage.ts';
import { mergeInto } from './import-merge.ts';
import { IMPORT_STORES, ImportPen } from './import-pen.ts';
import { FLAG } from './ledger.ts';
import type { Library } from './library.ts';
import type { LibraryDatabase } from './open-library.ts';
import type { Grounds } from './find.ts';
import { rowsOf } from './rows.ts';
import { prepare } from './search/prepare.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { FormerRecord, ImportBatchRecord, LedgerChunk } from './schema.ts';

/** What became of a batch: how far its import has come; null where there is no such import any more. */
export type BatchReceipt = Pick<ImportJob, 'next' | 'counts' | 'state'> | null;

/** Remembers a new import; one that is there stays as it is. */
export const beginImport = (
  library: Library,
  job: ImportJob,
): Promise<Result<ImportJob, LibraryFailure>> =>
  library.attempt(async (db) => {
    const transaction = db.transaction('imports', 'readwrite', { durability: 'strict' });
    const before = await transaction.store.get(job.id);
    if (!before) await transaction.store.put(job);
    await transaction.done;
    return before ?? job;
  });

/** All imports of the last 30 days, the latest first. */
export const allImports = (library: Library): Promise<Result<ImportJob[], LibraryFailure>> =>
  library.attempt(async (db) =>
    (await db.getAll('imports')).sort((one, other) => other.startedAt - one.startedAt),
  );

/** Ends a running import: all rows came, or the person wants no more of them. */
export const endImport = (
  library: Library,
  { job, state }: { job: ImportId; state: 'done' | 'stopped' },
): Promise<Result<ImportJob | null, LibraryFailure>> =>
  library.attempt(async (db) => {
    const transaction = db.transaction('imports', 'readwrite', { durability: 'strict' });
    const before = await transaction.store.get(job);
    const after = before?.state === 'running' ? { ...before, state } : before;
    if (after) await transaction.store.put(after);
    await transaction.done;
    return after ?? null;
  });

/** The rows of an import that failed, in their order. */
export const faultsOf = (
  library: Library,
  job: ImportId,
): Promise<Result<ImportFault[], LibraryFailure>> =>
  library.attempt(async (db) => {
    const batches = await db.getAll('importBatches', IDBKeyRange.bound([job], [job, []]));
    return batches.flatMap(({ faults }) => faults);
  });

/**
 * Articles that an import added and that still wait for their text: those of one batch, at `position` or
 * after it; null where no batch is left.
 */
export const waitingOf = (
  library: Library,
  { job, position }: { job: ImportId; position: number },
): Promise<Result<{ waiting: Waiting[]; next: number } | null, LibraryFailure>> =>
  library.attempt(async (db) => {
    let after = position;
    for (;;) {
      const batch = await db.get('importBatches', IDBKeyRange.bound([job, after], [job, []]));
      if (!batch) return null;
      after = batch.position + 1;
      const rows = await rowsOf(db, idsIn(batch.added));
      const waiting = rows.filter((row) => row.waiting && !isOfFile(row.url));
      if (waiting.length > 0)
        return { waiting: waiting.map(({ url, title }) => ({ url, title })), next: after };
    }
  });

export interface Waiting {
  url: string;
  title: string;
}

/** A text of a file has an address that nobody can ask for. */
const isOfFile = (url: string): boolean => new URL(url).host === 'file.invalid';

const ID = 32;
/** The ids of a batch. */
export const idsIn = (ids: string): ArticleId[] =>
  Array.from({ length: ids.length / ID }, (_, at) => ids.slice(at * ID, at * ID + ID) as ArticleId);

/** For each id "0": not there, "1": there, "2": there and waiting for its text. */
export const areThere = (
  library: Library,
  ids: readonly ArticleId[],
): Promise<Result<string, LibraryFailure>> =>
  library.consult(({ ledger }: Grounds) => {
    const signs = ids.map((id) => {
      const doc = ledger.numberOf(id);
      return doc === undefined ? '0' : ledger.flags(doc) & FLAG.waiting ? '2' : '1';
    });
    return Promise.resolve(signs.join(''));
  });

/**
 * Keeps a batch, all or none, in one transaction with how far the import has come. A batch that begins
 * elsewhere than where the import stands changes nothing: so a repeated one does no harm.
 */
export async function keepBatch(
  library: Library,
  batch: ImportBatch<SafeHtml>,
): Promise<Result<BatchReceipt, LibraryFailure>> {
  const known = await library.consult(({ ledger }) => Promise.resolve(ledger.has));
  if (!known.ok) return known;
  return library.write(async (db, at, index) => {
    try {
      return await keepInOne({ db, index, mayBeThere: known.value }, batch, at);
    } catch (error) {
      if (!isOvertaken(error)) throw error;
      return await keepInOne({ db, index, mayBeThere: () => true }, batch, at);
    }
  });
}

/** What the ledger did not know was there all the same: the transaction has been taken back. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof DOMException && ['ConstraintError', 'AbortError'].includes(error.name);

async function keepInOne(
  {
    db,
    index,
    mayBeThere,
  }: { db: LibraryDatabase; index: SearchIndex; mayBeThere: (id: ArticleId) => boolean },
  { job: jobId, position, rows: count, entries }: ImportBatch<SafeHtml>,
  at: Time,
): Promise<{ value: BatchReceipt; chunks: LedgerChunk[] }> {
  const articles = entries.filter((entry) => entry.is === 'article');
  const ids = articleIds(articles.map(({ url }) => url));
  const prepared = articles.map(({ text, ...facts }) =>
    prepare(searchFields({ ...facts, html: text?.html ?? '' })),
  );
  // Each batch with how far the import is: what a power cut takes comes again. The strict end of an import
  // brings all batches before it to the disk.
  const transaction = db.transaction(IMPORT_STORES, 'readwrite', { durability: 'relaxed' });
  // What ends the transaction is heard of by who waits for the records.
  transaction.done.catch(() => undefined);
  const imports = transaction.objectStore('imports');
  const job = await imports.get(jobId);
  if (!job || job.state !== 'running' || job.next !== position) {
    await transaction.done;
    return { value: job ?? null, chunks: [] };
  }
  const pen = new ImportPen(transaction, at);
  // A question for each of thousands costs as much as keeping them: the ledger answers most.
  const known = await pen.rowsOf(ids.filter(mayBeThere));
  const added: ArticleId[] = [];
  const merged: FormerRecord[] = [];
  for (const [turn, article] of articles.entries()) {
    const id = ids[turn]!;
    const row = known.get(id);
    if (row && !isRow(row)) damaged(transaction, 'a row');
    if (row) await pen.ledger.check(row);
    const words = prepared[turn]!;
    if (row && !row.removed) {
      const former = await mergeInto(pen, row, article, words);
      if (former) merged.push(former);
      continue;
    }
    const savedAt = savedTime(article, job, position + turn);
    known.set(id, await pen.add(id, article, { savedAt, words, before: row }));
    added.push(id);
  }
  const faults = entries.filter((entry) => entry.is === 'fault');
  const next = { ...job, next: position + count };
  next.counts = {
    added: job.counts.added + added.length,
    merged: job.counts.merged + merged.length,
    same: job.counts.same + articles.length - added.length - merged.length,
    failed: job.counts.failed + faults.length,
  };
  const record: ImportBatchRecord = {
    job: jobId,
    position,
    at,
    added: added.join(''),
    merged,
    faults,
  };
  await Promise.all([index.addAll(pen.indexPart, pen.documents), imports.put(next)]);
  const [chunks] = await Promise.all([
    pen.end(),
    transaction.objectStore('importBatches').put(record),
    transaction.done,
  ]);
  return { value: next, chunks };
}

/** Without a day of their own they keep the order of the file, the first as the latest. */
const savedTime = ({ savedAt }: ImportArticle, { startedAt }: ImportJob, place: number): Time =>
  savedAt ?? startedAt - place;

/** Whether an import can be undone. */
export const canUndo = (job: ImportJob): boolean => isOver(job) || job.state === 'undoing';
