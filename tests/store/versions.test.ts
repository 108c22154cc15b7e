import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, expect, it } from 'vitest';
import { done, type Result } from '../../src/article/result.ts';
import { Library } from '../../src/store/library.ts';
import { type LibraryDatabase, openDatabase } from '../../src/store/open-library.ts';
import { bringBack, earlierVersions } from '../../src/store/versions.ts';
import { draftAt } from './drafts.ts';

const URL = 'https://review.example/clock';
let db: LibraryDatabase;
afterEach(async () => {
  db.close();
  await deleteDB('library');
});
function value<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

it('brings an earlier version back, and takes that back', async () => {
  let now = 0;
  const library = new Library(
    async (onClosed) => (db = await openDatabase(onClosed)),
    () => (now += 1000),
  );
  const { id } = value(await library.save(draftAt(URL, { text: 'One hand.' })));
  await library.perform([{ ids: [id], change: { is: 'tags', add: ['clocks'], remove: [] } }]);
  await library.save(draftAt(URL, { text: 'Two hands.' }), { replace: true });
  const [first] = value(await earlierVersions(library, id));
  expect(first).toMatchObject({ html: '<p>One hand.</p>' });

  const replaced = value(await bringBack(library, id, first!.savedAt));
  expect(value(await library.article(id))).toMatchObject({
    html: '<p>One hand.</p>',
    tags: ['clocks'],
    versions: 1,
  });
  expect(value(await earlierVersions(library, id))).toMatchObject([{ html: '<p>Two hands.</p>' }]);
  value(await bringBack(library, id, replaced!));
  expect(value(await library.article(id))).toMatchObject({
    html: '<p>Two hands.</p>',
    versions: 1,
  });
  expect(await bringBack(library, id, 12)).toEqual(done(null));
});
