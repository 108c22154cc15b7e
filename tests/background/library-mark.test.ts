import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseLibraryMark } from '../../src/article/library-mark.ts';
import { removal } from '../../src/article/library-change.ts';
import {
  createMarkKeeper,
  type MarkKeeper,
} from '../../src/entrypoints/background/library-mark.ts';
import { Library } from '../../src/store/library.ts';
import { openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from '../store/drafts.ts';

const DAY = 24 * 60 * 60 * 1000;
let stored: unknown;
let now = 0;
let close: () => void = () => undefined;

/** A background as it is started anew. */
function start(): { library: Library; mark: MarkKeeper } {
  const area = {
    load: async () => parseLibraryMark(stored),
    save: async (value: unknown) => void (stored = structuredClone(value)),
  };
  const mark = createMarkKeeper(area, {
    now: () => now,
    open: async (...how) => {
      const db = await openDatabase(...how);
      close = () => db.close();
      return db;
    },
  });
  return { library: new Library(mark.open, () => now), mark };
}
beforeEach(() => {
  stored = undefined;
  now = 1000;
});
afterEach(async () => {
  close();
  await deleteDB('library');
});

async function saveTwo(): Promise<void> {
  const { library, mark } = start();
  await library.add([draftAt('https://a.example/1'), draftAt('https://a.example/2')]);
  await mark.note(library);
  close();
}

it('notices a library that is gone, also when something is saved before anybody looks', async () => {
  await saveTwo();
  await deleteDB('library');
  now = 5000;
  const { library, mark } = start();
  await library.save(draftAt('https://a.example/3'));
  await mark.note(library);
  expect(await mark.lost()).toEqual({ articles: 2, at: 1000 });
  close();
  // It is told until the person has seen it, and of the first loss.
  await deleteDB('library');
  const later = start();
  await later.library.counts();
  expect(await later.mark.lost()).toEqual({ articles: 2, at: 1000 });
  await later.mark.seen();
  expect(await later.mark.lost()).toBeNull();
});

it('says nothing of a first start, nor of a library that was emptied by its owner', async () => {
  const first = start();
  await first.library.counts();
  expect(await first.mark.lost()).toBeNull();
  close();
  await saveTwo();
  const { library } = start();
  const ids = await library.ids({ shelf: 'all', sort: 'newest', words: '' });
  if (ids.ok) await library.perform(ids.value.map((id) => removal(id, true)));
  now += 31 * DAY;
  expect(await library.purge()).toEqual({ ok: true, value: 2 });
  // Killed before the mark was brought up to date.
  close();
  const next = start();
  await next.library.counts();
  expect(await next.mark.lost()).toBeNull();
});

it('opens the library although the mark cannot be read', async () => {
  const mark = createMarkKeeper({
    load: () => Promise.reject(new Error('no storage')),
    save: () => Promise.reject(new Error('no storage')),
  });
  const library = new Library(async (onClosed) => {
    const db = await mark.open(onClosed);
    close = () => db.close();
    return db;
  });
  expect(await library.counts()).toMatchObject({ ok: true });
});
