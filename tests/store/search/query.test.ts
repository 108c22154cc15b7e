import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/store/search/query.ts';

const clausesOf = (typed: string): unknown[] => parseQuery(typed).clauses;
const filtersOf = (typed: string): unknown[] => parseQuery(typed).filters;
const word = (...words: string[]) => ({ kind: 'word', words, negated: false });

describe('what is typed', () => {
  it('is words that are beginnings', () => {
    expect(clausesOf('  Tide  CLOCK ')).toEqual([word('tide'), word('clock')]);
    expect(clausesOf('full-text')).toEqual([word('full'), word('text')]);
    expect(clausesOf("don't — …")).toEqual([word('dont')]);
  });

  it('is runs of characters where there are no spaces', () => {
    expect(clausesOf('東京 iPhone手机')).toEqual([
      word('東', '京'),
      word('iphone'),
      word('手', '机'),
    ]);
    expect(clausesOf('東京、大阪')).toEqual([word('東', '京'), word('大', '阪')]);
  });

  it('has phrases in quotes, one of them open while it is typed', () => {
    const phrase = { kind: 'phrase', negated: false };
    expect(clausesOf('"a Clock" “with one”')).toEqual([
      { ...phrase, words: ['a', 'clock'], beginning: false },
      { ...phrase, words: ['with', 'one'], beginning: false },
    ]);
    expect(clausesOf('"a clo')).toEqual([{ ...phrase, words: ['a', 'clo'], beginning: true }]);
    expect(clausesOf('""')).toEqual([]);
  });

  it('has operators with and without quotes', () => {
    expect(clausesOf('by:"Ines Holl" site:Mercator lang:pt-BR')).toEqual([
      { kind: 'by', words: ['ines', 'holl'], negated: false },
      { kind: 'site', words: ['mercator'], negated: false },
      { kind: 'lang', base: 'pt', negated: false },
    ]);
    expect(clausesOf('site:www.Review.example')).toEqual([
      { kind: 'site', words: ['www', 'review', 'example'], host: 'review.example', negated: false },
    ]);
    expect(filtersOf('tag:"To read" IS:Starred has:notes')).toEqual([
      { fact: 'tag', tag: 'To read', negated: false },
      { fact: 'is', is: 'favourite', negated: false },
      { fact: 'has', has: 'notes', negated: false },
    ]);
    expect(parseQuery('tag: by:')).toEqual({ clauses: [], filters: [], unknown: [] });
  });

  it('is negated by a minus before anything', () => {
    expect(clausesOf('-tide -"one hand" -by:ines - well-known')).toEqual([
      { kind: 'word', words: ['tide'], negated: true },
      { kind: 'phrase', words: ['one', 'hand'], beginning: false, negated: true },
      { kind: 'by', words: ['ines'], negated: true },
      word('well'),
      word('known'),
    ]);
    expect(clausesOf('-full-text')).toEqual([
      { kind: 'phrase', words: ['full', 'text'], beginning: true, negated: true },
    ]);
    expect(filtersOf('-is:read')).toEqual([{ fact: 'is', is: 'archive', negated: true }]);
  });

  it('takes an unknown operator or an address for words', () => {
    expect(clausesOf('foo:bar https://a.example/b')).toEqual(
      ['foo', 'bar', 'https', 'a', 'example', 'b'].map((each) => word(each)),
    );
  });

  it('has dates in local time', () => {
    const at = (year: number, month = 0, day = 1) => new Date(year, month, day).getTime();
    expect(filtersOf('before:2024-03 after:2023 after:2024-02-29')).toEqual([
      { fact: 'saved', from: -Infinity, until: at(2024, 2), negated: false },
      { fact: 'saved', from: at(2023), until: Infinity, negated: false },
      { fact: 'saved', from: at(2024, 1, 29), until: Infinity, negated: false },
    ]);
  });

  it.each([
    ['>1000', 1001, Infinity],
    ['>=1000', 1000, Infinity],
    ['<500', 0, 499],
    ['500-1000', 500, 1000],
    ['500..1000', 500, 1000],
    ['1000', 1000, 1000],
  ])('has a number of words: %s', (value, least, most) => {
    expect(filtersOf(`words:${value}`)).toEqual([{ fact: 'words', least, most, negated: false }]);
  });

  it.each(['before:abc', 'after:2023-02-30', 'words:many', 'is:blue', '-has:x', 'lang:!', 'by:…'])(
    'says that it does not understand %s',
    (typed) => {
      expect(parseQuery(typed)).toEqual({
        clauses: [],
        filters: [{ fact: 'nothing', negated: false }],
        unknown: [typed],
      });
    },
  );

  it('is never refused', () => {
    const pieces = [
      '"',
      '-',
      'tag:',
      'by:',
      ' ',
      'é',
      '語',
      '\ud800',
      'ﷺ',
      '½',
      '“',
      'words:',
      '>',
      '1',
    ];
    const typed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })));
    fc.assert(
      fc.property(typed, (parts) => {
        const { clauses } = parseQuery(parts.join(''));
        for (const clause of clauses)
          if ('words' in clause) expect(clause.words.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});
