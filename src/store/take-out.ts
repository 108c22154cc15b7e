import { type IDBPDatabase, openDB } from 'idb';
import type { LibraryFailure } from '../article/library-query.ts';
import { done, failed, type Result } from '../article/result.ts';
import type { OutKey, OutPlace, OutPortion } from '../article/taken-out.ts';
import { failureOf } from './failure.ts';

/** Made from the others, or pictures: a file of them would be large, and of no use to a person. */
const LEFT_OUT = new Set([
  ...['ledger', 'unindexed', 'unmerged', 'segments', 'blocks', 'positions'],
  ...['pictures', 'thumbnails'],
]);
const BATCH = 100;
/** In characters; a message between processes holds some 64 MB. */
const MOST_TEXT = 4_000_000;

/**
 * Reads a part of the library as it is on disk, whatever version wrote it, and changes nothing: for an
 * export where the library itself cannot be opened. `from`: null to begin.
 */
export async function takeOut(
  from: OutPlace | null,
  name = 'library',
): Promise<Result<OutPortion, LibraryFailure>> {
  return asItIs(name, (db) => readPortion(db, from));
}

/** Reads a database whatever version wrote it. */
export async function asItIs<T>(
  name: string,
  work: (db: IDBPDatabase) => Promise<T>,
): Promise<Result<T, LibraryFailure>> {
  let db: IDBPDatabase | undefined;
  try {
    // Without a version: as it is. Where there is none, none is made.
    db = await openDB(name, undefined, {
      upgrade(_db, _old, _new, made) {
        made.done.catch(() => undefined);
        made.abort();
      },
    });
    return done(await work(db));
  } catch (error) {
    const reason = failureOf(error);
    if (!reason) throw error;
    return failed(reason);
  } finally {
    db?.close();
  }
}

async function readPortion(db: IDBPDatabase, from: OutPlace | null): Promise<OutPortion> {
  const stores = [...db.objectStoreNames].filter((store) => !LEFT_OUT.has(store));
  const { version } = db;
  const store = from?.store ?? stores[0];
  if (store === undefined || !stores.includes(store))
    return { version, store: store ?? '', records: [], unreadable: 0, next: null };
  const { records, unreadable, last } = await readSome(db, store, from?.after ?? null);
  const following = stores[stores.indexOf(store) + 1];
  const next = following === undefined ? null : { store: following, after: null };
  return {
    version,
    store,
    records,
    unreadable,
    next: last === null ? next : { store, after: last },
  };
}

interface Some {
  records: unknown[];
  unreadable: number;
  /** Null at the end of the store. */
  last: OutKey | null;
}

export async function readSome(
  db: IDBPDatabase,
  store: string,
  after: OutKey | null,
): Promise<Some> {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const keys = (await db.getAllKeys(store, range, BATCH)).filter(isOutKey);
  const hasOwnKeys = db.transaction(store).store.keyPath !== null;
  const values = await valuesOf(db, store, keys);
  const some: Some = { records: [], unreadable: 0, last: null };
  let length = 0;
  for (const [at, key] of keys.entries()) {
    const value = values[at];
    if (value === undefined) some.unreadable += 1;
    else {
      const record = hasOwnKeys ? plain(value) : { key, value: plain(value) };
      length += JSON.stringify(record).length;
      some.records.push(record);
    }
    if (length > MOST_TEXT) return { ...some, last: key };
  }
  return { ...some, last: keys.length < BATCH ? null : keys.at(-1)! };
}

/** The records of the keys; undefined where the disk does not give one back. */
export async function valuesOf(
  db: IDBPDatabase,
  store: string,
  keys: OutKey[],
): Promise<unknown[]> {
  if (keys.length === 0) return [];
  try {
    return await db.getAll(store, IDBKeyRange.bound(keys[0], keys.at(-1)), keys.length);
  } catch {
    // One that is lost takes all others of its transaction with it.
    return Promise.all(keys.map((key) => db.get(store, key).catch(() => undefined)));
  }
}

export const isOutKey = (key: unknown): key is OutKey =>
  typeof key === 'string' || typeof key === 'number' || (Array.isArray(key) && key.every(isOutKey));

/** A value as JSON can hold it. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
    return { leftOut: 'bytes', bytes: value.byteLength };
  if (value instanceof Blob) return { leftOut: 'bytes', bytes: value.size };
  if (value instanceof Map || value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
