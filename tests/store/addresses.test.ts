import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { removal } from '../../src/article/library-change.ts';
import { done } from '../../src/article/result.ts';
import { keepAddress } from '../../src/store/addresses.ts';
import { Library } from '../../src/store/library.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { draftAt } from './drafts.ts';

const URL = 'https://review.example/a%20clock';
let db: LibraryDatabase;
const newLibrary = (): Library =>
  new Library(async (onClosed) => (db = await openDatabase(onClosed)));
afterEach(async () => {
  db.close();
  await deleteDB('library');
});
const found = async (library: Library): Promise<unknown> =>
  library.find({ shelf: 'all', sort: 'newest', words: '' });

it('keeps an address, which the article then fills in its place', async () => {
  const library = newLibrary();
  const kept = await keepAddress(library, { url: URL, title: '' });
  expect(kept).toMatchObject({ ok: true, value: { already: false } });
  expect(await found(library)).toMatchObject({
    value: { total: 1, first: [{ title: 'review.example/a clock', waiting: true }] },
  });
  const id = kept.ok ? kept.value.id : ('' as never);
  await library.perform([{ ids: [id], change: { is: 'tags', add: ['clocks'], remove: [] } }]);
  expect(await keepAddress(library, { url: URL, title: 'Again' })).toEqual(
    done({ id, already: true }),
  );
  // Whoever had only the address saves the article for the first time.
  expect(await library.save(draftAt(URL))).toEqual(done({ id, already: false }));
  expect(await found(library)).toMatchObject({
    value: { total: 1, first: [{ title: 'The Tide Clock', tags: ['clocks'] }] },
  });
  const article = await library.article(id);
  expect(article.ok && article.value).not.toHaveProperty('waiting');
  expect(article.ok && article.value).not.toHaveProperty('versions');
  expect(await keepAddress(library, { url: URL, title: '' })).toEqual(done({ id, already: true }));
});

it('keeps the address of a removed article anew', async () => {
  const library = newLibrary();
  const saved = await library.save(draftAt(URL));
  const id = saved.ok ? saved.value.id : ('' as never);
  await library.perform([removal(id, true)]);
  await keepAddress(library, { url: URL, title: 'The link' });
  expect(await found(library)).toMatchObject({
    value: { total: 1, first: [{ title: 'The link', waiting: true, tags: [] }] },
  });
});
