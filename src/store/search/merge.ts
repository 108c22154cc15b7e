import { type BlockWriter, EntryReader } from './block.ts';
import { Postings } from './postings.ts';
import type { Memory, Reading } from './reading.ts';
import type { SegmentRecord } from './schema.ts';
import { SHORT } from './terms.ts';

/** How much one step writes, a term more or less: some tens of milliseconds. */
const BYTES_A_STEP = 512 * 1024;
const BLOCKS_AT_ONCE = 4;

interface Merged {
  /** The last term that was written. */
  after: string;
  done: boolean;
  /** Of the documents themselves, when this step has met them. */
  documents: number;
  last: number;
}

/** Writes the terms after `after` of all sources, as many as a step may. */
export async function mergeTerms(
  reading: Reading,
  memory: Memory,
  sources: readonly SegmentRecord[],
  after: string,
  writer: BlockWriter,
  isAlive: (doc: number) => boolean,
): Promise<Merged> {
  const cursors = sources.map((source) => new TermCursor(reading, source));
  await Promise.all(
    cursors.map(async (cursor, at) =>
      cursor.seek(await memory.firsts(reading, sources[at]!), after),
    ),
  );
  const merged: Merged = { after, done: false, documents: 0, last: -1 };
  const postings = new Postings();
  for (;;) {
    const term = leastTerm(cursors);
    if (term === undefined) return { ...merged, done: true };
    if (writer.written > BYTES_A_STEP) return merged;
    postings.clear();
    for (const cursor of cursors) {
      while (cursor.term === term) {
        postings.take(cursor.entry, 0, cursor.positions, isAlive);
        if (!cursor.nextHere()) await cursor.load();
      }
    }
    postings.write(writer, term);
    merged.after = term;
    if (term === SHORT) {
      merged.documents = postings.count;
      merged.last = postings.last;
    }
  }
}

function leastTerm(cursors: readonly TermCursor[]): string | undefined {
  let least: string | undefined;
  for (const { term } of cursors)
    if (term !== undefined && (least === undefined || term < least)) least = term;
  return least;
}

/** Goes through all entries of a segment, a few blocks in memory. */
class TermCursor {
  /** Of the entry it stands at; undefined at the end. */
  term: string | undefined;
  entry!: EntryReader;
  positions!: Uint8Array;
  readonly #reading: Reading;
  readonly #segment: SegmentRecord;
  #next = 1;
  #terms: Uint8Array[] = [];
  #places: Uint8Array[] = [];

  constructor(reading: Reading, segment: SegmentRecord) {
    this.#reading = reading;
    this.#segment = segment;
  }

  /** Goes to the first entry after the term. */
  async seek(firsts: readonly string[], after: string): Promise<void> {
    const start = firsts.findIndex((first) => first > after);
    this.#next = Math.max(1, start < 0 ? firsts.length : start);
    await this.load();
    while (this.term !== undefined && this.term <= after) if (!this.nextHere()) await this.load();
  }

  /** Steps within the block; false at its end, where `load` must follow. */
  nextHere(): boolean {
    if (!this.entry.next()) return false;
    this.term = this.entry.term;
    return true;
  }

  /** Steps to the first entry of the next block, or to the end. */
  async load(): Promise<void> {
    if (this.#terms.length === 0 && this.#next <= this.#segment.blocks) {
      const { id, blocks } = this.#segment;
      const last = Math.min(blocks, this.#next + BLOCKS_AT_ONCE - 1);
      const range = IDBKeyRange.bound([id, this.#next], [id, last]);
      [this.#terms, this.#places] = await Promise.all([
        this.#reading.objectStore('blocks').getAll(range) as Promise<Uint8Array[]>,
        this.#reading.objectStore('positions').getAll(range),
      ]);
      this.#next = last + 1;
    }
    const terms = this.#terms.shift();
    this.term = undefined;
    if (!terms) return;
    this.entry = new EntryReader(terms);
    this.positions = this.#places.shift()!;
    this.nextHere();
  }
}
