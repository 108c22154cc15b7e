import type { IDBPTransaction } from 'idb';
import { IndexDamage } from '../damage.ts';
import { EntryReader } from './block.ts';
import type { INDEX_STORES, IndexSchema, SegmentRecord, UnmergedDocument } from './schema.ts';

/** A transaction over all stores of the index. */
export type Reading = IDBPTransaction<IndexSchema, (typeof INDEX_STORES)[number][]>;

const REMEMBERED_BYTES = 8 * 1024 * 1024;
/** Further documents are read again each time: there are so many only while a library is imported. */
const REMEMBERED_DOCUMENTS = 256;

/**
 * What was read of the index lately, within 8 MB. Segments and documents never change, so nothing in it can
 * be wrong: what is asked for comes from the list of segments of the asking transaction.
 */
export class Memory {
  #bytes = new Map<string, Uint8Array>();
  #size = 0;
  #firsts = new Map<number, string[]>();
  #documents = new Map<number, UnmergedDocument>();

  /** Forgets the segments and documents that are gone. */
  keep(segments: readonly SegmentRecord[], documents: readonly number[]): void {
    const ids = new Set(segments.map(({ id }) => id));
    for (const id of this.#firsts.keys()) if (!ids.has(id)) this.#firsts.delete(id);
    const numbers = new Set(documents);
    for (const n of this.#documents.keys()) if (!numbers.has(n)) this.#documents.delete(n);
  }

  /** The first terms of a segment's blocks, of block 1 first. */
  async firsts(reading: Reading, segment: SegmentRecord): Promise<string[]> {
    let firsts = this.#firsts.get(segment.id);
    if (!firsts) {
      const lines = await reading.objectStore('blocks').get([segment.id, 0]);
      if (typeof lines !== 'string') throw new IndexDamage('the list of first terms');
      firsts = lines.split('\n');
      this.#firsts.set(segment.id, firsts);
    }
    return firsts;
  }

  /** The blocks, or the records of positions, from one number to another, both included. */
  async records(
    reading: Reading,
    store: 'blocks' | 'positions',
    segment: number,
    from: number,
    to: number,
  ): Promise<Uint8Array[]> {
    const records: Uint8Array[] = [];
    for (let n = from; n <= to; n++) {
      const known = this.#recall(`${store}/${segment}/${n}`);
      if (!known) break;
      records.push(known);
    }
    const missing = from + records.length;
    if (missing > to) return records;
    const source = reading.objectStore(store);
    const read = (
      missing === to
        ? [await source.get([segment, to])]
        : await source.getAll(IDBKeyRange.bound([segment, missing], [segment, to]))
    ) as Uint8Array[];
    if (read.length < to - missing + 1 || !read.every((bytes) => bytes instanceof Uint8Array))
      throw new IndexDamage(store);
    read.forEach((bytes, at) => this.#remember(`${store}/${segment}/${missing + at}`, bytes));
    return [...records, ...read];
  }

  /** The unmerged documents of these numbers. */
  async documents(reading: Reading, numbers: readonly number[]): Promise<UnmergedDocument[]> {
    const store = reading.objectStore('unmerged');
    return Promise.all(
      numbers.map(async (n) => {
        const known = this.#documents.get(n);
        if (known) return known;
        const read = (await store.get(n))!;
        if (!(read.terms instanceof Uint8Array)) throw new IndexDamage('an unmerged document');
        if (this.#documents.size < REMEMBERED_DOCUMENTS) this.#documents.set(n, read);
        return read;
      }),
    );
  }

  #recall(key: string): Uint8Array | undefined {
    const bytes = this.#bytes.get(key);
    if (bytes) {
      this.#bytes.delete(key);
      this.#bytes.set(key, bytes);
    }
    return bytes;
  }

  #remember(key: string, bytes: Uint8Array): void {
    this.#size += bytes.length - (this.#bytes.get(key)?.length ?? 0);
    this.#bytes.set(key, bytes);
    for (const [oldest, { length }] of this.#bytes) {
      if (this.#size <= REMEMBERED_BYTES) break;
      this.#bytes.delete(oldest);
      this.#size -= length;
    }
  }
}

/** Blocks that are asked for at once: more would be held in memory together. */
const BLOCKS_AT_ONCE = 32;

/** A segment, or one unmerged document, as search reads it. */
export interface Source {
  /** Added to the numbers of its documents. */
  readonly base: number;
  /** Whether it has the terms of short beginnings. */
  readonly short: boolean;
  /** Visits the entries whose terms are at least `from` and below `to`, in their order. */
  entries(
    from: string,
    to: string,
    visit: (entry: EntryReader, block: number) => void,
  ): Promise<void>;
  positions(block: number): Promise<Uint8Array>;
}

export class SegmentSource implements Source {
  readonly base = 0;
  readonly short = true;
  readonly #memory: Memory;
  readonly #reading: Reading;
  readonly #segment: SegmentRecord;

  constructor(memory: Memory, reading: Reading, segment: SegmentRecord) {
    this.#memory = memory;
    this.#reading = reading;
    this.#segment = segment;
  }

  async entries(
    from: string,
    to: string,
    visit: (entry: EntryReader, block: number) => void,
  ): Promise<void> {
    const firsts = await this.#memory.firsts(this.#reading, this.#segment);
    // A term goes on over several blocks: the one before the first that begins with it holds its start.
    const start = Math.max(1, countBelow(firsts, from));
    const end = countBelow(firsts, to);
    for (let n = start; n <= end; n += BLOCKS_AT_ONCE) {
      const last = Math.min(end, n + BLOCKS_AT_ONCE - 1);
      const { id } = this.#segment;
      const blocks = await this.#memory.records(this.#reading, 'blocks', id, n, last);
      blocks.forEach((bytes, at) => visitWithin(bytes, n + at, from, to, visit));
    }
  }

  async positions(block: number): Promise<Uint8Array> {
    const { id } = this.#segment;
    const [bytes] = await this.#memory.records(this.#reading, 'positions', id, block, block);
    return bytes!;
  }
}

export class DocumentSource implements Source {
  readonly base: number;
  readonly short = false;
  readonly #document: UnmergedDocument;

  constructor(number: number, document: UnmergedDocument) {
    this.base = number;
    this.#document = document;
  }

  entries(
    from: string,
    to: string,
    visit: (entry: EntryReader, block: number) => void,
  ): Promise<void> {
    visitWithin(this.#document.terms, 0, from, to, visit);
    return Promise.resolve();
  }

  positions(): Promise<Uint8Array> {
    return Promise.resolve(this.#document.positions);
  }
}

function visitWithin(
  bytes: Uint8Array,
  block: number,
  from: string,
  to: string,
  visit: (entry: EntryReader, block: number) => void,
): void {
  const entry = new EntryReader(bytes);
  for (let isIn = entry.seek(from); isIn && entry.term < to; isIn = entry.next())
    visit(entry, block);
}

/** How many of the sorted strings are less than `bound`. */
function countBelow(sorted: readonly string[], bound: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
