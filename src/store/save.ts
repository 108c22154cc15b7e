import type { IDBPTransaction } from 'idb';
import { articleId, type ArticleId, type Time } from '../article/article.ts';
import type { CleanDraft } from '../sanitize/clean-draft.ts';
import { damaged, isRow } from './damage.ts';
import { correctionsOf, editedFields, editOf, laidOver, searchFields } from './edited.ts';
import { dropHighlights } from './highlight-record.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { readable } from './readable.ts';
import { prepare } from './search/prepare.ts';
import type { SearchIndex } from './search/search-index.ts';
import { flagsOf, toRow } from './row.ts';
import type {
  AlbumRecord,
  ArticleRecord,
  EditRecord,
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
  'highlights',
  'edits',
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
  const transaction = db.transaction(SAVE_STORES, 'readwrite', { durability: 'strict' });
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  const receipts: SaveReceipt[] = [];
  for (const [turn, draft] of drafts.entries()) {
    receipts.push(await putDraft({ transaction, pen, index }, draft, ids[turn]!, saving));
  }
  const [chunks] = await Promise.all([pen.write(), transaction.done]);
  return { receipts, chunks };
}

interface Tools {
  transaction: Transaction;
  pen: LedgerPen;
  index: SearchIndex;
}

async function putDraft(
  { transaction, pen, index }: Tools,
  draft: CleanDraft,
  id: ArticleId,
  { replace, at }: Saving,
): Promise<SaveReceipt> {
  // Asked together: each answer of the disk is waited for.
  const asked = Promise.all([
    transaction.objectStore('rows').get(id),
    transaction.objectStore('albums').get(id),
    pen.readAhead(),
  ]);
  // While the disk looks.
  const words = prepare(searchFields(draft));
  const [before, former] = await asked;
  if (before && !isRow(before)) damaged(transaction, 'a row');
  if (before) await pen.check(before);
  const already = before !== undefined && !before.removed;
  // An address alone gives way to the article whenever it comes.
  if (already && !replace && !before.waiting) return { id, already };

  const { html, pictures, ...facts } = draft;
  const savedAt = already ? before.savedAt : at;
  const article: ArticleRecord = { ...facts, id, savedAt, changedAt: at };
  const kept = already ? await transaction.objectStore('states').get(id) : undefined;
  const state = kept ?? untouched(article);
  const edit = already ? await keepVersion(transaction, id, html, at) : undefined;
  if (before && !already) await dropFacts(transaction, before, at);
  const versions = already ? await transaction.objectStore('versions').count(ofArticle(id)) : 0;

  const album = newAlbum(id, pictures, former);
  if (before) await pen.flag(before, FLAG.gone, FLAG.alive | FLAG.damaged);
  const shown = laidOver(article, { html }, edit);
  const row = toRow(shown, state, { doc: 0, tags: already ? before.tags : [], versions });
  // Highlights remember words: they stay with a new text, and are looked for in it.
  const marked = already ? (await pen.flagsOf(before)) & (FLAG.highlights | FLAG.notes) : 0;
  const flags = flagsOf(row) | (album?.kept.length ? FLAG.pictures : 0) | marked;
  const { words: length, minutes } = shown;
  row.doc = await pen.add({ id, savedAt, words: length, minutes, flags });
  const found = edit ? prepare(editedFields(article, { html }, edit)) : words;
  await Promise.all([
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put({ id, html, changedAt: at }),
    transaction.objectStore('rows').put(row),
    album && transaction.objectStore('albums').put(album),
    index.add(transaction, row.doc, found),
  ]);
  // Who had only the address has it saved now.
  return { id, already: already && !before.waiting };
}

export const newState = (id: ArticleId, at: Time): StateRecord => ({
  id,
  place: { is: 'unread', at },
  favourite: { is: false, at },
});

/** What an article without a record of its state is like: as it was when it was saved. */
export const untouched = ({ id, savedAt }: { id: ArticleId; savedAt: Time }): StateRecord =>
  newState(id, savedAt);

/** Whether a state is worth a record: more than that nobody has touched the article. */
export const isSaid = ({ place, favourite, progress }: StateRecord): boolean =>
  place.is !== 'unread' || favourite.is || progress !== undefined;

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

/**
 * Keeps what is there as an earlier version, if its text is another, and the person's copy of it as one too.
 * Answers the edit that is laid over the new text: the corrected facts, and no more if the text is another.
 */
async function keepVersion(
  transaction: Transaction,
  id: ArticleId,
  html: string,
  at: Time,
): Promise<EditRecord | undefined> {
  const [article, body, edit] = await Promise.all([
    transaction.objectStore('articles').get(id),
    readable(transaction.objectStore('bodies'), id),
    editOf(transaction.objectStore('edits'), id),
  ]);
  if (body?.html === html) return edit;
  if (article && body && !article.waiting) {
    const { deletedAt: _gone, changedAt, waiting: _waiting, ...facts } = article;
    const version = { ...facts, savedAt: changedAt, replacedAt: at, html: body.html };
    await transaction.objectStore('versions').put(version);
    if (edit?.html !== undefined && edit.html !== html) {
      const { words, minutes } = laidOver(article, body, edit);
      const { html: copy } = edit;
      const savedAt = copySavedAt(edit, article);
      await transaction
        .objectStore('versions')
        .put({ ...version, words, minutes, html: copy, savedAt, edited: true });
    }
  }
  if (!edit) return undefined;
  const corrections = correctionsOf(edit);
  if (Object.keys(corrections).length === 0) {
    await transaction.objectStore('edits').delete(id);
    return undefined;
  }
  const kept: EditRecord = { id, changedAt: edit.changedAt, ...corrections };
  await transaction.objectStore('edits').put(kept);
  return kept;
}

/** What a corrected copy is called among the versions of its article. */
export const copySavedAt = (edit: EditRecord, article: ArticleRecord): Time =>
  Math.max(edit.changedAt, article.changedAt + 1);

/** Leaves behind what the person added to an article that was removed and comes back new. */
export async function dropFacts(
  transaction: Transaction,
  { id, tags }: RowRecord,
  at: Time,
): Promise<void> {
  await Promise.all([
    transaction.objectStore('states').delete(id),
    dropHighlights(transaction.objectStore('highlights'), id, at),
    transaction.objectStore('edits').delete(id),
  ]);
  if (tags.length === 0) return;
  const store = transaction.objectStore('tags');
  for (const { live: _live, words: _words, ...record } of await store.getAll(ofArticle(id)))
    await store.put({ ...record, changedAt: at, deletedAt: at });
}

/** The keys of an article in a store of several records an article. */
export const ofArticle = (id: ArticleId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
