import type { IDBPDatabase } from 'idb';
import type { ArticleId } from '../article/article.ts';
import type {
  BackupLine,
  BackupPlace,
  BackupPortion,
  PackedPicture,
  PictureKey,
} from '../article/backup.ts';
import { toBase64 } from '../article/base64.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import type { OutKey } from '../article/taken-out.ts';
import type { PictureRecord } from './schema.ts';
import { asItIs, isOutKey, plain, readSome, valuesOf } from './take-out.ts';

/** Made from the others when a backup is restored. Small pictures are too, but it takes long. */
const DERIVED = new Set([
  ...['rows', 'ledger', 'unindexed', 'unmerged', 'segments', 'blocks', 'positions'],
]);
const AT_ONCE = 20;
/** In characters of a portion; a message between processes holds some 64 MB. */
const MOST_TEXT = 4_000_000;
const LONGEST_RECORD = 40_000_000;
/** Bytes of the pictures of one answer; a single one may be larger. */
const MOST_BYTES = 8_000_000;

/**
 * The next portion of a backup: an article and all that belongs to it are always in one, read in one
 * moment. Stores that are kept by other keys than an id follow after the articles, one after the other.
 */
export const backUp = (
  from: BackupPlace | null,
  name = 'library',
): Promise<Result<BackupPortion, LibraryFailure>> => asItIs(name, (db) => portionOf(db, from));

/** The first of these pictures, or more of them, with their bytes; one that is gone is left out. */
export const backUpPictures = (
  keys: readonly PictureKey[],
  name = 'library',
): Promise<Result<{ pictures: PackedPicture[]; read: number }, LibraryFailure>> =>
  asItIs(name, async (db) => {
    const pictures: PackedPicture[] = [];
    let bytes = 0;
    let read = 0;
    for (; read < keys.length && (read === 0 || bytes < MOST_BYTES); read += 1) {
      const found = (await db.get('pictures', keys[read]!).catch(() => undefined)) as
        PictureRecord | undefined;
      if (!(found?.bytes instanceof ArrayBuffer)) continue;
      const { id, src, type, changedAt } = found;
      bytes += found.bytes.byteLength;
      const base64 = toBase64(new Uint8Array(found.bytes));
      pictures.push({ id, src, type, changedAt, base64 });
    }
    return { pictures, read };
  });

async function portionOf(db: IDBPDatabase, from: BackupPlace | null): Promise<BackupPortion> {
  const { version } = db;
  const stores = [...db.objectStoreNames].filter((store) => !DERIVED.has(store));
  const isOfIds = (store: string): boolean => idsIn(db, store) !== null;
  const others = stores.filter((store) => !isOfIds(store));
  const nextOf = (store: string | undefined): BackupPlace | null =>
    store === undefined ? null : { store, after: null };
  if (!from?.store) {
    const after = typeof from?.after === 'string' ? from.after : null;
    const { last, ...part } = await articlesAfter(db, stores.filter(isOfIds), after);
    return {
      version,
      ...part,
      next: last === null ? nextOf(others[0]) : { store: '', after: last },
    };
  }
  const { store } = from;
  if (!others.includes(store))
    return { version, lines: [], pictures: [], unreadable: 0, next: null };
  const { records, unreadable, last } = await readSome(db, store, from.after);
  const next = last === null ? nextOf(others[others.indexOf(store) + 1]) : { store, after: last };
  const lines = records.map((record) => ({ store, record }));
  return { version, lines, pictures: [], unreadable, next };
}

/** How the keys of a store begin with an id: alone, or as the first of several; null where they do not. */
function idsIn(db: IDBPDatabase, store: string): 'alone' | 'first' | null {
  const { keyPath } = db.transaction(store).store;
  if (keyPath === 'id') return 'alone';
  return Array.isArray(keyPath) && keyPath[0] === 'id' ? 'first' : null;
}

interface Found {
  id: string;
  line?: BackupLine;
  picture?: PictureKey;
  length: number;
}

/**
 * All records whose id comes after one, up to that of the twentieth article: whatever lies between the ids of
 * two articles comes along, so that nothing is left out.
 */
async function articlesAfter(
  db: IDBPDatabase,
  stores: readonly string[],
  after: string | null,
): Promise<Omit<BackupPortion, 'version' | 'next'> & { last: string | null }> {
  const beyond = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const ids = stores.includes('articles') ? await db.getAllKeys('articles', beyond, AT_ONCE) : [];
  const end = ids.length < AT_ONCE ? null : (ids.at(-1) as string);
  let unreadable = 0;
  const found: Found[] = [];
  for (const store of stores) {
    const isFirst = idsIn(db, store) === 'first';
    const keys = (await db.getAllKeys(store, rangeOf(after, end, isFirst))).filter(isOutKey);
    if (store === 'pictures') {
      for (const key of keys as PictureKey[]) found.push({ id: key[0], picture: key, length: 0 });
      continue;
    }
    const values = await valuesOf(db, store, keys);
    for (const [at, key] of keys.entries()) {
      const record = values[at] === undefined ? undefined : plain(values[at]);
      const length = record === undefined ? 0 : JSON.stringify(record).length;
      if (record === undefined || length > LONGEST_RECORD) unreadable += 1;
      else found.push({ id: idOf(key), line: { store, record }, length });
    }
  }
  found.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  let length = 0;
  let cut = found.length;
  for (const [at, one] of found.entries()) {
    // Never between two records of one id.
    if (length > MOST_TEXT && one.id !== found[at - 1]?.id) {
      cut = at;
      break;
    }
    length += one.length;
  }
  const taken = found.slice(0, cut);
  return {
    lines: taken.flatMap(({ line }) => line ?? []),
    pictures: taken.flatMap(({ picture }) => (picture ? [picture] : [])),
    unreadable,
    last: cut < found.length ? taken.at(-1)!.id : end,
  };
}

const idOf = (key: OutKey): ArticleId => String(Array.isArray(key) ? key[0] : key) as ArticleId;

function rangeOf(after: string | null, end: string | null, isFirst: boolean): IDBKeyRange | null {
  const key = (id: string): IDBValidKey => (isFirst ? [id, []] : id);
  if (after !== null && end !== null) return IDBKeyRange.bound(key(after), key(end), true, false);
  if (after !== null) return IDBKeyRange.lowerBound(key(after), true);
  return end === null ? null : IDBKeyRange.upperBound(key(end));
}
