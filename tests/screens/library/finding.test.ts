import type { JSX } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hashOf, queryOf, tagHash, tagWords } from '../../../src/screens/library/address.ts';
import { PassageText } from '../../../src/screens/library/PassageText.tsx';
import { createTagEdit } from '../../../src/screens/library/tag-edit.ts';
import { TallList } from '../../../src/screens/library/tall-list.ts';
import { id, row, startLibrary, wait } from './fake-library.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tagged = () => [
  row('a', { tags: ['food', 'To Read'] }),
  row('b', { tags: ['food'], minutes: 12 }),
  row('c', { minutes: 40 }),
];

describe('order and time', () => {
  test('the best match comes first while there are words, unless an order was chosen', async () => {
    const { model, hash } = startLibrary(tagged());
    await wait();
    model.searchNow('a');
    expect(model.query.value.sort).toBe('best');
    expect(hash.value).toBe('#shelf=unread&words=a');
    model.searchNow('');
    expect(model.query.value.sort).toBe('newest');
    model.sortBy('title');
    model.searchNow('a');
    expect(model.query.value.sort).toBe('title');
    model.sortBy('newest');
    model.searchNow('b');
    expect(model.query.value.sort).toBe('newest');
    expect(queryOf(hash.value).sort).toBe('newest');
  });

  test('no address asks for the best match of nothing', () => {
    expect(queryOf('#sort=best').sort).toBe('newest');
    expect(queryOf('#sort=best&words=x').sort).toBe('best');
  });

  test('the time one has is in the address, and comes back', async () => {
    const library = startLibrary(tagged(), '#shelf=unread&minutes=15');
    await wait();
    expect(library.shownIds()).toEqual(['a', 'b']);
    library.model.showWithin(5);
    await wait();
    expect(library.shownIds()).toEqual(['a']);
    expect(library.hash.value).toBe('#shelf=unread&minutes=5');
    library.model.clearQuery();
    await wait();
    expect(library.shownIds()).toHaveLength(3);
    expect(queryOf('#minutes=7')).not.toHaveProperty('minutes');
  });

  test('what the search does not understand is told', async () => {
    const library = startLibrary(tagged());
    library.unknown = ['before:soon'];
    await wait();
    library.model.searchNow('before:soon a');
    await wait();
    expect(library.model.listing.value).toMatchObject({ unknown: ['before:soon'] });
  });
});

describe('passages', () => {
  test('come for what is in view after it has stayed a moment, once for each search', async () => {
    const library = startLibrary(tagged());
    await wait();
    library.model.need(0, 2);
    await wait(200);
    expect(library.asked.some(({ ask }) => ask === 'library/passages')).toBe(false);
    library.model.searchNow('a');
    await wait();
    library.model.need(0, 0);
    await wait(200);
    expect(library.model.passages.value.get(id('a'))?.text).toBe('… a');
    library.model.need(0, 0);
    await wait(200);
    expect(library.asked.filter(({ ask }) => ask === 'library/passages')).toHaveLength(1);
    library.model.searchNow('b');
    await wait();
    library.model.need(0, 0);
    expect(library.model.passages.value.size).toBe(0);
  });

  test('mark the found words, and nothing else becomes markup', () => {
    const shown = PassageText({
      passage: {
        text: '<b>sea</b> and sea',
        marks: [
          [3, 6],
          [4, 5],
          [15, 18],
        ],
      },
    });
    const parts = shown.props.children as (string | JSX.Element)[];
    const said = parts.map((part) =>
      typeof part === 'string' ? part : `[${String(part.props.children)}]`,
    );
    expect(said.join('')).toBe('<b>[sea]</b> and [sea]');
  });

  test('are not asked for where operators stand alone', async () => {
    const library = startLibrary(tagged(), '#shelf=all&words=tag:food');
    await wait();
    library.model.need(0, 1);
    await wait(200);
    expect(library.asked.some(({ ask }) => ask === 'library/passages')).toBe(false);
  });
});

describe('tags', () => {
  test('are counted, renamed with undo, and taken from all', async () => {
    const { model, ...library } = startLibrary(tagged());
    await wait(100);
    expect(model.tags.tags.value).toEqual([
      { tag: 'food', count: 2 },
      { tag: 'To Read', count: 1 },
    ]);
    await model.tags.rename('food', '  cooking ');
    expect(model.toast.value).toEqual({ is: 'tag-renamed', title: 'cooking' });
    await wait(100);
    expect(model.tags.tags.value.map(({ tag }) => tag)).toEqual(['cooking', 'To Read']);
    await model.undo();
    await wait(100);
    expect(model.rows.value.get(id('b'))?.tags).toEqual(['food']);
    await model.tags.remove('food');
    await wait(100);
    expect(model.tags.tags.value).toEqual([{ tag: 'To Read', count: 1 }]);
    expect(library.asked).toContainEqual({ ask: 'tags/rename', about: { from: 'food', to: '' } });
  });

  test('merging is known before it happens', async () => {
    const { model } = startLibrary(tagged());
    await wait(100);
    expect(model.tags.mergesWith('food', 'to  read')).toEqual({ tag: 'To Read', count: 1 });
    expect(model.tags.mergesWith('To Read', 'to read')).toBeNull();
    await model.tags.rename('food', 'to read');
    expect(model.toast.value).toEqual({ is: 'tags-merged', title: 'To Read' });
  });

  test('lead to the articles that have them', () => {
    expect(tagWords('food')).toBe('tag:food');
    expect(tagWords('To "Read"')).toBe('tag:"To Read"');
    const query = queryOf('#shelf=unread&words=x');
    expect(tagHash(query, 'food')).toBe('#shelf=unread&words=tag%3Afood');
    expect(queryOf(tagHash({ ...query, shelf: 'all' }, 'To Read'))).toEqual({
      shelf: 'all',
      sort: 'best',
      words: 'tag:"To Read"',
    });
  });

  test('are edited together and kept as one deed', async () => {
    const library = startLibrary(tagged());
    await wait(100);
    await library.model.dialogs.editTags([id('a'), id('b')]);
    const dialog = library.model.dialogs.dialog.value;
    if (dialog?.is !== 'edit-tags') throw new Error('no editor');
    const { edit } = dialog;
    expect(edit.tags.value).toEqual([
      { tag: 'food', count: 2, isOnAll: true },
      { tag: 'To Read', count: 1, isOnAll: false },
    ]);
    edit.add('to read');
    edit.remove('food');
    edit.type('later');
    expect(edit.options.value).toEqual([{ tag: 'later', isNew: true }]);
    const { add, remove } = edit.changes();
    expect({ add, remove }).toEqual({ add: ['To Read', 'later'], remove: ['food'] });
    await library.model.tag(dialog.ids, add, remove);
    expect(library.model.rows.value.get(id('b'))?.tags).toEqual(['To Read', 'later']);
    await library.model.undo();
    expect(library.rows[0]?.tags.toSorted()).toEqual(['To Read', 'food']);
    expect(library.rows[1]?.tags).toEqual(['food']);
  });

  test('complete while one types: beginnings first, and nothing that is on already', () => {
    const known = ['deep sea', 'sea', 'nausea', 'seasons'].map((tag) => ({ tag, count: 1 }));
    const edit = createTagEdit([row('a', { tags: ['sea'] })], known);
    edit.type('Séa');
    expect(edit.options.value).toEqual([
      { tag: 'seasons', isNew: false },
      { tag: 'deep sea', isNew: false },
      { tag: 'nausea', isNew: false },
      { tag: 'Séa', isNew: true },
    ]);
    edit.type('SEA');
    expect(edit.options.value.some(({ isNew }) => isNew)).toBe(false);
    edit.remove('sea');
    edit.add('sea');
    expect(edit.changes()).toEqual({ add: [], remove: [] });
  });
});

describe('saved searches', () => {
  test('are kept under a name, renamed and removed, each with undo', async () => {
    const { model, searches } = startLibrary(tagged(), '#shelf=all&words=tag:food');
    await wait(100);
    await model.searches.save('  Cooking  ', model.query.value);
    const [search] = model.searches.searches.value;
    expect(search).toMatchObject({ name: 'Cooking', query: { words: 'tag:food' } });
    expect(hashOf(search!.query)).toBe('#shelf=all&words=tag%3Afood');
    await model.searches.rename(search!, 'Kitchen');
    expect([...searches.values()].map(({ name }) => name)).toEqual(['Kitchen']);
    await model.undo();
    expect([...searches.values()].map(({ name }) => name)).toEqual(['Cooking']);
    await model.searches.remove(model.searches.searches.value[0]!);
    expect(searches.size).toBe(0);
    await model.undo();
    expect(searches.size).toBe(1);
    await model.undo();
    expect(searches.size).toBe(0);
  });
});

describe('a list higher than a page may be', () => {
  const VIEW = 800;
  const tall = (): TallList => {
    const list = new TallList(80_000);
    list.resize(1_000_000);
    return list;
  };

  test('ends where the page ends, and begins where it begins', () => {
    const list = tall();
    expect(list.height).toBe(80_000);
    list.scrolled(list.height - VIEW, VIEW);
    expect(list.height - VIEW + list.shift).toBe(1_000_000 - VIEW);
    list.scrolled(0, VIEW);
    expect(list.shift).toBe(0);
  });

  test('is scrolled one to one with the wheel, all the way', () => {
    const list = tall();
    let at = 0;
    let seen = 0;
    let fastest = 0;
    for (let step = 0; step < 12_000 && seen < 1_000_000 - VIEW; step += 1) {
      at = list.scrolled(Math.min(at + 100, list.height - VIEW), VIEW);
      const now = at + list.shift;
      fastest = Math.max(fastest, now - seen);
      seen = now;
    }
    expect(seen).toBe(1_000_000 - VIEW);
    expect(fastest).toBe(100);
    for (let step = 0; step < 12_000 && seen > 0; step += 1) {
      at = list.scrolled(Math.max(at - 100, 0), VIEW);
      seen = at + list.shift;
    }
    expect(seen).toBe(0);
    expect(at).toBe(0);
  });

  test('goes to a place and finds it again', () => {
    const list = tall();
    for (const place of [0, 500, 400_000, 999_000]) {
      const at = list.show(place, VIEW);
      expect(at + list.shift).toBe(place);
      expect(list.scrolled(at, VIEW)).toBe(at);
    }
  });
});
