import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import type { Change, Deed } from '../../src/article/library-change.ts';
import type { LibraryFailure, LibraryQuery } from '../../src/article/library-query.ts';
import type { Result } from '../../src/article/result.ts';
import { Library } from '../../src/store/library.ts';
import { openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from './drafts.ts';

const EVERYTHING: LibraryQuery = { shelf: 'all', sort: 'newest', words: '' };
const DAY = 24 * 60 * 60 * 1000;

let library: Library;
let now = 0;
let close: () => void;

beforeEach(async () => {
  close?.();
  await deleteDB('library');
  now = 1_700_000_000_000;
  library = new Library(
    async (onClosed) => {
      const db = await openDatabase(onClosed);
      close = () => db.close();
      return db;
    },
    () => (now += 1000),
  );
});

function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the library says ${result.reason}`);
  return result.value;
}

const save = async (url: string, part = {}): Promise<ArticleId> =>
  value(await library.save(draftAt(url, part))).id;

const doTo = (ids: ArticleId[], change: Change): Promise<Result<Deed[], LibraryFailure>> =>
  library.perform([{ ids, change }]);

const titles = async (query: Partial<LibraryQuery> = {}): Promise<string[]> =>
  value(await library.find({ ...EVERYTHING, ...query })).first.map(({ title }) => title);

describe('saving', () => {
  it('gives back the article as it was', async () => {
    const id = await save('https://review.example/clock');
    expect(value(await library.article(id))).toMatchObject({
      title: 'The Tide Clock',
      html: '<p>A clock with one hand is never wrong for long.</p>',
      place: 'unread',
      favourite: false,
    });
  });

  it('replaces what is there when asked to, in its place', async () => {
    const id = await save('https://review.example/clock');
    value(await doTo([id], { is: 'place', place: 'archive' }));
    const before = value(await library.article(id))!;
    const part = draftAt('https://review.example/clock', { text: 'More of it, with a heron.' });
    expect(value(await library.save(part, { replace: true }))).toEqual({ id, already: true });
    expect(value(await library.article(id))).toEqual({
      ...before,
      html: part.html,
      textSavedAt: now,
      versions: 1,
    });
    expect(await titles({ words: 'heron' })).toEqual(['The Tide Clock']);
  });

  it('keeps one article of an address, whatever tracking it carries, and leaves the first as it is', async () => {
    await save('https://review.example/clock');
    const again = value(
      await library.save(
        draftAt('http://www.review.example/clock/?utm_source=x#top', { title: 'Cut short' }),
      ),
    );
    expect(again.already).toBe(true);
    expect(await titles()).toEqual(['The Tide Clock']);
    expect(value(await library.savedAs('https://review.example/clock?fbclid=1'))?.title).toBe(
      'The Tide Clock',
    );
  });

  it('saves from two tabs at once as one article', async () => {
    const both = await Promise.all(
      [1, 2].map(() => library.save(draftAt('https://review.example/clock'))),
    );
    expect(both.filter((receipt) => value(receipt).already)).toHaveLength(1);
    expect(await titles()).toHaveLength(1);
  });
});

describe('finding', () => {
  beforeEach(async () => {
    await save('https://a.example/1', {
      title: 'Zebra',
      siteName: 'Alpha',
      words: 900,
      text: 'Der Fährmann schläft',
    });
    await save('https://b.example/2', {
      title: 'apple',
      siteName: 'Beta',
      words: 100,
      text: 'Nothing of note',
    });
    await save('https://c.example/3', {
      title: 'Éclair',
      siteName: 'Gamma',
      words: 500,
      text: '潮の時計は遅れない',
    });
  });

  it('orders by what the person chose', async () => {
    expect(await titles()).toEqual(['Éclair', 'apple', 'Zebra']);
    expect(await titles({ sort: 'oldest' })).toEqual(['Zebra', 'apple', 'Éclair']);
    expect(await titles({ sort: 'title' })).toEqual(['apple', 'Éclair', 'Zebra']);
    expect(await titles({ sort: 'longest' })).toEqual(['Zebra', 'Éclair', 'apple']);
    expect(await titles({ sort: 'site' })).toEqual(['Zebra', 'apple', 'Éclair']);
  });

  it('searches title, site and text, accents and case aside', async () => {
    expect(await titles({ words: 'FAHRMANN' })).toEqual(['Zebra']);
    expect(await titles({ words: 'eclair' })).toEqual(['Éclair']);
    expect(await titles({ words: 'beta note' })).toEqual(['apple']);
    expect(await titles({ words: '時計' })).toEqual(['Éclair']);
    expect(await titles({ words: 'beta missing' })).toEqual([]);
  });

  it('finds words beyond the first batch of texts', async () => {
    for (let at = 0; at < 520; at += 1)
      await save(`https://many.example/${at}`, { text: `number ${at}x` });
    expect(await titles({ words: '519x' })).toHaveLength(1);
    expect(value(await library.find(EVERYTHING)).total).toBe(523);
    expect(value(await library.ids(EVERYTHING))).toHaveLength(523);
  });
});

describe('searching with operators', () => {
  beforeEach(async () => {
    const ferry = await save('https://news.harbour.example/ferry', {
      title: 'The ferry',
      siteName: 'Harbour News',
      byline: 'Ana Lima',
      words: 1500,
      minutes: 7,
      text: 'The captain read the tide table aloud.',
    });
    await save('https://b.example/tide', { title: 'Tide', text: 'A table of the captain.' });
    value(await doTo([ferry], { is: 'tags', add: ['Slow Travel'], remove: [] }));
    value(await doTo([ferry], { is: 'favourite', favourite: true }));
  });

  it.each([
    ['tide', ['Tide', 'The ferry']],
    ['"tide table"', ['The ferry']],
    ['tide -"tide table"', ['Tide']],
    ['tag:"slow travel"', ['The ferry']],
    ['travel', ['The ferry']],
    ['-tag:"slow travel"', ['Tide']],
    ['is:favourite captain', ['The ferry']],
    ['site:harbour.example', ['The ferry']],
    ['by:lima', ['The ferry']],
    ['words:>1000', ['The ferry']],
    ['before:2000', []],
    ['tide -is:starred', ['Tide']],
  ])('%j finds %j', async (words, expected) => {
    expect(await titles({ words, sort: 'best' })).toEqual(expected);
  });

  it('says what nothing can match', async () => {
    const found = value(await library.find({ ...EVERYTHING, words: 'tide before:soon' }));
    expect(found).toMatchObject({ total: 0, unknown: ['before:soon'] });
  });

  it('knows how long one has', async () => {
    expect(await titles({ minutes: 5 })).toEqual(['Tide']);
  });

  it('marks the words in the text', async () => {
    const { ids } = value(await library.find({ ...EVERYTHING, words: 'tabl' }));
    const passages = Object.values(value(await library.passages(ids, 'tabl')));
    expect(passages.map(({ text, marks }) => text.slice(...marks[0]!))).toEqual(['table', 'table']);
  });

  it('finds the same while the index is tidied', async () => {
    for (let at = 0; at < 40; at += 1)
      await save(`https://c.example/${at}`, { title: `n${at}`, text: 'lamp' });
    while (value(await library.tidy()));
    expect(await titles({ words: 'lamp n39' })).toEqual(['n39']);
    expect(value(await library.find({ ...EVERYTHING, words: 'lamp' })).total).toBe(40);
  });
});

describe('tags', () => {
  it('are counted, renamed and merged, and all of it undone', async () => {
    const [a, b] = [await save('https://a.example/1'), await save('https://a.example/2')];
    value(await doTo([a, b], { is: 'tags', add: ['Ships', 'ships '], remove: [] }));
    value(await doTo([b], { is: 'tags', add: ['boats'], remove: [] }));
    const tags = async () => value(await library.tags());
    const before = await tags();
    expect(before).toEqual([
      { tag: 'boats', count: 1 },
      { tag: 'Ships', count: 2 },
    ]);
    const undo = value(await library.renameTag('ships', 'Boats'));
    expect(await tags()).toEqual([{ tag: 'boats', count: 2 }]);
    value(await library.perform(undo));
    expect(await tags()).toEqual(before);
  });

  it('stay with an article that is saved again, and go with one that was removed', async () => {
    const id = await save('https://a.example/1');
    value(await doTo([id], { is: 'tags', add: ['Ships'], remove: [] }));
    const again = draftAt('https://a.example/1', { text: 'Other words.' });
    value(await library.save(again, { replace: true }));
    expect(value(await library.article(id))?.tags).toEqual(['Ships']);
    value(await doTo([id], { is: 'removed', removed: true }));
    value(await library.save(again));
    expect(value(await library.article(id))?.tags).toEqual([]);
    expect(value(await library.tags())).toEqual([]);
  });
});

describe('shelves', () => {
  it('moves articles between them and counts', async () => {
    const [first, second] = [await save('https://a.example/1'), await save('https://a.example/2')];
    value(await doTo([first], { is: 'place', place: 'archive' }));
    value(await doTo([first, second], { is: 'favourite', favourite: true }));
    expect(value(await library.counts())).toEqual({ unread: 1, archive: 1, favourites: 2, all: 2 });
    expect(value(await library.find({ ...EVERYTHING, shelf: 'archive' })).ids).toEqual([first]);
    expect(value(await library.find({ ...EVERYTHING, shelf: 'favourites' })).ids).toEqual([
      second,
      first,
    ]);
  });

  it('removes, and brings back as it was', async () => {
    const id = await save('https://a.example/1');
    value(await doTo([id], { is: 'favourite', favourite: true }));
    value(await doTo([id], { is: 'removed', removed: true }));
    expect(value(await library.article(id))).toBeNull();
    expect(value(await library.counts()).all).toBe(0);
    expect(await titles({ words: 'clock' })).toEqual([]);
    value(await doTo([id], { is: 'removed', removed: false }));
    expect(value(await library.article(id))).toMatchObject({
      favourite: true,
      title: 'The Tide Clock',
    });
  });

  it('saves a removed article anew', async () => {
    const id = await save('https://a.example/1');
    value(await doTo([id], { is: 'removed', removed: true }));
    expect(
      value(await library.save(draftAt('https://a.example/1', { title: 'New' }))).already,
    ).toBe(false);
    expect(await titles()).toEqual(['New']);
  });

  it('deletes for good after thirty days, pictures too, and nothing earlier', async () => {
    const id = await save('https://a.example/1', { pictures: ['https://a.example/p.png'] });
    value(
      await library.albums.keep(
        { id, src: 'https://a.example/p.png', type: 'image/png', bytes: new ArrayBuffer(4) },
        'data:,',
      ),
    );
    value(await doTo([id], { is: 'removed', removed: true }));
    now += 29 * DAY;
    expect(value(await library.purge())).toBe(0);
    now += 2 * DAY;
    expect(value(await library.purge())).toBe(1);
    expect(value(await library.picture(id, 'https://a.example/p.png'))).toBeNull();
    value(await doTo([id], { is: 'removed', removed: false }));
    expect(value(await library.article(id))).toBeNull();
  });
});

describe('a deed that is asked for again, because the answer was lost', () => {
  it.each<[string, Change, Change]>([
    ['place', { is: 'place', place: 'archive' }, { is: 'place', place: 'unread' }],
    ['favourite', { is: 'favourite', favourite: true }, { is: 'favourite', favourite: false }],
    ['removed', { is: 'removed', removed: true }, { is: 'removed', removed: false }],
    [
      'tags',
      { is: 'tags', add: ['new', 'New'], remove: ['OLD'] },
      { is: 'tags', add: ['Old'], remove: ['new'] },
    ],
  ])('answers the same way back: %s', async (_name, change, back) => {
    const id = await save('https://a.example/1');
    value(await doTo([id], { is: 'tags', add: ['Old', 'other'], remove: [] }));
    const before = value(await library.find(EVERYTHING)).first;
    const deed = { ids: [id], change, at: (now += 1000) };
    const undo = [{ ids: [id], change: back }];
    expect(value(await library.perform([deed]))).toEqual(undo);
    expect(value(await library.perform([deed]))).toEqual(undo);
    // Somebody else's same wish changes nothing, and so has nothing to take back.
    expect(value(await library.perform([{ ...deed, at: now + 1 }]))).toEqual([]);
    value(await library.perform(undo));
    const after = value(await library.find(EVERYTHING)).first;
    expect(after.map(({ tags, ...row }) => ({ ...row, tags: [...tags].sort() }))).toEqual(
      before.map(({ tags, ...row }) => ({ ...row, tags: [...tags].sort() })),
    );
  });
});

describe('faults', () => {
  it('tells a newer library from a broken one, and touches neither', async () => {
    close?.();
    await deleteDB('library');
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('library', 99);
      request.onsuccess = () => resolve(request.result);
    });
    newer.close();
    expect(await library.counts()).toEqual({ ok: false, reason: 'newer-library' });
    await deleteDB('library');
  });

  it('opens again after its connection was closed under it', async () => {
    const id = await save('https://a.example/1');
    close();
    expect(value(await library.article(id))?.title).toBe('The Tide Clock');
  });
});
