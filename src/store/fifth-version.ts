import type { Migration } from './migrations.ts';

/** Finds the lines of the ledger that were written since: who reads along takes these alone. */
export const toFifthVersion: Migration = (_db, upgrade) => {
  upgrade.objectStore('ledger').createIndex('edition', 'edition');
};
