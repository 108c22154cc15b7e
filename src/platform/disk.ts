import type { Disk } from '../store/torn-log.ts';

const RESERVE = 'reserve';
const PROBE = 'probe';
const PART = 1_000_000;

/** The disk as the extension's private file system has it: what a browser says of free space may be old. */
export const disk: Disk = {
  async hasRoom(bytes) {
    const root = await navigator.storage.getDirectory();
    try {
      const writing = await writer(root, PROBE);
      try {
        await write(writing, bytes);
      } finally {
        await writing.abort();
      }
      return true;
    } catch {
      return false;
    } finally {
      await remove(root, PROBE);
    }
  },

  async keepReserve(bytes) {
    const root = await navigator.storage.getDirectory();
    if ((await sizeOf(root, RESERVE)) >= bytes) return;
    try {
      const writing = await writer(root, RESERVE);
      await write(writing, bytes);
      await writing.close();
    } catch {
      // The last room is for articles.
      await remove(root, RESERVE);
    }
  },

  async dropReserve() {
    await remove(await navigator.storage.getDirectory(), RESERVE);
  },
};

const writer = async (
  root: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemWritableFileStream> =>
  (await root.getFileHandle(name, { create: true })).createWritable();

async function write(writing: FileSystemWritableFileStream, bytes: number): Promise<void> {
  const part = new Uint8Array(PART);
  for (let written = 0; written < bytes; written += PART)
    await writing.write(part.subarray(0, Math.min(PART, bytes - written)));
}

const remove = (root: FileSystemDirectoryHandle, name: string): Promise<void> =>
  root.removeEntry(name).catch(() => undefined);

const sizeOf = (root: FileSystemDirectoryHandle, name: string): Promise<number> =>
  root.getFileHandle(name).then(
    async (handle) => (await handle.getFile()).size,
    () => 0,
  );
