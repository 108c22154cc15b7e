import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleEdit } from '../../src/article/edit.ts';
import type { ArticleId } from '../../src/article/article.ts';
import { done, type Result } from '../../src/article/result.ts';
import type { SafeHtml } from '../../src/sanitize/safe-html.ts';
import { editableArticle, editArticle } from '../../src/store/edits.ts';
import { Library } from '../../src/store/library.ts';
import { mendLibrary, rebuildIndex } from '../../src/store/mend.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { bringBack, earlierVersions } from '../../src/store/versions.ts';
import { draftAt } from './drafts.ts';

const URL = 'https://review.example/clock';
const FIRST = '<p>A clock with one hand is never wrong for long, say those who wind it.</p>';
const SECOND = '<p>Subscribe to our zeppelin letter.</p>';
const WHOLE = `${FIRST}${SECOND}` as SafeHtml;
const SHORT = FIRST as SafeHtml;
const WITHOUT_FIRST = SECOND as SafeHtml;

let db: LibraryDatabase;
let library: Library;
let id: ArticleId;
let now = 0;
function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}
const found = async (words: string): Promise<string[]> =>
  value(await library.find({ shelf: 'all', sort: 'title', words })).first.map(({ title }) => title);
const article = async () => value(await library.article(id))!;
const edit = async (copy: ArticleEdit<SafeHtml> | null): Promise<boolean> =>
  value(await editArticle(library, { id, of: (await article()).textSavedAt, edit: copy }));

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  library = new Library(
    async (onClosed) => (db = await openDatabase(onClosed)),
    () => (now += 1000),
  );
  await library.save(draftAt('https://review.example/m', { title: 'Mooring', text: 'Ropes.' }));
  ({ id } = value(await library.save(draftAt(URL, { html: WHOLE, words: 100 }))));
  await library.perform([
    { ids: [id], change: { is: 'tags', add: ['clocks'], remove: [] } },
    { ids: [id], change: { is: 'favourite', favourite: true } },
  ]);
});
afterEach(async () => {
  db.close();
  await deleteDB('library');
});

it('lays an edit over the article and keeps the original', async () => {
  expect(await edit({ html: SHORT, title: ' A  Clock ', byline: '', publishedTime: '' })).toBe(
    true,
  );
  expect(await article()).toMatchObject({
    ...{ edited: true, html: SHORT, title: 'A Clock', byline: '', publishedTime: '', words: 95 },
    ...{ tags: ['clocks'], favourite: true },
  });
  const { original, edit: kept } = value(await editableArticle(library, id))!;
  expect(original).toMatchObject({ html: WHOLE, title: 'The Tide Clock', byline: 'Ines Holloway' });
  expect(kept).toEqual({ html: SHORT, title: 'A Clock', byline: '', publishedTime: '' });
});

it('puts the list in order by the corrected title', async () => {
  expect(await found('')).toEqual(['Mooring', 'The Tide Clock']);
  await edit({ title: 'A Clock' });
  expect(await found('')).toEqual(['A Clock', 'Mooring']);
  expect(value(await library.counts()).all).toBe(2);
});

it('finds what is there now and nothing else', async () => {
  expect(await found('zeppelin')).toEqual(['The Tide Clock']);
  await edit({ html: SHORT, title: 'Pendulum' });
  expect(await found('zeppelin')).toEqual([]);
  expect(await found('tide')).toEqual([]);
  expect(await found('pendulum wind')).toEqual(['Pendulum']);
  expect(await found('tag:clocks is:favourite')).toEqual(['Pendulum']);
  expect(value(await library.passages([id], 'zeppelin'))[id]).not.toMatchObject({
    text: expect.stringContaining('zeppelin') as string,
  });
  // The index made anew, and upkeep, come to the same.
  while (value(await library.tidy()));
  await rebuildIndex(db);
  expect(await found('zeppelin')).toEqual([]);
  expect(await found('pendulum')).toEqual(['Pendulum']);
});

it('goes back to the original, as if nothing had been', async () => {
  const before = await article();
  await edit({ html: SHORT, title: 'Pendulum' });
  await edit(null);
  expect(await article()).toEqual(before);
  expect(await db.count('edits')).toBe(0);
  expect(await found('zeppelin')).toEqual(['The Tide Clock']);
  expect(await found('pendulum')).toEqual([]);
});

it('is the same asked for twice, and keeps no copy that says nothing else', async () => {
  await edit({ title: 'Pendulum' });
  const { doc } = (await db.get('rows', id))!;
  await edit({ title: 'Pendulum' });
  expect((await db.get('rows', id))!.doc).toBe(doc);
  await edit({ html: WHOLE, title: '  ', byline: 'Ines Holloway' });
  expect(await db.count('edits')).toBe(0);
});

it('shows no excerpt of what was taken out', async () => {
  await edit({ html: WITHOUT_FIRST });
  expect((await article()).excerpt).toBe('A clock with one hand.');
  await library.save(
    draftAt(URL, { html: WHOLE, excerpt: 'A clock with one hand is never wrong for long' }),
    { replace: true },
  );
  await edit({ html: WITHOUT_FIRST });
  expect((await article()).excerpt).toBe('Subscribe to our zeppelin letter.');
});

it('changes nothing of another text, or of an article that is gone', async () => {
  const stale = { id, of: 5, edit: { html: SHORT } };
  expect(value(await editArticle(library, stale))).toBe(false);
  await library.perform([{ ids: [id], change: { is: 'removed', removed: true } }]);
  expect(value(await editArticle(library, { ...stale, of: now }))).toBe(false);
  expect(value(await editableArticle(library, id))).toBeNull();
  expect(await db.count('edits')).toBe(0);
});

it('keeps corrected facts with a new version, and the copy among the earlier ones', async () => {
  await edit({ html: SHORT, title: 'Pendulum' });
  await library.save(draftAt(URL, { text: 'Two hands.' }), { replace: true });
  expect(await article()).toMatchObject({
    ...{ title: 'Pendulum', html: '<p>Two hands.</p>', edited: true, versions: 2 },
  });
  expect(await found('pendulum hands')).toEqual(['Pendulum']);
  const [copy, first] = value(await earlierVersions(library, id));
  expect(copy).toMatchObject({ html: SHORT, edited: true, words: 95 });
  expect(first).toMatchObject({ html: WHOLE });
  expect(first).not.toHaveProperty('edited');
  // Brought back, it is the text; and that can be undone.
  const back = value(await bringBack(library, id, copy!.savedAt));
  expect(await article()).toMatchObject({ html: SHORT, title: 'Pendulum', versions: 2 });
  await bringBack(library, id, back!);
  expect(await article()).toMatchObject({ html: '<p>Two hands.</p>', title: 'Pendulum' });
});

it('keeps the copy when the same text is saved again, and drops it with the article', async () => {
  await edit({ html: SHORT });
  await library.save(draftAt(URL, { html: WHOLE, words: 100 }), { replace: true });
  expect(await article()).toMatchObject({ html: SHORT, words: 95, edited: true });
  expect(await found('zeppelin')).toEqual([]);
  await library.perform([{ ids: [id], change: { is: 'removed', removed: true } }]);
  now += 40 * 24 * 60 * 60 * 1000;
  expect(await library.purge()).toEqual(done(1));
  expect(await db.count('edits')).toBe(0);
});

it('is there after mending', async () => {
  await edit({ html: SHORT, title: 'Pendulum' });
  const before = await article();
  await db.clear('rows');
  await mendLibrary(db, now);
  expect(await article()).toEqual(before);
  expect(await found('pendulum')).toEqual(['Pendulum']);
  // A copy that cannot be read is none.
  await db.put('edits', { id, changedAt: 'no' } as never);
  expect(await article()).toMatchObject({ html: WHOLE });
});
