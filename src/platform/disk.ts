import type { Disk } from '../store/torn-log.ts';

const RESERVE = 'reserve';

/** The disk, with a reserve in the extension's private file system. */
export const disk: Disk = {
  async hasRoom(bytes) {
    // With `unlimitedStorage` Chromium tells what the disk has left, at once.
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage >= bytes;
  },

  async keepReserve(bytes) {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle(RESERVE, { create: true });
    if ((await file.getFile()).size >= bytes) return;
    const writing = await file.createWritable();
    await writing.write(new Uint8Array(bytes));
    await writing.close();
  },

  async dropReserve() {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(RESERVE);
  },
};
