import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { addRooms, NO_ROOM } from '../../src/article/album.ts';
import type { ArticleId } from '../../src/article/article.ts';
import type { Result } from '../../src/article/result.ts';
import { FLAG } from '../../src/store/ledger.ts';
import { Library } from '../../src/store/library.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from './drafts.ts';

const URL = 'https://review.example/clock';
const PICTURES = ['https://review.example/a.png', 'https://cdn.example/b.png'];
const [A = '', B = ''] = PICTURES;

let library: Library;
let db: LibraryDatabase;
beforeEach(async () => {
  db?.close();
  await deleteDB('library');
  library = new Library(async (onClosed) => (db = await openDatabase(onClosed)));
});

function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the library says ${result.reason}`);
  return result.value;
}
const save = async (pictures = PICTURES, url = URL, replace = false): Promise<ArticleId> =>
  value(await library.save(draftAt(url, { pictures }), { replace })).id;
const keep = (id: ArticleId, src: string, bytes = 4): Promise<Result<boolean, string>> =>
  library.albums.keep({ id, src, type: 'image/png', bytes: new ArrayBuffer(bytes) }, 'data:,');
const state = async (id: ArticleId): Promise<unknown> => value(await library.albums.state(id));
const hasFlag = async (id: ArticleId): Promise<boolean> => {
  const { doc } = (await db.get('rows', id))!;
  const chunk = (await db.get('ledger', 0))!;
  return (chunk.flags[doc]! & FLAG.pictures) !== 0;
};

it('writes with the save itself what is to be fetched, the lead picture first', async () => {
  const id = await save();
  expect(await db.get('albums', id)).toEqual({ id, waiting: PICTURES, missing: [], kept: [] });
  expect(value(await library.albums.toFetch(id))).toEqual({ waiting: PICTURES, lead: A });
  const without = await save([], 'https://review.example/plain');
  expect(await state(without)).toBeNull();
});

it('keeps pictures, says which are missing, and lets those wait again', async () => {
  const id = await save();
  expect(value(await keep(id, A))).toBe(true);
  value(await library.albums.giveUp(id, B, 'no-grant'));
  expect(await state(id)).toEqual({
    kept: 1,
    waiting: 0,
    missing: [{ src: B, reason: 'no-grant' }],
  });
  expect(value(await library.picture(id, A))?.type).toBe('image/png');
  value(await library.albums.retry(id, ({ reason }) => reason === 'no-answer'));
  expect(await state(id)).toMatchObject({ waiting: 0 });
  value(await library.albums.retry(id));
  expect(await state(id)).toEqual({ kept: 1, waiting: 1, missing: [] });
});

it('keeps nothing that nobody waits for: twice, of a stranger, of a removed article', async () => {
  const id = await save();
  value(await keep(id, A));
  expect(value(await keep(id, A))).toBe(false);
  expect(value(await keep(id, 'https://elsewhere.example/x.png'))).toBe(false);
  await library.perform([{ ids: [id], change: { is: 'removed', removed: true } }]);
  expect(value(await keep(id, B))).toBe(false);
  expect(value(await library.albums.toFetch(id)).waiting).toEqual([]);
  await library.perform([{ ids: [id], change: { is: 'removed', removed: false } }]);
  expect(value(await library.albums.toFetch(id)).waiting).toEqual([B]);
});

it('keeps 40 MB and 300 pictures of an article', async () => {
  const many = Array.from({ length: 310 }, (_, at) => `https://review.example/${at}.png`);
  const id = await save(many);
  expect(await state(id)).toMatchObject({ waiting: 300, missing: { length: 10 } });
  value(await keep(id, many[0]!, 39_000_000));
  value(await keep(id, many[1]!, 2_000_000));
  value(await keep(id, many[2]!, 900_000));
  expect(await state(id)).toMatchObject({ kept: 2, missing: { length: 11 } });
  expect(value(await library.picture(id, many[1]!))).toBeNull();
});

it('tells the ledger that there are pictures, and when they are gone, whatever else changes', async () => {
  const id = await save();
  expect(await hasFlag(id)).toBe(false);
  value(await keep(id, A));
  expect(await hasFlag(id)).toBe(true);
  await library.perform([{ ids: [id], change: { is: 'place', place: 'archive' } }]);
  expect(await hasFlag(id)).toBe(true);
  await save([B], URL, true);
  expect(await hasFlag(id)).toBe(true);
  value(await library.albums.remove(id));
  expect(await hasFlag(id)).toBe(false);
  expect(await state(id)).toMatchObject({ kept: 0, waiting: 0, missing: { length: 2 } });
  expect(value(await library.picture(id, A))).toBeNull();
});

it('fetches only what is new when an article is saved again', async () => {
  const id = await save();
  value(await keep(id, A));
  const later = 'https://review.example/new.png';
  await save([A, later], URL, true);
  expect(await db.get('albums', id)).toMatchObject({ waiting: [later], kept: [{ src: A }] });
});

it('measures the library, and removes the pictures of archived articles alone', async () => {
  const unread = await save();
  const archived = await save(PICTURES, 'https://review.example/old');
  const removed = await save([], 'https://review.example/gone');
  await library.perform([
    { ids: [archived], change: { is: 'place', place: 'archive' } },
    { ids: [removed], change: { is: 'removed', removed: true } },
  ]);
  value(await keep(unread, A, 1000));
  value(await keep(archived, A, 3000));
  value(await keep(archived, B, 2000));
  const { part, next } = value(await library.measure(null));
  expect(next).toBeNull();
  const text = '<p>A clock with one hand is never wrong for long.</p>'.length;
  expect(part).toMatchObject({
    articles: 2,
    removed: 1,
    text: text * 3,
    pictures: { articles: 2, pictures: 3, bytes: 6000 },
    archivedPictures: { articles: 1, pictures: 2, bytes: 5000 },
    largest: [
      { id: archived, bytes: 5000 + text, pictureBytes: 5000 },
      { id: unread, bytes: 1000 + text },
    ],
  });
  expect(value(await library.albums.removeArchived(null))).toEqual({
    part: { articles: 1, pictures: 2, bytes: 5000 },
    next: null,
  });
  expect(await state(archived)).toMatchObject({ kept: 0, missing: { length: 2 } });
  expect(await state(unread)).toMatchObject({ kept: 1 });
  expect([await hasFlag(archived), await hasFlag(unread)]).toEqual([false, true]);
});

it('measures a large library in parts that add up', async () => {
  for (let at = 0; at < 260; at += 1) await save([], `https://review.example/${at}`);
  const first = value(await library.measure(null));
  expect(first.part.articles).toBe(250);
  const second = value(await library.measure(first.next));
  expect(second.next).toBeNull();
  const whole = addRooms(addRooms(NO_ROOM, first.part), second.part);
  expect([whole.articles, whole.largest.length]).toEqual([260, 10]);
});
