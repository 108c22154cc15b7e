import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '../../src/article/article.ts';
import type { HighlightChange, HighlightId, HighlightQuery } from '../../src/article/highlight.ts';
import type { Result } from '../../src/article/result.ts';
import { changeHighlights, findHighlights, highlightsOf } from '../../src/store/highlights.ts';
import { Library } from '../../src/store/library.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from './drafts.ts';

const URL = 'https://review.example/clock';
const DAY = 24 * 60 * 60 * 1000;
let db: LibraryDatabase;
let library: Library;
let now: number;
beforeEach(() => {
  now = 1000;
  library = new Library(
    async (onClosed) => (db = await openDatabase(onClosed)),
    () => (now += 1000),
  );
});
afterEach(async () => {
  db.close();
  await deleteDB('library');
});

function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const saved = async (url = URL): Promise<ArticleId> => value(await library.save(draftAt(url))).id;
const added = (exact: string, note = '', start = 10): HighlightChange => ({
  is: 'added',
  quote: { exact, prefix: '', suffix: '' },
  position: { start, end: start + exact.length },
  colour: 'green',
  note,
});
const change = async (article: ArticleId, id: string, done: HighlightChange): Promise<boolean> =>
  value(await changeHighlights(library, [{ article, id: id as HighlightId, change: done }]));
const wordsOf = async (article: ArticleId): Promise<string[]> =>
  value(await highlightsOf(library, article)).map(({ quote }) => quote.exact);
const listed = async (words: string): Promise<number> =>
  value(await library.find({ shelf: 'all', sort: 'newest', words })).total;

describe('the highlights of an article', () => {
  it('are kept in the order of its text, and once when asked twice', async () => {
    const article = await saved();
    await change(article, 'b', added('for long', '', 30));
    await change(article, 'a', added('one hand', '', 7));
    await change(article, 'a', added('one hand', '', 7));
    expect(await wordsOf(article)).toEqual(['one hand', 'for long']);
  });

  it('change colour and note, are removed and come back as they were', async () => {
    const article = await saved();
    await change(article, 'a', added('one hand'));
    await change(article, 'a', { is: 'colour', colour: 'pink' });
    await change(article, 'a', { is: 'note', note: '  Why one?  ' });
    const before = value(await highlightsOf(library, article));
    expect(before).toMatchObject([{ colour: 'pink', note: 'Why one?' }]);
    await change(article, 'a', { is: 'removed', removed: true });
    expect(await wordsOf(article)).toEqual([]);
    await change(article, 'a', { is: 'removed', removed: false });
    const { changedAt: _later, ...rest } = before[0]!;
    expect(value(await highlightsOf(library, article))).toMatchObject([rest]);
  });

  it('are refused where there is no article', async () => {
    expect(await change('00000000000000000000000000000000' as ArticleId, 'a', added('x'))).toBe(
      false,
    );
    const article = await saved();
    expect(await change(article, 'none', { is: 'note', note: 'x' })).toBe(false);
  });

  it('stay when a new version is saved, and with it when it is removed and comes back', async () => {
    const article = await saved();
    await change(article, 'a', added('one hand', 'Why one?'));
    await library.save(draftAt(URL, { text: 'Another text.' }), { replace: true });
    expect(await wordsOf(article)).toEqual(['one hand']);
    expect(await listed('has:highlight')).toBe(1);
    expect(await listed('has:note')).toBe(1);
    const undo = value(
      await library.perform([{ ids: [article], change: { is: 'removed', removed: true } }]),
    );
    expect(await listed('has:note')).toBe(0);
    await library.perform(undo);
    expect(await listed('has:note')).toBe(1);
    expect(await wordsOf(article)).toEqual(['one hand']);
  });

  it('go with an article that is saved anew after it was removed, or purged', async () => {
    const article = await saved();
    await change(article, 'a', added('one hand'));
    await library.perform([{ ids: [article], change: { is: 'removed', removed: true } }]);
    await saved();
    expect(await wordsOf(article)).toEqual([]);
    expect(await listed('has:highlight')).toBe(0);
    await library.perform([{ ids: [article], change: { is: 'removed', removed: true } }]);
    now += 31 * DAY;
    await library.purge();
    expect(await db.count('highlights')).toBe(0);
  });

  it('that were removed themselves are gone for good after 30 days', async () => {
    const article = await saved();
    await change(article, 'a', added('one hand'));
    await change(article, 'b', added('for long'));
    await change(article, 'a', { is: 'removed', removed: true });
    now += 31 * DAY;
    await library.purge();
    expect(await db.count('highlights')).toBe(1);
  });
});

describe('the search for articles', () => {
  it('finds the words of notes and of what was marked, of every script', async () => {
    const article = await saved();
    await saved('https://review.example/other');
    await change(article, 'a', added('ebb and flow', 'Compare the sundial. 記憶の潮時計'));
    expect(await listed('sund')).toBe(1);
    expect(await listed('flow')).toBe(1);
    expect(await listed('潮時')).toBe(1);
    expect(await listed('clock sundial')).toBe(1);
    await change(article, 'a', { is: 'removed', removed: true });
    expect(await listed('sundial')).toBe(0);
  });

  it('knows which articles have highlights and notes', async () => {
    const [one, two] = [await saved(), await saved('https://review.example/two')];
    await change(one, 'a', added('one hand', 'note'));
    await change(two, 'a', added('one hand'));
    expect([await listed('has:highlight'), await listed('has:note')]).toEqual([2, 1]);
    await change(one, 'a', { is: 'note', note: '' });
    expect([await listed('has:highlights'), await listed('has:notes')]).toEqual([2, 0]);
    expect(await listed('-has:highlight')).toBe(0);
  });
});

describe('the list of all highlights', () => {
  const found = async (query: Partial<HighlightQuery> = {}, from = 0, count = 100) =>
    value(await findHighlights(library, { words: '', ...query }, { from, count }));
  const exactOf = async (query: Partial<HighlightQuery>, from = 0, count = 100) =>
    (await found(query, from, count)).shown.map(({ quote }) => quote.exact);

  it('has the article first that was marked last, each in the order of its text', async () => {
    const [one, two] = [await saved(), await saved('https://review.example/two')];
    await change(two, 'a', added('third', '', 3));
    await change(one, 'b', added('second', '', 20));
    await change(one, 'a', added('first', '', 10));
    expect(await exactOf({})).toEqual(['first', 'second', 'third']);
    expect(await exactOf({}, 1, 1)).toEqual(['second']);
    expect(await found()).toMatchObject({ total: 3, articles: 2 });
    expect((await found()).shown[0]).toMatchObject({ title: 'The Tide Clock', url: URL });
    await library.perform([{ ids: [one], change: { is: 'removed', removed: true } }]);
    expect(await exactOf({})).toEqual(['third']);
  });

  it('is searched by words, colour and notes', async () => {
    const article = await saved();
    await change(article, 'a', added('The ebb of it', 'Café', 1));
    await change(article, 'b', {
      ...added('The flow of it', '', 2),
      colour: 'blue',
    } as HighlightChange);
    expect(await exactOf({ words: 'cafe' })).toEqual(['The ebb of it']);
    expect(await exactOf({ words: '"flow of"' })).toEqual(['The flow of it']);
    expect(await exactOf({ words: 'the -eb' })).toEqual(['The flow of it']);
    expect(await exactOf({ colour: 'blue' })).toEqual(['The flow of it']);
    expect(await exactOf({ hasNote: true })).toEqual(['The ebb of it']);
  });
});
