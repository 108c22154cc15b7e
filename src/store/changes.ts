import type { IDBPTransaction } from 'idb';
import type { ArticleId, Time } from '../article/article.ts';
import { type Change, cleanTag, type Deed, tagKey } from '../article/library-change.ts';
import { damaged, isRow } from './damage.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { LibraryDatabase } from './open-library.ts';
import { flagsOf } from './row.ts';
import { untouched } from './save.ts';
import { wordsOf } from './search/words.ts';
import type { LedgerChunk, LibrarySchema, RowRecord, StateRecord } from './schema.ts';

const STORES = ['articles', 'states', 'rows', 'tags', 'ledger'] as const;
type Transaction = IDBPTransaction<LibrarySchema, typeof STORES, 'readwrite'>;

export interface Performed {
  /** What takes it back. */
  undo: Deed[];
  chunks: LedgerChunk[];
}

/**
 * Does all deeds in one transaction, in their order; what changes nothing leaves no trace. What a fact's
 * stamp shows to be done by this very deed, in a background that was killed before it answered, counts as
 * done now: the answer leads back all the same.
 */
export async function perform(
  db: LibraryDatabase,
  deeds: readonly Deed[],
  now: Time,
): Promise<Performed> {
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  const undo = new UndoList();
  for (const { ids, change, at = now } of deeds) {
    const perId = async (id: ArticleId): Promise<void> => {
      const row = await transaction.objectStore('rows').get(id);
      if (row && !isRow(row)) damaged(transaction, 'a row');
      if (!row || (row.removed && change.is !== 'removed')) return;
      const back = await changeRow(transaction, row, change, at);
      if (!back) return;
      undo.add(id, back);
      await transaction.objectStore('rows').put(row);
      await pen.flag(row, flagsOf(row), WRITTEN_HERE);
    };
    // All at once: a disk that answers one question after the other makes hundreds of them slow.
    await Promise.all([...new Set(ids)].map(perId));
  }
  const chunks = await pen.write();
  await transaction.done;
  return { undo: undo.deeds(), chunks };
}

/** The flags that follow from a row; the others belong to pictures and highlights. */
const WRITTEN_HERE = FLAG.alive | FLAG.archive | FLAG.favourite | FLAG.tags | FLAG.waiting;

/** Changes the facts and the row; gives the change that leads back, or null when nothing changed. */
async function changeRow(
  transaction: Transaction,
  row: RowRecord,
  change: Change,
  at: Time,
): Promise<Change | null> {
  switch (change.is) {
    case 'removed':
      return removeRow(transaction, row, change.removed, at);
    case 'tags':
      return tagRow(transaction, row, change, at);
    case 'place':
    case 'favourite':
    case 'progress':
      return changeState(transaction, row, change, at);
  }
}

async function changeState(
  transaction: Transaction,
  row: RowRecord,
  change: Extract<Change, { is: 'place' | 'favourite' | 'progress' }>,
  at: Time,
): Promise<Change | null> {
  const state = (await transaction.objectStore('states').get(row.id)) ?? untouched(row);
  const back = changedState(state, row, change, at);
  if (back) await transaction.objectStore('states').put(state);
  return back;
}

function changedState(
  state: StateRecord,
  row: RowRecord,
  change: Extract<Change, { is: 'place' | 'favourite' | 'progress' }>,
  at: Time,
): Change | null {
  if (change.is === 'place') {
    const other = change.place === 'archive' ? 'unread' : 'archive';
    const back: Change = { is: 'place', place: other };
    if (row.place === change.place) return state.place.at === at ? back : null;
    row.place = change.place;
    state.place = { is: change.place, at };
    return back;
  }
  if (change.is === 'favourite') {
    const back: Change = { is: 'favourite', favourite: !change.favourite };
    if (row.favourite === change.favourite) return state.favourite.at === at ? back : null;
    row.favourite = change.favourite;
    state.favourite = { is: change.favourite, at };
    return back;
  }
  const before = state.progress?.is ?? { part: 0, block: 0 };
  row.progress = change.progress.part;
  state.progress = { is: change.progress, at };
  return { is: 'progress', progress: before };
}

async function removeRow(
  transaction: Transaction,
  row: RowRecord,
  removed: boolean,
  at: Time,
): Promise<Change | null> {
  const article = await transaction.objectStore('articles').get(row.id);
  if (!article) return null;
  const back: Change = { is: 'removed', removed: !removed };
  if ((article.deletedAt !== undefined) === removed) return article.changedAt === at ? back : null;
  const { deletedAt: _before, ...there } = article;
  await transaction
    .objectStore('articles')
    .put({ ...there, changedAt: at, ...(removed && { deletedAt: at }) });
  if (removed) row.removed = true;
  else delete row.removed;
  return back;
}

async function tagRow(
  transaction: Transaction,
  row: RowRecord,
  change: Extract<Change, { is: 'tags' }>,
  at: Time,
): Promise<Change | null> {
  const store = transaction.objectStore('tags');
  const { id } = row;
  const gone: string[] = [];
  const come: string[] = [];
  for (const tag of change.remove) {
    const key = tagKey(tag);
    const known = row.tags.find((one) => tagKey(one) === key);
    if (known === undefined) {
      const record = await store.get([id, key]);
      if (record?.deletedAt === at) gone.push(record.tag);
      continue;
    }
    gone.push(known);
    row.tags = row.tags.filter((one) => one !== known);
    await store.put({ id, key, tag: known, changedAt: at, deletedAt: at });
  }
  for (const tag of change.add.map(cleanTag)) {
    const key = tagKey(tag);
    if (!key) continue;
    const known = row.tags.find((one) => tagKey(one) === key);
    if (known !== undefined) {
      // Twice in one deed it comes once.
      const isOurs = (await store.get([id, key]))?.changedAt === at;
      if (isOurs && !come.includes(known)) come.push(known);
      continue;
    }
    come.push(tag);
    row.tags = [...row.tags, tag];
    await store.put({ id, key, live: key, words: wordsOf(tag), tag, changedAt: at });
  }
  return gone.length + come.length > 0 ? { is: 'tags', add: gone, remove: come } : null;
}

/** Gathers what leads back, the last first, like changes together. */
class UndoList {
  readonly #byChange = new Map<string, Deed>();

  add(id: ArticleId, change: Change): void {
    const key = JSON.stringify(change);
    const known = this.#byChange.get(key);
    if (known) known.ids.push(id);
    else this.#byChange.set(key, { ids: [id], change });
  }

  deeds = (): Deed[] => [...this.#byChange.values()].reverse();
}
