import type { Migration } from './migrations.ts';

/** Makes room for imports, and for what each batch of one did: so that it can go on and be undone. */
export const toFourthVersion: Migration = (db) => {
  db.createObjectStore('imports', { keyPath: 'id' });
  db.createObjectStore('importBatches', { keyPath: ['job', 'position'] });
};
