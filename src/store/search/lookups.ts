// Clauses as what is looked up in the index.

import { ByteReader } from './bytes.ts';
import type { EntryReader } from './block.ts';
import { markPhrase } from './phrase.ts';
import type { TextClause } from './query.ts';
import { marksOf } from './ranking.ts';
import type { Source } from './reading.ts';
import {
  afterAll,
  BYLINE,
  HOST,
  isWord,
  LANG,
  LONGEST_SHORT,
  SHORT,
  SITE,
  SITE_NAME,
} from './terms.ts';

/** One thing to look up: marks each document that has it. */
export type Lookup =
  | { find: 'term' | 'beginning'; term: string }
  | { find: 'phrase'; words: readonly string[]; beginning: boolean };

export const EVERY_DOCUMENT: Lookup = { find: 'term', term: SHORT };

/** A document answers the clause when it has all lookups of one of the lists. */
export function lookupsOf(clause: TextClause): Lookup[][] {
  const beginnings = (field: string, words: readonly string[]): Lookup[] =>
    words.map((word) => ({ find: 'beginning', term: field + word }));
  switch (clause.kind) {
    case 'word':
    case 'phrase': {
      const { words } = clause;
      const beginning = clause.kind === 'word' || clause.beginning;
      if (words.length > 1) return [[{ find: 'phrase', words, beginning }]];
      return [[{ find: beginning ? 'beginning' : 'term', term: words[0]! }]];
    }
    case 'by':
      return [beginnings(BYLINE, clause.words)];
    case 'site':
      return clause.host === undefined
        ? [beginnings(SITE, clause.words)]
        : [[{ find: 'term', term: HOST + clause.host }], beginnings(SITE_NAME, clause.words)];
    case 'lang':
      return [[{ find: 'term', term: LANG + clause.base }]];
  }
}

/** Marks the documents of a source that have it: `marks` is by their number, greater marks stay. */
export async function mark(source: Source, lookup: Lookup, marks: Uint8Array): Promise<void> {
  if (lookup.find === 'phrase') return markPhrase(source, lookup, marks);
  const { term } = lookup;
  if (term === SHORT && !source.short) {
    marks[source.base] = 1;
    return;
  }
  const visit = (entry: EntryReader): void =>
    markPostings(entry, source.base, marksOf(entry.term === term), marks);
  const justTerm = (): Promise<void> => source.entries(term, `${term}\0`, visit);
  if (lookup.find === 'term') return justTerm();
  if (source.short && term.length <= LONGEST_SHORT && isWord(term)) {
    const short = SHORT + term;
    const others = marksOf(false);
    const visitShort = (entry: EntryReader): void =>
      markPostings(entry, source.base, others, marks);
    await Promise.all([justTerm(), source.entries(short, `${short}\0`, visitShort)]);
    return;
  }
  await source.entries(term, afterAll(term), visit);
}

function markPostings(
  { bytes, postingsAt, count }: EntryReader,
  base: number,
  byWeight: readonly number[],
  marks: Uint8Array,
): void {
  const reader = new ByteReader(bytes, postingsAt);
  let document = base;
  for (let left = count; left > 0; left--) {
    const posting = reader.number();
    document += posting >>> 2;
    const found = byWeight[posting & 3]!;
    if (found > marks[document]!) marks[document] = found;
  }
}
