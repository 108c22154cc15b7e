import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { toFifthVersion } from './fifth-version.ts';
import { toFourthVersion } from './fourth-version.ts';
import { toSecondVersion } from './second-version.ts';
import { toThirdVersion } from './third-version.ts';

type AnyDatabase = IDBPDatabase<unknown>;
type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;
export type Migration = (db: AnyDatabase, upgrade: Upgrade) => void | Promise<void>;

/**
 * Append only: the length of this list is the version of the database. A migration names its stores as
 * they were then and imports no current types; tests/libraries keeps a library of every version.
 */
export const MIGRATIONS: readonly Migration[] = [
  (db) => {
    db.createObjectStore('articles', { keyPath: 'id' }).createIndex('deletedAt', 'deletedAt');
    db.createObjectStore('bodies', { keyPath: 'id' });
    db.createObjectStore('states', { keyPath: 'id' });
    const rows = db.createObjectStore('rows', { keyPath: 'id' });
    rows.createIndex('savedAt', 'savedAt');
    rows.createIndex('place', ['place', 'savedAt']);
    rows.createIndex('starred', ['starred', 'savedAt']);
    db.createObjectStore('texts', { keyPath: 'id' });
    db.createObjectStore('pictures', { keyPath: ['id', 'src'] });
    db.createObjectStore('thumbnails', { keyPath: 'id' });
  },
  toSecondVersion,
  toThirdVersion,
  toFourthVersion,
  toFifthVersion,
];
