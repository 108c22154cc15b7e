// Chromium's database is a log that it goes on with after every start. A full disk cuts off the last record; what
// stands behind that one day is taken for damage, and the whole library is thrown away (LevelDB with `reuse_logs`).
// So nothing is written after a full disk until there is room to begin a new log. A log cannot even be read
// where there is no room at all: a reserve is given up for that.

import { deleteDB, openDB } from 'idb';
import { openDatabase, type LibraryDatabase } from './open-library.ts';

/** Remembers, outside of the database, that its log was cut off. */
export interface TornLogArea {
  load(): Promise<boolean>;
  save(isTorn: boolean): Promise<void>;
}

/** The disk beside the database. */
export interface Disk {
  /** Whether so many bytes fit now. */
  hasRoom(bytes: number): Promise<boolean>;
  keepReserve(bytes: number): Promise<void>;
  dropReserve(): Promise<void>;
}

/** What a new log takes, with the tables that the old one becomes. */
const ROOM = 16_000_000;
/** With less than this left, one of the small records that go with every change may have been cut off. */
const LITTLE = 100_000;
/** What reading a log takes: the table that it becomes. */
const RESERVE = 6_000_000;

/** Opens the library, for reading alone while its log is cut off and there is no room for a new one. */
export function openUntorn(
  area: TornLogArea,
  disk: Disk,
  { open = openDatabase, renew = beginNewLog } = {},
): typeof openDatabase {
  const look = async (end: DOMException | null): Promise<boolean> => {
    const isFull = end !== null && /NO_SPACE|full disk/.test(end.message);
    if (!isFull && (await disk.hasRoom(LITTLE))) return false;
    // There may be none.
    await disk.dropReserve().catch(() => undefined);
    await area.save(true);
    return true;
  };
  let looking: Promise<boolean> = Promise.resolve(false);
  const isTornBy = (end: DOMException | null): Promise<boolean> => {
    looking = look(end);
    return looking;
  };
  return async (onClosed, ...how) => {
    const closed = (): void => {
      onClosed();
      void isTornBy(null);
    };
    await looking;
    let isTorn = area.load();
    const db = await open(closed, ...how).catch(async (error: unknown) => {
      if (!(error instanceof DOMException) || !(await isTornBy(error))) throw error;
      isTorn = Promise.resolve(true);
      return open(closed, ...how).catch(() => {
        throw new DOMException('no room to open', 'QuotaExceededError');
      });
    });
    db.addEventListener('abort', ({ target }) => {
      const { error } = target as IDBTransaction;
      if (error) void isTornBy(error);
    });
    if (!(await isTorn)) return db;
    if (!(await disk.hasRoom(ROOM)) || !(await isDone(renew()))) return forReading(db);
    await area.save(false);
    return db;
  };
}

const isDone = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      console.error(error);
      return false;
    },
  );

/** Keeps some room that can be given up; to be called when it is quiet. */
export async function keepReserve(area: TornLogArea, disk: Disk): Promise<void> {
  // The last room is for articles.
  if (!(await area.load()) && (await disk.hasRoom(ROOM))) await disk.keepReserve(RESERVE);
}

/** A connection for reading alone was to write; another may be allowed to. */
export class WriteRefused extends DOMException {}

/** Refuses to write as a full disk does. */
const forReading = (db: LibraryDatabase): LibraryDatabase =>
  new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const isWriting = ['put', 'add', 'delete', 'clear'].includes(String(name));
        if (isWriting || (name === 'transaction' && args[1] === 'readwrite'))
          throw new WriteRefused('the disk was full', 'QuotaExceededError');
        return (value as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });

/** LevelDB begins a new log after 4 MB, and values from 64 KB on are files of their own. */
const ENOUGH = 6_000_000;
const RECORD = 32_000;
const AT_ONCE = 32;
const SCRATCH = 'new-log';

/** Writes so much beside the library that its database begins a new log, and takes it away again. */
async function beginNewLog(): Promise<void> {
  const db = await openDB(SCRATCH, 1, { upgrade: (made) => made.createObjectStore('records') });
  for (let written = 0; written < ENOUGH;) {
    const transaction = db.transaction('records', 'readwrite', { durability: 'strict' });
    for (let at = 0; at < AT_ONCE; at += 1, written += RECORD)
      // Nothing that can be made smaller.
      void transaction.store.put(crypto.getRandomValues(new Uint8Array(RECORD)), written);
    await transaction.done;
  }
  db.close();
  await deleteDB(SCRATCH);
}
