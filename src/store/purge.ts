import type { Time } from '../article/article.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { ofArticle } from './save.ts';
import type { LedgerChunk } from './schema.ts';

/** Removed articles and earlier versions are kept so long, for undo and for devices that have not heard. */
const KEEP_REMOVED: Time = 30 * 24 * 60 * 60 * 1000;
/** So many a transaction: each is a short wait for whoever saves meanwhile. */
const BATCH = 100;

const OF_ARTICLE = [
  'articles',
  'bodies',
  'states',
  'rows',
  'edits',
  'albums',
  'thumbnails',
] as const;
const SEVERAL = ['tags', 'highlights', 'versions', 'pictures'] as const;

/** Deletes what is old enough for good; answers how many articles went. */
export async function purge(
  db: LibraryDatabase,
  now: Time,
): Promise<{ gone: number; chunks: LedgerChunk[] }> {
  const old = IDBKeyRange.upperBound(now - KEEP_REMOVED);
  await purgeVersions(db, old);
  await purgeHighlights(db, old);
  await purgeImports(db, now - KEEP_REMOVED);
  const chunks: LedgerChunk[] = [];
  for (let gone = 0; ;) {
    const stores = [...OF_ARTICLE, ...SEVERAL, 'unindexed', 'ledger'] as const;
    const transaction = db.transaction(stores, 'readwrite');
    const ids = await transaction.objectStore('articles').index('deletedAt').getAllKeys(old, BATCH);
    const rows = await Promise.all(ids.map((id) => transaction.objectStore('rows').get(id)));
    const pen = new LedgerPen(transaction.objectStore('ledger'));
    for (const row of rows) if (row) await pen.flag(row, FLAG.gone, FLAG.alive);
    chunks.push(...(await pen.write()));
    await Promise.all([
      ...rows.map((row) => row && transaction.objectStore('unindexed').delete(row.doc)),
      ...ids.flatMap((id) => [
        ...OF_ARTICLE.map((name) => transaction.objectStore(name).delete(id)),
        ...SEVERAL.map((name) => transaction.objectStore(name).delete(ofArticle(id))),
      ]),
      transaction.done,
    ]);
    gone += ids.length;
    if (ids.length < BATCH) return { gone, chunks };
  }
}

/** Those that the person took away; of an article that is removed itself they go with it. */
async function purgeHighlights(db: LibraryDatabase, old: IDBKeyRange): Promise<void> {
  const { store, done } = db.transaction('highlights', 'readwrite');
  const keys = await store.index('deletedAt').getAllKeys(old);
  await Promise.all([...keys.map((key) => store.delete(key)), done]);
}

/** What is left of them could not be undone any more. */
async function purgeImports(db: LibraryDatabase, before: Time): Promise<void> {
  const transaction = db.transaction(['imports', 'importBatches'], 'readwrite');
  const imports = transaction.objectStore('imports');
  const old = (await imports.getAll()).filter(({ startedAt }) => startedAt < before);
  await Promise.all([
    ...old.flatMap(({ id }) => [
      imports.delete(id),
      transaction.objectStore('importBatches').delete(IDBKeyRange.bound([id], [id, []])),
    ]),
    transaction.done,
  ]);
}

/** Earlier versions go; the rows count them anew. */
async function purgeVersions(db: LibraryDatabase, old: IDBKeyRange): Promise<void> {
  const transaction = db.transaction(['versions', 'rows'], 'readwrite');
  const [versions, rows] = [transaction.objectStore('versions'), transaction.objectStore('rows')];
  const keys = await versions.index('replacedAt').getAllKeys(old);
  for (const key of keys) {
    await versions.delete(key);
    const { versions: _before, ...row } = (await rows.get(key[0])) ?? {};
    const left = await versions.count(ofArticle(key[0]));
    if ('doc' in row) await rows.put({ ...row, ...(left > 0 && { versions: left }) });
  }
  await transaction.done;
}
