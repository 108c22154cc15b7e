import { openDB } from 'idb';
import type { MadeBackup } from '../article/backup-plan.ts';

/** What of the File System Access API only Chromium has (https://wicg.github.io/file-system-access/). */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(asked: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(asked: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picker {
  showDirectoryPicker?: (asked: {
    id: string;
    mode: 'readwrite';
    startIn: 'documents';
  }) => Promise<Folder>;
}

const MODE = { mode: 'readwrite' } as const;
const picker = globalThis as Picker;

export const canChooseFolder = picker.showDirectoryPicker !== undefined;

/** A handle cannot be kept in storage.local. */
async function handles<T>(
  mode: IDBTransactionMode,
  work: (store: {
    get: () => Promise<Folder | undefined>;
    put: (folder: Folder) => Promise<unknown>;
  }) => Promise<T>,
): Promise<T> {
  const db = await openDB('backup-folder', 1, {
    upgrade: (made) => void made.createObjectStore('handles'),
  });
  try {
    const store = db.transaction('handles', mode).objectStore('handles');
    return await work({
      get: () => store.get('chosen') as Promise<Folder | undefined>,
      put: (folder) => store.put!(folder, 'chosen'),
    });
  } finally {
    db.close();
  }
}

const chosen = (): Promise<Folder | undefined> =>
  handles('readonly', ({ get }) => get()).catch(() => undefined);

/** Has the person choose, in the turn of a click; the name of the folder, or null where none was chosen. */
export async function chooseFolder(): Promise<string | null> {
  try {
    const folder = await picker.showDirectoryPicker!({
      id: 'backups',
      mode: 'readwrite',
      startIn: 'documents',
    });
    await handles('readwrite', ({ put }) => put(folder));
    return folder.name;
  } catch {
    return null;
  }
}

/** The chosen folder, as a place for backups. */
export const backupFolder = {
  isOpen: async (): Promise<boolean> =>
    (await (await chosen())?.queryPermission(MODE)) === 'granted',
  ask: async (): Promise<boolean> =>
    (await (await chosen())?.requestPermission(MODE)) === 'granted',
  async put(name: string, content: Blob): Promise<null> {
    const folder = await chosen();
    const file = await folder!.getFileHandle(name, { create: true });
    const sink = await file.createWritable();
    // Only a stream that was closed puts its file in place of what is there.
    await content.stream().pipeTo(sink);
    return null;
  },
  async remove({ name }: MadeBackup): Promise<void> {
    const folder = await chosen();
    await folder?.removeEntry(name).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
    });
  },
};
