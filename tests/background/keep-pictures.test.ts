import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import type { PictureFailure } from '../../src/article/album.ts';
import type { ArticleId } from '../../src/article/article.ts';
import { done, failed } from '../../src/article/result.ts';
import {
  createPictureKeeper,
  type KeeperWorld,
  type PictureKeeper,
} from '../../src/entrypoints/background/keep-pictures.ts';
import type { LibraryFailure } from '../../src/article/library-query.ts';
import type { Albums } from '../../src/store/albums.ts';
import { Library } from '../../src/store/library.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from '../store/drafts.ts';

const PICTURES = ['https://a.example/1.png', 'https://a.example/2.png', 'https://b.example/3.png'];

let db: LibraryDatabase;
let library: Library;
let pending = false;
beforeEach(async () => {
  db?.close();
  await deleteDB('library');
  library = new Library(async (onClosed) => (db = await openDatabase(onClosed)));
  pending = false;
});

/** A keeper to whom the web answers as told; by default with a picture of four bytes. */
function keeping(world: Partial<KeeperWorld> = {}): { keeper: PictureKeeper; asked: string[] } {
  const asked: string[] = [];
  const keeper = createPictureKeeper({
    albums: library.albums,
    fetch: (src) => {
      asked.push(src);
      return Promise.resolve(done(new ArrayBuffer(4)));
    },
    examine: (bytes, _draw, isLead) =>
      Promise.resolve(done({ type: 'image/png', bytes, ...(isLead && { thumbnail: 'data:,' }) })),
    draw: () => Promise.resolve(null),
    tabOf: () => Promise.resolve(undefined),
    isGranted: () => Promise.resolve(false),
    pending: {
      get: () => Promise.resolve(pending),
      set: (value) => {
        pending = value;
        return Promise.resolve();
      },
    },
    onChange: () => undefined,
    onThumbnail: () => undefined,
    ...world,
  });
  return { keeper, asked };
}

async function save(keeper: PictureKeeper, pictures = PICTURES): Promise<ArticleId> {
  const receipt = await keeper.during(() =>
    library.save(draftAt('https://a.example/story', { pictures })),
  );
  if (!receipt.ok) throw new Error(receipt.reason);
  return receipt.value.id;
}
const state = async (id: ArticleId): Promise<unknown> => {
  const found = await library.albums.state(id);
  return found.ok ? found.value : found.reason;
};
const missing = (reason: PictureFailure, srcs = PICTURES): unknown =>
  srcs.map((src) => ({ src, reason }));

it('fetches each picture once, with the small one for the list, and then has nothing to do', async () => {
  const { keeper, asked } = keeping();
  const id = await save(keeper);
  expect(pending).toBe(true);
  keeper.add(id);
  keeper.add(id);
  await keeper.idle();
  expect(asked).toEqual(PICTURES);
  expect(await state(id)).toEqual({ kept: 3, waiting: 0, missing: [] });
  const found = await library.find({ shelf: 'all', sort: 'newest', words: '' });
  expect(found.ok && found.value.first.map(({ thumbnail }) => thumbnail)).toEqual(['data:,']);
  await expect.poll(() => pending).toBe(false);
});

it('goes on where it was ended, and looks for nothing where nothing was left', async () => {
  const hanging = keeping({ fetch: () => new Promise(() => undefined) });
  const id = await save(hanging.keeper);
  hanging.keeper.add(id);
  const { keeper, asked } = keeping();
  await keeper.resume();
  await keeper.idle();
  expect(asked).toEqual(PICTURES);
  expect(await state(id)).toMatchObject({ kept: 3 });
  const next = keeping({
    albums: new Proxy(library.albums, {
      get: () => {
        throw new Error('looked');
      },
    }),
  });
  await expect.poll(() => pending).toBe(false);
  await next.keeper.resume();
});

it('says for want of what pictures are missing, and fetches those once it is granted', async () => {
  const { keeper } = keeping({ fetch: () => Promise.resolve(failed('no-grant')) });
  const id = await save(keeper);
  keeper.add(id);
  await keeper.idle();
  expect(await state(id)).toEqual({ kept: 0, waiting: 0, missing: missing('no-grant') });
  const { keeper: later, asked } = keeping({
    isGranted: (src) => Promise.resolve(src.includes('b.example')),
  });
  await later.granted();
  await later.idle();
  expect(asked).toEqual([PICTURES[2]]);
  expect(await state(id)).toEqual({
    kept: 1,
    waiting: 0,
    missing: missing('no-grant', PICTURES.slice(0, 2)),
  });
});

/** Albums that cannot keep a picture. */
const failing = (reason: LibraryFailure): Albums =>
  new Proxy(library.albums, {
    get: (albums, name) => {
      if (name === 'keep') return () => Promise.resolve(failed(reason));
      const member: unknown = Reflect.get(albums, name, albums);
      return typeof member === 'function' ? (member.bind(albums) as unknown) : member;
    },
  });

it('leaves to the next background what the library could not take', async () => {
  const { keeper } = keeping({ albums: failing('storage-broken') });
  const id = await save(keeper);
  keeper.add(id);
  await keeper.idle();
  expect(await state(id)).toMatchObject({ waiting: 3 });
  expect(pending).toBe(true);
});

it('keeps the text when the disk is full, and says that there is no room for pictures', async () => {
  const { keeper } = keeping({ albums: failing('storage-full') });
  const id = await save(keeper);
  keeper.add(id);
  await keeper.idle();
  expect(await state(id)).toEqual({ kept: 0, waiting: 0, missing: missing('no-room') });
  const article = await library.article(id);
  expect(article.ok && article.value?.html).toContain('A clock');
});

it('passes over decoration, and gives up what is no picture', async () => {
  const answers = [failed('decoration' as const), failed('not-a-picture' as const)];
  const { keeper } = keeping({ examine: () => Promise.resolve(answers.shift()!) });
  const id = await save(keeper, PICTURES.slice(0, 2));
  keeper.add(id);
  await keeper.idle();
  expect(await state(id)).toEqual({
    kept: 0,
    waiting: 0,
    missing: [{ src: PICTURES[1], reason: 'not-a-picture' }],
  });
});
