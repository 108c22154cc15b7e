import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import type { Change } from '../../src/article/library-change.ts';
import type { LibraryQuery } from '../../src/article/library-query.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { LibraryReading } from '../../src/store/library-reading.ts';
import { Library } from '../../src/store/library.ts';
import { openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from './drafts.ts';

const query = (words = ''): LibraryQuery => ({ shelf: 'all', sort: 'newest', words });

const open: { close: () => void }[] = [];
const openKnown = async (...args: Parameters<typeof openDatabase>) => {
  const db = await openDatabase(...args);
  open.push(db);
  return db;
};
let library: Library;
let reading: LibraryReading;

beforeEach(async () => {
  await deleteDB('library');
  library = new Library(openKnown);
  reading = new LibraryReading();
});
afterEach(() => {
  for (const db of open.splice(0)) db.close();
});

const save = async (at: number, text?: string): Promise<ArticleId> => {
  const saved = await library.save(
    draftAt(`https://review.example/${at}`, { title: `Number ${at}`, ...(text && { text }) }),
  );
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.id;
};
const doTo = async (id: ArticleId, change: Change): Promise<void> => {
  expect(await library.perform([{ ids: [id], change }])).toMatchObject({ ok: true });
};
const titles = async (words?: string): Promise<string[]> =>
  (await reading.find(query(words))).first.map(({ title }) => title);

describe('a page that reads the library by itself', () => {
  it('finds what the background wrote, after every change', async () => {
    const first = await save(1, 'A clock with one hand.');
    expect(await titles('clock')).toEqual(['Number 1']);
    const second = await save(2, 'A barometer with two hands.');
    expect(await titles('hand')).toEqual(['Number 2', 'Number 1']);
    await doTo(first, { is: 'tags', add: ['brass'], remove: [] });
    expect(await titles('tag:brass')).toEqual(['Number 1']);
    expect(await titles('brass')).toEqual(['Number 1']);
    await doTo(second, { is: 'place', place: 'archive' });
    expect(await reading.counts()).toMatchObject({ all: 2, unread: 1, archive: 1 });
    expect(await titles('is:archive')).toEqual(['Number 2']);
    await doTo(first, { is: 'removed', removed: true });
    expect(await reading.ids(query())).toEqual([second]);
    expect(await reading.rows([first, second])).toMatchObject([{ title: 'Number 2' }]);
  });

  it('answers as the background does, of many articles that are changed in any order', async () => {
    const ids: ArticleId[] = [];
    for (let at = 0; at < 40; at += 1) ids.push(await save(at, `Word${at % 7} and word${at % 5}.`));
    const changes: Change[] = [
      { is: 'place', place: 'archive' },
      { is: 'favourite', favourite: true },
      { is: 'removed', removed: true },
      { is: 'tags', add: ['odd'], remove: [] },
      { is: 'removed', removed: false },
    ];
    for (let turn = 0; turn < 60; turn += 1) {
      await doTo(ids[(turn * 17) % 40]!, changes[turn % changes.length]!);
      const asked = query(['', 'word3', 'word1 -word2', 'is:favourite', 'tag:odd'][turn % 5]);
      expect(await reading.find(asked)).toEqual(
        ((await library.find(asked)) as { value: unknown }).value,
      );
    }
  });

  it('makes no library where there is none, and leaves an older one as it is', async () => {
    await expect(reading.find(query())).rejects.toBeDefined();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('library');
    const past = await openKnown(() => undefined, { migrations: MIGRATIONS.slice(0, 3) });
    past.close();
    await expect(reading.find(query())).rejects.toBeDefined();
    expect(await indexedDB.databases()).toContainEqual({ name: 'library', version: 3 });
    await save(1);
    expect(await titles()).toEqual(['Number 1']);
  });

  it('gives way to a newer program', async () => {
    await save(1);
    expect(await titles()).toEqual(['Number 1']);
    for (const db of open) db.close();
    const newer = await openDB('library', MIGRATIONS.length + 1);
    open.push(newer);
    await expect(reading.find(query())).rejects.toBeDefined();
  });

  it('leaves to the background what is not in the index yet, and what is damaged', async () => {
    const id = await save(1);
    expect(await titles('clock')).toEqual(['Number 1']);
    const db = await openKnown(() => undefined);
    await db.put('unindexed', { doc: 0, id });
    await expect(titles('clock')).rejects.toBeDefined();
    expect(await library.find(query('clock'))).toMatchObject({ ok: true });
    expect(await titles('clock')).toEqual(['Number 1']);
    const chunk = (await db.get('ledger', 0))!;
    await db.put('ledger', { ...chunk, ids: 'gone', edition: chunk.edition + 1 });
    await expect(titles()).rejects.toBeDefined();
    // Mended by the background when it meets the damage, and read again.
    const mended = await new Library(openKnown).find(query());
    expect(mended).toMatchObject({ ok: true });
    expect(await titles()).toEqual(['Number 1']);
  });
});
