import type { IDBPTransaction } from 'idb';
import { articleId, type ArticleId, type Time } from '../article/article.ts';
import { textOf } from '../article/text-of.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { prepare, type SearchFields } from './search/prepare.ts';
import type { SearchIndex } from './search/search-index.ts';
import { flagsOf, toRow } from './row.ts';
import type {
  AlbumRecord,
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
  'albums',
  'ledger',
  'unmerged',
  'unindexed',
] as const;
type Transaction = IDBPTransaction<LibrarySchema, typeof SAVE_STORES, 'readwrite'>;

interface Saving {
  replace: boolean;
  at: Time;
}

/** Saves drafts, all or none, in one transaction. */
export async function saveDrafts(
  { db, index }: { db: LibraryDatabase; index: SearchIndex },
  drafts: readonly CleanDraft[],
  saving: Saving,
): Promise<{ receipts: SaveReceipt[]; chunks: LedgerChunk[] }> {
  const ids = await Promise.all(drafts.map(({ url }) => articleId(url)));
  const prepared = drafts.map(searchFields).map(prepare);
  const transaction = db.transaction(SAVE_STORES, 'readwrite', { durability: 'strict' });
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  const receipts: SaveReceipt[] = [];
  for (const [turn, draft] of drafts.entries()) {
    const { receipt, doc } = await putDraft(transaction, pen, { draft, id: ids[turn]! }, saving);
    receipts.push(receipt);
    if (doc !== undefined) await index.add(transaction, doc, prepared[turn]!);
  }
  const [chunks] = await Promise.all([pen.write(), transaction.done]);
  return { receipts, chunks };
}

async function putDraft(
  transaction: Transaction,
  pen: LedgerPen,
  { draft, id }: { draft: CleanDraft; id: ArticleId },
  { replace, at }: Saving,
): Promise<{ receipt: SaveReceipt; doc?: number }> {
  const before = await transaction.objectStore('rows').get(id);
  const already = before !== undefined && !before.removed;
  // An address alone gives way to the article whenever it comes.
  if (already && !replace && !before.waiting) return { receipt: { id, already } };

  const { html, pictures, ...facts } = draft;
  const savedAt = already ? before.savedAt : at;
  const article: ArticleRecord = { ...facts, id, savedAt, changedAt: at };
  const kept = already ? await transaction.objectStore('states').get(id) : undefined;
  const state = kept ?? newState(id, at);
  if (already) await keepVersion(transaction, id, html, at);
  if (before && !already) await dropTags(transaction, before, at);
  const versions = already ? await transaction.objectStore('versions').count(ofArticle(id)) : 0;

  const album = newAlbum(id, pictures, await transaction.objectStore('albums').get(id));
  if (before) await pen.flag(before.doc, FLAG.gone, FLAG.alive);
  const row = toRow(article, state, { doc: 0, tags: already ? before.tags : [], versions });
  const { words, minutes } = facts;
  const flags = flagsOf(row) | (album?.kept.length ? FLAG.pictures : 0);
  row.doc = await pen.add({ id, savedAt, words, minutes, flags });
  await Promise.all([
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put({ id, html, changedAt: at }),
    transaction.objectStore('states').put(state),
    transaction.objectStore('rows').put(row),
    album && transaction.objectStore('albums').put(album),
  ]);
  // Who had only the address has it saved now.
  return { receipt: { id, already: already && !before.waiting }, doc: row.doc };
}

/** What of an article can be found. */
export const searchFields = ({
  html,
  ...facts
}: Omit<SearchFields, 'text'> & { html: string }): SearchFields => ({
  ...facts,
  text: textOf(html),
});

export const newState = (id: ArticleId, at: Time): StateRecord => ({
  id,
  place: { is: 'unread', at },
  favourite: { is: false, at },
});

/** So many pictures an article; the others are missing. */
const MOST_PICTURES = 300;

/** All pictures still to be fetched, but for those that are kept: of earlier versions too; or no album. */
function newAlbum(
  id: ArticleId,
  pictures: string[],
  before: AlbumRecord | undefined,
): AlbumRecord | undefined {
  const kept = before?.kept ?? [];
  if (!before && pictures.length === 0) return undefined;
  const wanted = pictures.filter((src) => !kept.some((one) => one.src === src));
  const missing = wanted.slice(MOST_PICTURES).map((src) => ({ src, reason: 'too-large' as const }));
  return { id, waiting: wanted.slice(0, MOST_PICTURES), missing, kept };
}

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
  for (const { live: _live, words: _words, ...record } of await store.getAll(ofArticle(id)))
    await store.put({ ...record, changedAt: at, deletedAt: at });
}

/** The keys of an article in a store of several records an article. */
export const ofArticle = (id: ArticleId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
