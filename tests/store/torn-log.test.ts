import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Library } from '../../src/store/library.ts';
import { openDatabase } from '../../src/store/open-library.ts';
import { type Disk, keepReserve, openUntorn } from '../../src/store/torn-log.ts';
import { draftAt } from './drafts.ts';

const MEGABYTE = 1_000_000;

/** A disk of so much free room, of which the reserve takes its part. */
class FakeDisk implements Disk {
  free: number;
  reserve = 0;

  constructor(free: number) {
    this.free = free;
  }

  hasRoom = async (bytes: number): Promise<boolean> => bytes <= this.free;
  keepReserve = async (bytes: number): Promise<void> => {
    if (this.reserve >= bytes || bytes > this.free) return;
    this.reserve = bytes;
    this.free -= bytes;
  };
  dropReserve = async (): Promise<void> => {
    this.free += this.reserve;
    this.reserve = 0;
  };
}

let isTorn: boolean;
let logs: number;
let disk: FakeDisk;
let cannotOpen: DOMException | undefined;
const area = {
  load: async (): Promise<boolean> => isTorn,
  save: async (torn: boolean): Promise<void> => {
    isTorn = torn;
  },
};
const start = (): Library =>
  new Library(
    openUntorn(area, disk, {
      async open(...how) {
        // Chromium cannot read where there is no room at all.
        if (cannotOpen && !(await disk.hasRoom(1))) throw cannotOpen;
        return openDatabase(...how);
      },
      async renew() {
        logs += 1;
      },
    }),
  );
const save = (library: Library, name: string) =>
  library.save(draftAt(`https://a.example/${name}`, { title: name }));
const all = async (library: Library): Promise<number | string> => {
  const counts = await library.counts();
  return counts.ok ? counts.value.all : counts.reason;
};

/** Begins a change that ends with an error of its own. */
const endChange = (library: Library): Promise<unknown> =>
  library
    .attempt(async (db) => {
      const transaction = db.transaction('rows', 'readwrite');
      const failing = transaction.store.add((await transaction.store.getAll())[0]!);
      await Promise.all([failing, transaction.done]);
    })
    .catch(() => undefined);

beforeEach(async () => {
  [isTorn, logs, cannotOpen] = [false, 0, undefined];
  disk = new FakeDisk(100 * MEGABYTE);
  await save(start(), 'before');
});
afterEach(() => deleteDB('library'));

describe('after a full disk cut off the log', () => {
  beforeEach(() => {
    isTorn = true;
  });

  it('begins a new log before anything is written, once', async () => {
    const library = start();
    expect(await save(library, 'after')).toMatchObject({ ok: true });
    expect(await all(library)).toBe(2);
    expect(isTorn).toBe(false);
    expect(await all(start())).toBe(2);
    expect(logs).toBe(1);
  });

  it('reads and does not write while there is no room, and writes as soon as there is', async () => {
    disk.free = MEGABYTE;
    const library = start();
    expect(await all(library)).toBe(1);
    expect(await save(library, 'full')).toEqual({ ok: false, reason: 'storage-full' });
    expect([await all(library), logs]).toEqual([1, 0]);
    disk.free = 100 * MEGABYTE;
    expect(await save(library, 'after')).toMatchObject({ ok: true });
    expect([await all(library), logs]).toEqual([2, 1]);
  });

  it('keeps no reserve of the last room', async () => {
    await keepReserve(area, disk);
    expect(disk.reserve).toBe(0);
  });
});

describe('a disk that fills up', () => {
  it('is noticed by a change that ends with nearly no room left', async () => {
    const library = start();
    await all(library);
    disk.free = 0;
    await endChange(library);
    await expect.poll(() => isTorn).toBe(true);
  });

  it('is not suspected where a change ends for another reason', async () => {
    const library = start();
    await endChange(library);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isTorn).toBe(false);
  });

  it('gives up the reserve so that the library can be read', async () => {
    await keepReserve(area, disk);
    expect(disk.reserve).toBeGreaterThan(4 * MEGABYTE);
    disk.free = 0;
    cannotOpen = new DOMException('Encountered full disk', 'QuotaExceededError');
    const library = start();
    expect(await all(library)).toBe(1);
    expect(disk.reserve).toBe(0);
    expect(isTorn).toBe(true);
  });

  it('is said where not even that helps', async () => {
    disk.free = 0;
    cannotOpen = new DOMException('Internal error', 'UnknownError');
    expect(await all(start())).toBe('storage-full');
  });
});
