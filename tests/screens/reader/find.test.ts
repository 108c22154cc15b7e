import { expect, it } from 'vitest';
import { searchable, spansOf, spansOfSearch } from '../../../src/screens/reader/find/matches.ts';
import { createFindModel } from '../../../src/screens/reader/find/model.ts';

const found = (typed: string, text: string): string[] =>
  spansOf(typed, searchable(text)).map(([start, end]) => text.slice(start, end));

it('finds letters without their accents and cases, and gives them as they stand', () => {
  expect(found('cafe', 'Café, CAFE\u0301 and cafeteria')).toEqual(['Café', 'CAFE\u0301', 'cafe']);
  expect(found('ﬁnd', 'to find a ﬁnding')).toEqual(['find', 'ﬁnd']);
  expect(found('of words', 'a line of\nwords')).toEqual(['of\nwords']);
  expect(found('soft', 'so\u00adft and soft')).toEqual(['so\u00adft', 'soft']);
  expect(found('東京', 'in 東京湾')).toEqual(['東京']);
  expect(found('𝒳', 'a 𝒳 b')).toEqual(['𝒳']);
});

it('finds nothing for nothing, and no half of a letter', () => {
  expect(found('  ', 'a b')).toEqual([]);
  expect(found('absent', 'here')).toEqual([]);
  expect(found('i', 'ﬁ')).toEqual([]);
});

it('finds the words of a search in the list by its rules', () => {
  const text = 'Harbours and a harbour wall; the wall alone';
  const words = (typed: string): string[] =>
    spansOfSearch(typed, searchable(text)).map(([start, end]) => text.slice(start, end));
  expect(words('harbour -tag:x')).toEqual(['Harbours', 'harbour']);
  expect(words('"harbour wall"')).toEqual(['harbour wall']);
  expect(words('tag:sea is:unread')).toEqual([]);
});

it('goes round the ends, and is open from the start with the words of a search', () => {
  const find = createFindModel('wall');
  expect(find.isOpen.value).toBe(true);
  find.take([[0, 1], [4, 5], [8, 9]], 2); // prettier-ignore
  expect(find.count.value).toEqual({ at: 3, of: 3 });
  find.step(1);
  expect(find.count.value).toEqual({ at: 1, of: 3 });
  find.step(-1);
  expect(find.at.value).toBe(2);
  find.type('absent');
  expect(find.bySearch.value).toBe(false);
  find.take([], 0);
  find.step(1);
  expect(find.count.value).toEqual({ at: 0, of: 0 });
  find.type(' ');
  expect(find.count.value).toBeNull();
});
