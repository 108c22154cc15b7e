import { ONCE } from './block.ts';
import type { BlockWriter, EntryReader } from './block.ts';
import { ByteReader } from './bytes.ts';

/** The documents of one term from several sources, with the bytes of their places. */
export class Postings {
  /** Document, weight, and where its places begin and end, one after the other: arrays of few objects. */
  #numbers: number[] = [];
  #places: (Uint8Array | undefined)[] = [];
  #last = -1;
  #sorted = true;

  /** Takes those documents of an entry that are alive. `positions` is the record beside its block. */
  take(
    { bytes, postingsAt, count, positionsAt, positionBytes }: EntryReader,
    base: number,
    positions: Uint8Array,
    isAlive: (doc: number) => boolean,
  ): void {
    const reader = new ByteReader(bytes, postingsAt);
    const places = new ByteReader(positions, positionsAt);
    let document = base;
    for (let left = count; left > 0; left--) {
      const posting = reader.number();
      document += posting >>> 2;
      const from = places.at;
      if (positionBytes > 0) {
        const first = places.number();
        if ((posting & 3) !== ONCE) places.at += first;
      }
      if (isAlive(document))
        this.add(document, posting & 3, positionBytes > 0 ? positions : undefined, from, places.at);
    }
  }

  add(document: number, weight: number, places?: Uint8Array, from = 0, to = 0): void {
    if (document < this.#last) this.#sorted = false;
    else this.#last = document;
    this.#numbers.push(document, weight, from, to);
    this.#places.push(places);
  }

  /** Writes them by growing document, under the term. */
  write(writer: BlockWriter, term: string): void {
    const numbers = this.#numbers;
    writer.begin(term);
    const write = (nth: number): void => {
      const at = nth * 4;
      const places = this.#places[nth];
      writer.posting(numbers[at]!, numbers[at + 1]!, places, numbers[at + 2], numbers[at + 3]);
    };
    if (this.#sorted) for (let nth = 0; nth < this.count; nth++) write(nth);
    else [...this.#places.keys()].sort((a, b) => numbers[a * 4]! - numbers[b * 4]!).forEach(write);
    writer.end();
  }

  /** Makes it empty again. */
  clear(): void {
    this.#numbers.length = 0;
    this.#places.length = 0;
    this.#last = -1;
    this.#sorted = true;
  }

  get count(): number {
    return this.#places.length;
  }

  /** The greatest document, or -1. */
  get last(): number {
    return this.#last;
  }
}
