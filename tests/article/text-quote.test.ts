import { describe, expect, it } from 'vitest';
import { findQuote, type FoundQuote, quoteAt } from '../../src/article/text-quote.ts';
import { type EditedText, editedText, seeded } from './edited-texts.ts';

const quoteOf = (text: string, exact: string) => {
  const start = text.indexOf(exact);
  const position = { start, end: start + exact.length };
  return { quote: quoteAt(text, position), position };
};
/** The words of a text that a quote from an earlier one leads to. */
const foundIn = (after: string, before: string, exact: string): string | null => {
  const { quote, position } = quoteOf(before, exact);
  const found = findQuote(after, quote, position);
  return found && after.slice(found.start, found.end);
};

const TIDE =
  'A clock with one hand is never wrong for long. The keeper winds it on Sunday, and nobody asks for a second hand. The harbour has forgotten it.';

describe('a quote', () => {
  it('is found where it was', () => {
    const { quote, position } = quoteOf(TIDE, 'never wrong');
    expect(findQuote(TIDE, quote, position)).toEqual({ ...position, score: 1 });
  });

  it('is found when text comes before it', () => {
    expect(foundIn(`News. ${TIDE}`, TIDE, 'one hand')).toBe('one hand');
  });

  it('is found with other spaces, quotes and dashes', () => {
    const before = 'He said “it’s late” – and then… the   tide came in again over the wall.';
    const after =
      'News. He said "it\'s late" -- and then... the\u00a0tide came in again over the wall.';
    expect(foundIn(after, before, '“it’s late” – and then… the')).toBe(
      '"it\'s late" -- and then... the',
    );
  });

  it('is found with other words in it, from word to word', () => {
    const after = TIDE.replace('on Sunday', 'every Monday');
    expect(foundIn(after, TIDE, 'The keeper winds it on Sunday, and nobody asks')).toBe(
      'The keeper winds it every Monday, and nobody asks',
    );
  });

  it('is not found when its words are gone, though a word like it is there', () => {
    const before = `${TIDE} We met a friend of the harbour master.`;
    expect(foundIn(before.replace('The harbour has forgotten it. ', ''), before, 'harbour')).toBe(
      null,
    );
  });

  it('is not mistaken for its twin, which alone is left', () => {
    const twins = `First of all he went home. ${TIDE} Then, much later, he went home. The end of it came.`;
    expect(foundIn(twins.replace('First of all he went home. ', ''), twins, 'he went home')).toBe(
      null,
    );
  });

  it('is not mistaken for a line of the same form', () => {
    const results =
      'Arsenal beat Chelsea two to one at home on Saturday.\nArsenal beat Everton two to one at home on Saturday.\nThe season goes on.';
    const [first, ...rest] = results.split('\n');
    expect(foundIn(rest.join('\n'), results, first!)).toBe(null);
  });

  it('is found in a text of emoji and lone halves without harm', () => {
    const text = '😀 One \ud83d hand 😀😀 on the wall. 👩‍👩‍👧 It is late today.';
    expect(foundIn(`x ${text}`, text, 'hand 😀😀 on')).toBe('hand 😀😀 on');
    expect(findQuote('', { exact: '', prefix: '', suffix: '' }, { start: 0, end: 0 })).toBe(null);
  });

  it('of 2,000 characters is looked for in 50,000 words in little time', () => {
    const random = seeded(7);
    const words = Array.from({ length: 900 }, () =>
      Array.from(
        { length: 2 + random() * 8 },
        () => 'etaoinshrdlu'[Math.floor(random() * 12)],
      ).join(''),
    );
    const text = Array.from({ length: 50_000 }, () => words[Math.floor(random() * 900)]).join(' ');
    const position = { start: 200_000, end: 202_000 };
    const quote = quoteAt(text, position);
    const after = `${text.slice(0, 90_000)} new words ${text.slice(90_000, 200_300)} changed ${text.slice(200_330)}`;
    const gone = text.slice(0, 190_000) + text.slice(210_000);
    const times = [after, gone, after, gone, after].map((edited) => {
      const begin = performance.now();
      const found = findQuote(edited, quote, position);
      const took = performance.now() - begin;
      expect(found === null).toBe(edited === gone);
      return took;
    });
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(process.env['CI'] ? 200 : 100);
  });
});

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/**
 * Whether nobody could say from the texts which place it is: the very words stand elsewhere too, and of what
 * stood next to them there is no more on either side of the right place than of another.
 */
function cannotBeTold({ before, marked, after, isMine, siblings }: EditedText): boolean {
  const words = bare(before.slice(marked.start, marked.end));
  const left = bare(before.slice(0, marked.start)).slice(-12);
  const right = bare(before.slice(marked.end)).slice(0, 12);
  const text = bare(after);
  const own = bare(after.slice(0, isMine.indexOf(true))).length;
  const sides = (at: number): number =>
    Number(left !== '' && text.slice(0, at).endsWith(left)) +
    Number(right !== '' && text.startsWith(right, at + words.length));
  let best = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at !== own) best = Math.max(best, sides(at));
  if (!isMine.includes(true)) return best > 0;
  // The words of the right place may have changed, where those of another are the very same.
  const isWhole = text.startsWith(words, own);
  // Or changed as much as those of a like place are others, with nothing left around them.
  const isLikeAnother = siblings.some((like) => text.includes(bare(like)));
  if (!isWhole && sides(own) === 0 && isLikeAnother) return true;
  return best >= 0 && (best >= sides(own) || (best > 0 && !isWhole));
}

/** How a search ended, by the characters that were marked. */
function verdict({ after, isMine, left }: EditedText, found: FoundQuote | null): string {
  // With less than this, or with its parts far from each other, it may be found or not.
  const all = isMine.filter(Boolean).length;
  const span = isMine.lastIndexOf(true) - isMine.indexOf(true) + 1;
  const isThere = left >= 0.8 && span <= all * 1.6 + 8;
  if (!found) return isThere ? 'missed' : 'rightly lost';
  let mine = 0;
  let others = 0;
  for (let at = found.start; at < found.end; at += 1) {
    if (isMine[at]) mine += 1;
    else if (!/\s/.test(after[at]!)) others += 1;
  }
  if (mine < others) return 'wrong';
  return mine >= all * 0.8 && others <= all * 0.5 ? 'found' : isThere ? 'in part' : 'found';
}

it(
  'is found in 500 edited texts wherever its words are, and nowhere else',
  { timeout: 120_000 },
  () => {
    const counts: Record<string, number> = {};
    const stories: string[] = [];
    for (let seed = 1; seed <= 500; seed += 1) {
      const pair = editedText(seed);
      const quote = quoteAt(pair.before, pair.marked);
      const how = verdict(pair, findQuote(pair.after, quote, pair.marked));
      if (how !== 'found' && how !== 'rightly lost' && cannotBeTold(pair)) {
        counts['cannot be told'] = (counts['cannot be told'] ?? 0) + 1;
        continue;
      }
      counts[how] = (counts[how] ?? 0) + 1;
      if (how === 'wrong' || how === 'missed' || how === 'in part')
        stories.push(`${how}: ${pair.story} (${quote.exact.length}, left ${pair.left.toFixed(2)})`);
    }
    const { found = 0, wrong = 0, missed = 0, 'in part': part = 0 } = counts;
    expect(wrong, stories.join('\n')).toBe(0);
    expect(counts['cannot be told']).toBeLessThan(25);
    expect(found / (found + missed + part), stories.join('\n')).toBeGreaterThanOrEqual(0.98);
  },
);
