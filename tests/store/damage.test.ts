import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import type { Result } from '../../src/article/result.ts';
import {
  type ImportArticle,
  type ImportId,
  type ImportJob,
  noCounts,
} from '../../src/article/import-job.ts';
import { keepAddress } from '../../src/store/addresses.ts';
import { beginImport, keepBatch } from '../../src/store/imports.ts';
import type { SafeHtml } from '../../src/sanitize/safe-html.ts';
import { Library } from '../../src/store/library.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { rebuildIndex } from '../../src/store/mend.ts';
import type { LedgerChunk, RowRecord } from '../../src/store/schema.ts';
import { draftAt } from './drafts.ts';

const ALL = { shelf: 'all', sort: 'oldest', words: '' } as const;
let db: LibraryDatabase;
let ids: ArticleId[];

/** The library as a background that is started anew sees it. */
let clock = Date.now();
const start = (): Library => {
  db?.close();
  // Two that were saved in one moment have no order.
  return new Library(
    async (onClosed) => (db = await openDatabase(onClosed)),
    () => (clock += 1),
  );
};
function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the library says ${result.reason}`);
  return result.value;
}
const titles = async (library: Library, words = ''): Promise<string[]> =>
  value(await library.find({ ...ALL, words })).first.map(({ title }) => title);
const broken = <T>(record: unknown): T => record as T;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const library = start();
  ids = [];
  for (const name of ['one', 'two', 'three']) {
    const draft = draftAt(`https://a.example/${name}`, { title: name, text: `the word ${name}x` });
    ids.push(value(await library.save(draft)).id);
  }
  value(
    await library.perform([
      { ids: [ids[1]!], change: { is: 'tags', add: ['Ships', 'Boats'], remove: [] } },
      { ids: [ids[1]!], change: { is: 'place', place: 'archive' } },
      { ids: [ids[2]!], change: { is: 'favourite', favourite: true } },
    ]),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  db.close();
  await deleteDB('library');
});

/** Everything is there and found again. */
async function expectWhole(library: Library): Promise<void> {
  expect(await titles(library)).toEqual(['one', 'two', 'three']);
  expect(await titles(library, 'twox')).toEqual(['two']);
  expect(await titles(library, 'tag:ships is:archived')).toEqual(['two']);
  expect(value(await library.counts())).toEqual({ unread: 2, archive: 1, favourites: 1, all: 3 });
  expect(value(await library.article(ids[1]!))).toMatchObject({
    tags: expect.arrayContaining(['Ships', 'Boats']) as string[],
  });
  const next = value(await library.save(draftAt('https://a.example/four', { text: 'fourx' })));
  expect(value(await library.ids({ ...ALL, words: 'fourx' }))).toEqual([next.id]);
  expect(value(await library.damaged())).toBe(0);
  while (value(await library.tidy()));
}

describe('what follows from the articles is made anew', () => {
  it.each([
    ['a row of the wrong shape', () => db.put('rows', broken({ id: ids[1] }))],
    ['a row with another number', async () => db.put('rows', { ...(await row(1)), doc: 2 })],
    ['a chunk of the ledger that is cut short', async () => db.put('ledger', await cutShort())],
    ['a chunk that is nonsense', () => db.put('ledger', broken({ chunk: 0, ids: 7 }))],
    ['no ledger', () => db.clear('ledger')],
    ['a missing row', () => db.delete('rows', ids[0]!)],
    ['a state of the wrong shape', () => db.put('states', broken({ id: ids[1], place: 3 }))],
  ])('%s', async (_fault, inject) => {
    await inject();
    const library = start();
    // Upkeep compares what no reading would meet.
    value(await library.tidy());
    await expectWhole(library);
  });

  it('an article of the wrong shape, from its row', async () => {
    await db.put('articles', broken({ id: ids[1] }));
    await db.clear('ledger');
    const library = start();
    value(await library.tidy());
    await expectWhole(library);
  });
});

describe('single records of a save that a full disk ended', () => {
  const URL = 'https://a.example/left';
  const left = draftAt(URL, { title: 'left', text: 'leftx' });
  const saved = async (library: Library): Promise<boolean> =>
    value(await library.savedAs(URL)) !== null;
  const job: ImportJob = {
    ...{ id: 'job' as ImportId, startedAt: 1, state: 'running', files: [], formats: [] },
    ...{ foldersAsTags: true, total: 1, next: 0, counts: noCounts() },
  };
  const imported: ImportArticle<SafeHtml> = {
    ...{ is: 'article', url: URL, title: 'left', byline: '', siteName: '', publishedTime: '' },
    ...{ lang: '', excerpt: '', leadPicture: '', savedAt: null, place: 'unread', favourite: false },
    ...{ tags: [], progress: null, highlights: [], text: null },
  };
  type Deed = (library: Library) => Promise<Result<unknown, string>>;
  beforeEach(async () => {
    const chunks = await db.getAll('ledger');
    value(await start().save(left));
    await db.delete('unmerged', chunks[0]!.count);
    for (const chunk of chunks) await db.put('ledger', chunk);
  });

  it.each<[string, Deed]>([
    ['the page is saved again', (library) => library.save(left)],
    ['the popup asks whether it is saved', (library) => library.savedAs(URL)],
    ['its address is kept', (library) => keepAddress(library, { url: URL, title: '' })],
    [
      'it is brought in',
      async (library) => {
        value(await beginImport(library, job));
        return keepBatch(library, { job: job.id, position: 0, rows: 1, entries: [imported] });
      },
    ],
    ['the library is looked after', (library) => library.tidy()],
  ])('are an article as any other when %s', async (_when, deed) => {
    const library = start();
    expect(await titles(library)).toEqual(['one', 'two', 'three']);
    value(await deed(library));
    expect(await titles(library)).toEqual(['one', 'two', 'three', 'left']);
    expect(await saved(library)).toBe(true);
    expect(await titles(library, 'leftx')).toEqual(['left']);
    expect(value(await library.counts()).all).toBe(4);
  });
});

describe('the index of words is made anew', () => {
  const segments = async (library: Library): Promise<void> => {
    const many = Array.from({ length: 40 }, (_, at) =>
      draftAt(`https://b.example/${at}`, { text: `lamp n${at}` }),
    );
    value(await library.add(many));
    while (value(await library.tidy()));
    expect(await db.count('segments')).toBeGreaterThan(0);
  };
  it.each([
    ['a block is lost', async () => db.delete('blocks', [await segment(), 1])],
    ['the list of blocks is lost', async () => db.delete('blocks', [await segment(), 0])],
    ['positions are nonsense', async () => db.put('positions', broken('x'), [await segment(), 1])],
    ['a segment is lost', () => db.clear('segments')],
    ['an unmerged document is nonsense', () => db.put('unmerged', broken({}), 40)],
  ])('when %s', async (_fault, inject) => {
    await segments(start());
    await inject();
    const library = start();
    if (_fault === 'a segment is lost') value(await library.tidy());
    expect(await titles(library, 'n7 lamp')).toHaveLength(1);
    expect(value(await library.ids({ ...ALL, words: '"lamp n39"' }))).toHaveLength(1);
    expect(await titles(library, '"word twox"')).toEqual(['two']);
  });
});

describe('what cannot be made anew', () => {
  it('is counted: an article without its text waits for it, and the rest works', async () => {
    await db.delete('bodies', ids[1]!);
    const library = start();
    expect(value(await library.article(ids[1]!))).toMatchObject({
      title: 'two',
      html: '',
      waiting: true,
      tags: ['Ships', 'Boats'],
    });
    expect(value(await library.damaged())).toBe(1);
    expect(await titles(library)).toEqual(['one', 'two', 'three']);
    expect(value(await library.article(ids[0]!))?.html).toContain('onex');
    expect(Object.keys(value(await library.passages(ids, 'word')))).toHaveLength(2);
    expect(value(await library.measure(null)).part.articles).toBe(3);
    value(await library.save(draftAt('https://a.example/two', { title: 'two', text: 'twox' })));
    await expectWhole(library);
  });

  it('is kept aside: an article of which nothing can be read, until it is saved again', async () => {
    const strange = broken<never>({ id: ids[1], was: 'an article' });
    await db.put('articles', strange);
    await db.put('rows', broken({ id: ids[1] }));
    const library = start();
    expect(await titles(library)).toEqual(['one', 'three']);
    expect(value(await library.damaged())).toBe(1);
    expect(await db.get('articles', ids[1]!)).toEqual(strange);
    expect(value(await library.article(ids[1]!))).toBeNull();
    while (value(await library.tidy()));
    value(await library.save(draftAt('https://a.example/two', { title: 'two' })));
    expect(await titles(library)).toEqual(['one', 'three', 'two']);
    expect(value(await library.damaged())).toBe(0);
  });

  it('changes nothing where all is well', async () => {
    const library = start();
    value(await library.tidy());
    const before = [await db.getAll('rows'), await db.getAll('ledger')];
    while (value(await library.tidy()));
    expect([await db.getAll('rows'), await db.getAll('ledger')]).toEqual(before);
    expect(console.error).not.toHaveBeenCalled();
    await rebuildIndex(db);
    await expectWhole(start());
  });
});

const row = async (at: number): Promise<RowRecord> => (await db.get('rows', ids[at]!))!;
const cutShort = async (): Promise<LedgerChunk> => {
  const chunk = (await db.get('ledger', 0))!;
  return { ...chunk, ids: chunk.ids.slice(0, 40) };
};
const segment = async (): Promise<number> => (await db.getAllKeys('segments'))[0]!;
