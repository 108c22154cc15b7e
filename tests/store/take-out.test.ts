import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import type { OutPlace, OutPortion } from '../../src/article/taken-out.ts';
import { createTakeOut } from '../../src/screens/library/take-out.ts';
import type { LibraryWorld } from '../../src/screens/library/world.ts';
import { Library } from '../../src/store/library.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/open-library.ts';
import { takeOut } from '../../src/store/take-out.ts';
import { draftAt } from './drafts.ts';

afterEach(() => deleteDB('library'));

/** Saves so many articles and lets a newer program change the library. */
async function newerLibrary(articles: number): Promise<void> {
  const opened: { close(): void }[] = [];
  const library = new Library(async (onClosed) => {
    const db = await openDatabase(onClosed);
    opened.push(db);
    return db;
  });
  await library.add(
    Array.from({ length: articles }, (_, at) => draftAt(`https://a.example/${at}`)),
  );
  opened[0]!.close();
  const newer = await openDB('library', MIGRATIONS.length + 1, {
    upgrade(db) {
      db.createObjectStore('dreams');
    },
  });
  await newer.put('dreams', { of: new Date(0), bytes: new Uint8Array(3) }, ['a', 1]);
  newer.close();
  expect(await library.counts()).toEqual({ ok: false, reason: 'newer-library' });
}

async function allOut(): Promise<OutPortion[]> {
  const portions: OutPortion[] = [];
  for (let place: OutPlace | null = null; ;) {
    const answer = await takeOut(place);
    if (!answer.ok) throw new Error(answer.reason);
    portions.push(answer.value);
    place = answer.value.next;
    if (!place) return portions;
  }
}

it('reads a library that a newer program wrote, part by part, and leaves it as it is', async () => {
  await newerLibrary(230);
  const portions = await allOut();
  const of = (store: string): unknown[] =>
    portions.filter((one) => one.store === store).flatMap(({ records }) => records);
  expect([of('articles').length, of('bodies').length, of('rows').length]).toEqual([230, 230, 230]);
  expect(of('articles')[0]).toMatchObject({ title: 'The Tide Clock' });
  const bytes = { leftOut: 'bytes', bytes: 3 };
  expect(of('dreams')).toEqual([
    { key: ['a', 1], value: { of: '1970-01-01T00:00:00.000Z', bytes } },
  ]);
  expect(portions[0]!.version).toBe(MIGRATIONS.length + 1);
  expect(portions.some(({ store }) => store === 'positions')).toBe(false);
  const after = await openDB('library');
  expect([after.version, await after.count('articles')]).toEqual([MIGRATIONS.length + 1, 230]);
  after.close();
});

it('makes no library where there is none', async () => {
  expect(await takeOut(null)).toMatchObject({ ok: false });
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
});

it('writes a file that JSON reads again, whatever the parts', async () => {
  await newerLibrary(120);
  const files: [string, Blob][] = [];
  const model = createTakeOut({
    send: ((_ask: string, from: OutPlace | null) => takeOut(from)) as LibraryWorld['send'],
    saveFile: (name, content) => files.push([name, content]),
    now: () => 0,
  });
  await model.start();
  expect(model.state.value).toEqual({ is: 'done', articles: 120, left: 0 });
  const [[name, content] = ['', new Blob()]] = files;
  expect(name).toBe('lectern-1970-01-01.json');
  const file = JSON.parse(await content.text()) as { stores: Record<string, unknown[]> };
  expect(file).toMatchObject({ format: 'lectern-library', version: MIGRATIONS.length + 1 });
  expect(file.stores['bodies']).toHaveLength(120);
  expect(file.stores['tags']).toEqual([]);
});
