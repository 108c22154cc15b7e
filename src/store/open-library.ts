import { type IDBPDatabase, openDB } from 'idb';
import { type Migration, MIGRATIONS } from './migrations.ts';
import type { LibrarySchema } from './schema.ts';

export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/**
 * Opens the library and brings it up to date. Rejects with a `VersionError` when a newer program wrote
 * it. `onClosed` tells that the connection is gone (another version upgrades, or the browser closed it).
 */
export function openDatabase(
  onClosed: () => void,
  {
    name = 'library',
    migrations = MIGRATIONS,
  }: { name?: string; migrations?: readonly Migration[] } = {},
): Promise<LibraryDatabase> {
  return openDB<LibrarySchema>(name, migrations.length, {
    async upgrade(db, oldVersion, _newVersion, transaction) {
      for (const migrate of migrations.slice(oldVersion)) {
        await migrate(
          db as unknown as Parameters<Migration>[0],
          transaction as unknown as Parameters<Migration>[1],
        );
      }
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

/** Whether nothing was ever saved in it: lines of the ledger stay when their articles are deleted for good. */
export async function isUntouched(db: LibraryDatabase): Promise<boolean> {
  const [lines, articles] = await Promise.all([
    db.getAllKeys('ledger', null, 1),
    db.getAllKeys('articles', null, 1),
  ]);
  return lines.length + articles.length === 0;
}
