import type { TextClause } from './query.ts';
import { eachWord } from './words.ts';

/** A stretch of a text, to be shown with what was found marked. */
export interface Passage {
  text: string;
  /** Where the found words stand in `text`: from, to; growing, apart from each other. */
  marks: [number, number][];
  /** Whether something of the article stands before and after it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

interface Word {
  word: string;
  start: number;
  end: number;
}

/** A found word, or all words of a phrase, and the clause it answers. */
interface Hit {
  start: number;
  end: number;
  clause: number;
}

/**
 * The stretch of the text, of about `length` characters, in which most of the clauses are found, and most
 * often; the beginning of the text when none is. Cut between words.
 */
export function passage(text: string, clauses: readonly TextClause[], length: number): Passage {
  const words: Word[] = [];
  eachWord(text, (word, start, end) => words.push({ word, start, end }));
  const hits = hitsOf(words, clauses);
  const best = bestStretch(hits, length);
  // A third of what is left stands before the first word that was found.
  const slack = best ? Math.max(0, length - (best.end - best.start)) : 0;
  let from = best ? Math.max(0, best.start - Math.floor(slack / 3)) : 0;
  const to = Math.min(text.length, from + length);
  from = Math.max(0, Math.min(from, to - length));
  return cutAtWords(text, words, hits, from, to);
}

/** Where the clauses are found in a text, in its order. */
export function hitsIn(
  text: string,
  clauses: readonly TextClause[],
): { start: number; end: number }[] {
  const words: Word[] = [];
  eachWord(text, (word, start, end) => words.push({ word, start, end }));
  return hitsOf(words, clauses);
}

function hitsOf(words: readonly Word[], clauses: readonly TextClause[]): Hit[] {
  const hits: Hit[] = [];
  clauses.forEach((clause, number) => {
    if (clause.negated || (clause.kind !== 'word' && clause.kind !== 'phrase')) return;
    const beginning = clause.kind === 'word' || clause.beginning;
    const sought = clause.words;
    for (let at = 0; at + sought.length <= words.length; at++) {
      const isThere = sought.every((word, nth) => {
        const other = words[at + nth]!.word;
        return beginning && nth === sought.length - 1 ? other.startsWith(word) : other === word;
      });
      if (!isThere) continue;
      const end = words[at + sought.length - 1]!.end;
      hits.push({ start: words[at]!.start, end, clause: number });
    }
  });
  return hits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first stretch with the most clauses, and of these with the most hits. */
function bestStretch(hits: readonly Hit[], length: number): Hit | undefined {
  let best: Hit | undefined;
  let most = 0;
  const within = new Map<number, number>();
  let first = 0;
  for (const [last, hit] of hits.entries()) {
    within.set(hit.clause, (within.get(hit.clause) ?? 0) + 1);
    for (; first < last && hit.end - hits[first]!.start > length; first++) {
      const { clause } = hits[first]!;
      const left = within.get(clause)! - 1;
      if (left > 0) within.set(clause, left);
      else within.delete(clause);
    }
    const worth = within.size * 1_000_000 + last - first + 1;
    if (worth <= most) continue;
    most = worth;
    best = { ...hit, start: hits[first]!.start };
  }
  return best;
}

function cutAtWords(
  text: string,
  words: readonly Word[],
  hits: readonly Hit[],
  from: number,
  to: number,
): Passage {
  const whole = words.filter(({ start, end }) => start >= from && end <= to);
  // What stands before the first word of the text, or after the last, belongs to it.
  const start = from === 0 ? 0 : (whole[0]?.start ?? from);
  const end = to === text.length ? to : (whole.at(-1)?.end ?? to);
  const marks: [number, number][] = [];
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    const last = marks.at(-1);
    if (last && hit.start - start < last[1]) last[1] = Math.max(last[1], hit.end - start);
    else marks.push([hit.start - start, hit.end - start]);
  }
  return {
    text: text.slice(start, end),
    marks,
    cutBefore: start > 0,
    cutAfter: end < text.length,
  };
}
