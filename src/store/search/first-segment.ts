import { type Block, BlockWriter, EntryReader, ONCE } from './block.ts';
import { Postings } from './postings.ts';
import type { UnmergedDocument } from './schema.ts';
import { isWord, LONGEST_SHORT, SHORT } from './terms.ts';

/** A document with its number. */
export interface Numbered {
  number: number;
  document: UnmergedDocument;
}

/** The blocks of a segment of these documents, in the order of their numbers. */
export function writeDocuments(documents: readonly Numbered[]): Block[] {
  const terms = new Map<string, Postings>();
  const postingsOf = (term: string): Postings => {
    let postings = terms.get(term);
    if (!postings) terms.set(term, (postings = new Postings()));
    return postings;
  };
  for (const { number, document } of documents) {
    const short = new Map<string, number>([['', ONCE]]);
    const entry = new EntryReader(document.terms);
    while (entry.next()) {
      const { term } = entry;
      postingsOf(term).take(entry, number, document.positions, () => true);
      // The weight of its only posting, whose document is the first of its block.
      if (isWord(term)) noteShort(short, term, entry.bytes[entry.postingsAt]! & 3);
    }
    for (const [beginning, weight] of short) postingsOf(SHORT + beginning).add(number, weight);
  }
  const writer = new BlockWriter(1);
  for (const term of [...terms.keys()].sort()) terms.get(term)!.write(writer, term);
  return writer.finish();
}

/** Notes the short beginnings of a longer word; the word itself stands in the index anyway. */
function noteShort(short: Map<string, number>, word: string, weight: number): void {
  for (let length = 1; length <= LONGEST_SHORT && length < word.length; length++) {
    const beginning = word.slice(0, length);
    if ((short.get(beginning) ?? -1) < weight) short.set(beginning, weight);
  }
}
