import { folded } from '../../../article/folded.ts';
import { hitsIn } from '../../../store/search/passage.ts';
import { parseQuery } from '../../../store/search/query.ts';

/** A stretch of a text in UTF-16 units: [start, end). */
export type Span = readonly [start: number, end: number];

/** A text made ready to be searched as people type: without accents, cases and invisible characters. */
export interface Searchable {
  text: string;
  folded: string;
  /** Where in the text each character of `folded` stands. */
  from: Uint32Array;
}

const INVISIBLE = /^\p{Cf}$/u;
const PLAIN = /[\0-\x7f]+|[^]/gu;

/** Takes some 20 ms for 50,000 words: asked once a text. */
export function searchable(text: string): Searchable {
  const known = new Map<string, string>();
  const parts: string[] = [];
  const from = new Uint32Array(text.length * 3 + 1);
  let length = 0;
  for (const { 0: piece, index } of text.matchAll(PLAIN)) {
    if (piece.charCodeAt(0) < 128) {
      parts.push(piece.toLowerCase().replaceAll('\n', ' '));
      for (let at = 0; at < piece.length; at += 1) from[length++] = index + at;
      continue;
    }
    let fold = known.get(piece);
    if (fold === undefined) {
      // Longer forms (ﷺ) would not fit the map, and nobody types them.
      fold = INVISIBLE.test(piece) ? '' : folded(piece).slice(0, piece.length * 3);
      known.set(piece, fold);
    }
    parts.push(fold);
    for (let at = 0; at < fold.length; at += 1) from[length++] = index;
  }
  from[length] = text.length;
  return { text, folded: parts.join(''), from };
}

/** Where what was typed stands in the text, letter by letter. */
export function spansOf(typed: string, { text, folded: whole, from }: Searchable): Span[] {
  const sought = searchable(typed.trim().replace(/\s+/g, ' ')).folded;
  const spans: Span[] = [];
  if (!sought) return spans;
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + sought.length)) {
    const start = from[at]!;
    const end = endOf(text, from, at + sought.length);
    // Half of a letter that folds to two is no match.
    if (end > start && (at === 0 || from[at - 1] !== start)) spans.push([start, end]);
  }
  return spans;
}

/** The end of the letter before a place, with the marks that were folded away. */
function endOf(text: string, from: Uint32Array, after: number): number {
  const last = from[after - 1]!;
  const next = from[after]!;
  let end = last + (text.codePointAt(last)! > 0xffff ? 2 : 1);
  while (end < next && /\p{M}/u.test(text[end]!)) end += 1;
  return end;
}

/** Where the words of a search in the list stand in the text, by the list's own rules. */
export function spansOfSearch(typed: string, { text }: Searchable): Span[] {
  const spans: [number, number][] = [];
  for (const { start, end } of hitsIn(text, parseQuery(typed).clauses)) {
    const last = spans.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}
