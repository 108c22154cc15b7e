import type { Migration } from './migrations.ts';

/** Makes room for highlights, several an article, and for a corrected copy of an article. */
export const toThirdVersion: Migration = (db) => {
  const highlights = db.createObjectStore('highlights', { keyPath: ['id', 'highlight'] });
  highlights.createIndex('words', 'words', { multiEntry: true });
  highlights.createIndex('deletedAt', 'deletedAt');
  db.createObjectStore('edits', { keyPath: 'id' });
};
