import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface FilesSchema extends DBSchema {
  files: { key: string; value: { path: string; file: File }[] };
}

const open = (): Promise<IDBPDatabase<FilesSchema>> =>
  openDB<FilesSchema>('import-files', 1, {
    upgrade(db) {
      db.createObjectStore('files');
    },
  });

async function within<T>(work: (db: IDBPDatabase<FilesSchema>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/**
 * The files of imports that are not over, so that one can go on in another tab. Private windows of Firefox,
 * and a full disk, keep none.
 */
export const importFiles = {
  /** False where they cannot be kept. */
  keep: (id: string, files: readonly File[]): Promise<boolean> =>
    within(async (db) => {
      const kept = files.map((file) => ({ path: file.webkitRelativePath, file }));
      await db.put('files', kept, id);
      return true;
    }).catch(() => false),
  /** In the order in which they were kept; null when they are not there. */
  take: (id: string): Promise<File[] | null> =>
    within((db) => db.get('files', id)).then(
      (kept) => kept?.map(({ path, file }) => withPath(file, path)) ?? null,
      () => null,
    ),
  drop: (id: string): Promise<void> =>
    within((db) => db.delete('files', id)).catch(() => undefined),
  ids: (): Promise<string[]> => within((db) => db.getAllKeys('files')).catch(() => []),
};

/** A kept file forgets the folder that it was chosen with. */
function withPath(file: File, path: string): File {
  if (path && !file.webkitRelativePath)
    Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

const lockOf = (id: string): string => `import:${id}`;

/** Which imports some tab is busy with. */
export const importLocks = {
  /** Holds an import as long as this page lives; false where another page has it. */
  hold: (id: string): Promise<boolean> =>
    new Promise((resolve) => {
      navigator.locks
        .request(lockOf(id), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock && new Promise<void>(() => undefined);
        })
        .catch(() => resolve(true));
    }),
  isHeld: async (id: string): Promise<boolean> => {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name }) => name === lockOf(id));
  },
};
