import type { IDBPTransaction } from 'idb';
import { articleId, type ArticleId, type Time } from '../article/article.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import { LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { flagsOf, toRow } from './row.ts';
import type {
  ArticleRecord,
  LedgerChunk,
  LibrarySchema,
  RowRecord,
  StateRecord,
} from './schema.ts';

export interface SaveReceipt {
  id: ArticleId;
  /** It was there before; nothing was changed, unless it was to be replaced. */
  already: boolean;
}

export const SAVE_STORES = [
  'articles',
  'bodies',
  'states',
  'rows',
  'tags',
  'versions',
  'ledger',
  'unindexed',
] as const;
type Transaction = IDBPTransaction<LibrarySchema, typeof SAVE_STORES, 'readwrite'>;

/** Saves a draft in one transaction. */
export async function saveDraft(
  db: LibraryDatabase,
  draft: CleanDraft,
  { replace, at }: { replace: boolean; at: Time },
): Promise<{ receipt: SaveReceipt; chunks: LedgerChunk[] }> {
  const id = await articleId(draft.url);
  const transaction = db.transaction(SAVE_STORES, 'readwrite', { durability: 'strict' });
  const before = await transaction.objectStore('rows').get(id);
  const already = before !== undefined && !before.removed;
  // An address alone gives way to the article whenever it comes.
  if (already && !replace && !before.waiting) return { receipt: { id, already }, chunks: [] };

  const { html, pictures: _addresses, ...facts } = draft;
  const savedAt = already ? before.savedAt : at;
  const article: ArticleRecord = { ...facts, id, savedAt, changedAt: at };
  const kept = already ? await transaction.objectStore('states').get(id) : undefined;
  const state = kept ?? newState(id, at);
  if (already) await keepVersion(transaction, id, html, at);
  if (before && !already) await dropTags(transaction, before, at);
  const versions = already ? await transaction.objectStore('versions').count(ofArticle(id)) : 0;

  const pen = new LedgerPen(transaction.objectStore('ledger'));
  if (before) await pen.flag(before.doc, 0, 0xff);
  const row = toRow(article, state, { doc: 0, tags: already ? before.tags : [], versions });
  const { words, minutes } = facts;
  row.doc = await pen.add({ id, savedAt, words, minutes, flags: flagsOf(row) });
  const [chunks] = await Promise.all([
    pen.write(),
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put({ id, html, changedAt: at }),
    transaction.objectStore('states').put(state),
    transaction.objectStore('rows').put(row),
    transaction.objectStore('unindexed').put({ doc: row.doc, id }),
    transaction.done,
  ]);
  // Who had only the address has it saved now.
  return { receipt: { id, already: already && !before.waiting }, chunks };
}

export const newState = (id: ArticleId, at: Time): StateRecord => ({
  id,
  place: { is: 'unread', at },
  favourite: { is: false, at },
});

/** Keeps what is there as an earlier version, if its text is another. */
async function keepVersion(
  transaction: Transaction,
  id: ArticleId,
  html: string,
  at: Time,
): Promise<void> {
  const [article, body] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('bodies').get(id),
  ]);
  if (!article || !body || article.waiting || body.html === html) return;
  const { deletedAt: _gone, changedAt, waiting: _waiting, ...facts } = article;
  await transaction.objectStore('versions').put({
    ...facts,
    savedAt: changedAt,
    replacedAt: at,
    html: body.html,
  });
}

export async function dropTags(
  transaction: Transaction,
  { id, tags }: RowRecord,
  at: Time,
): Promise<void> {
  if (tags.length === 0) return;
  const store = transaction.objectStore('tags');
  for (const { live: _live, ...record } of await store.getAll(ofArticle(id)))
    await store.put({ ...record, changedAt: at, deletedAt: at });
}

/** The keys of an article in a store of several records an article. */
export const ofArticle = (id: ArticleId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
