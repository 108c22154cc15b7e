import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passage } from '../../../src/store/search/passage.ts';
import { parseQuery } from '../../../src/store/search/query.ts';

const of = (text: string, query: string, length: number) =>
  passage(text, parseQuery(query).clauses, length);
const marked = (text: string, query: string, length = 80): string[] => {
  const found = of(text, query, length);
  return found.marks.map(([from, to]) => found.text.slice(from, to));
};

const PADDING = 'nothing of note happens here at all, '.repeat(20);

describe('a passage', () => {
  it('is where most of the words stand together', () => {
    const text = `The clock. ${PADDING}A tide and one more tide. ${PADDING}The Tide Clocks struck. ${PADDING}`;
    const found = of(text, 'tide clock', 60);
    expect(found.text).toContain('Tide Clocks struck');
    expect(found.marks.map(([from, to]) => found.text.slice(from, to))).toEqual(['Tide', 'Clocks']);
    expect(found).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(found.text.length).toBeLessThanOrEqual(60);
  });

  it('begins with the text where nothing is found', () => {
    expect(of('«One clock, one hand.»', 'heron', 12)).toEqual({
      text: '«One clock',
      marks: [],
      cutBefore: false,
      cutAfter: true,
    });
    expect(of('', 'heron', 12).text).toBe('');
  });

  it('marks what stands in the original', () => {
    expect(marked('Zur Straße, l’Été d’or; don’t', 'strass ete dont')).toEqual([
      'Straße',
      'Été',
      'don’t',
    ]);
    expect(marked('我住在東京都。', '東京')).toEqual(['東京']);
    expect(marked('one hand, one clock', '"one clock"')).toEqual(['one clock']);
    expect(marked('tide clock', 'tide -clock by:ines')).toEqual(['tide']);
    expect(marked('tides', 'tide tides')).toEqual(['tides']);
  });

  it('is never longer than asked, and its marks lie in it', () => {
    const text = fc.array(fc.constantFrom('tide', ' ', '東', 'é', '. ', '🙂', 'clock'));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (parts, length) => {
        const found = of(parts.join(''), 'tide "clock 東', length);
        expect(found.text.length).toBeLessThanOrEqual(length);
        let last = 0;
        for (const [from, to] of found.marks) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(found.text.length);
      }),
    );
  });
});
