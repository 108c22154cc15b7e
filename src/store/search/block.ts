// How terms lie in a block. An entry is a term and some of its postings:
//
//   letters shared with the term before * 16 + letters that follow, or 255 and the two · those letters ·
//   (postings - 1) * 4 + bytes of positions, or + 3 and these · bytes of the postings, of more than one ·
//   the postings themselves
//
// A posting is (document - the one before) * 4 + weight. Each block has a record of positions beside it, in
// the same order: of a posting with weight 0 the one place of the word, else how many bytes follow, and the
// places, each less the one before. A term with more postings than a block holds goes on in the next.

import { ByteReader, ByteWriter } from './bytes.ts';

/** How a document holds a word. */
export const ONCE = 0;
export const SOMETIMES = 1;
export const OFTEN = 2;
/** In the title, byline or name of the site. */
export const IN_HEAD = 3;

const BLOCK_BYTES = 12 * 1024;
/** Below 64 KB, where Chromium begins to keep a value in a file of its own. */
const POSITION_BYTES = 40 * 1024;

export interface Block {
  /** Its number in the segment. */
  n: number;
  first: string;
  terms: Uint8Array<ArrayBuffer>;
  positions: Uint8Array<ArrayBuffer>;
}

/** Writes blocks; terms must come in the order of their code units, documents of a term growing. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  #n: number;
  #limit: number;
  #terms = new ByteWriter();
  #positions = new ByteWriter();
  #postings = new ByteWriter(256);
  #first: string | undefined;
  #last = '';
  #term = '';
  #count = 0;
  #document = 0;
  #positionsFrom = 0;
  /** Bytes of the blocks that are done. */
  written = 0;

  /** `n`: the number of the first block; without `split` all is one block. */
  constructor(n: number, { split = true } = {}) {
    this.#n = n;
    this.#limit = split ? 1 : Infinity;
  }

  begin(term: string): void {
    this.#term = term;
  }

  /** A document of the term, with its places as they are encoded, if they are kept. */
  posting(
    document: number,
    weight: number,
    places: Uint8Array | undefined,
    from = 0,
    to = 0,
  ): void {
    this.#postings.number((document - this.#document) * 4 + weight);
    this.#document = document;
    this.#count++;
    if (places) this.#positions.copy(places, from, to);
    if (this.#postings.length + this.#terms.length > BLOCK_BYTES * this.#limit) this.#full();
    else if (this.#positions.length > POSITION_BYTES * this.#limit) this.#full();
  }

  end(): void {
    if (this.#count === 0) return;
    const term = this.#term;
    let shared = 0;
    if (this.#first === undefined) this.#first = term;
    else while (shared < term.length && term[shared] === this.#last[shared]) shared++;
    const out = this.#terms;
    const more = term.length - shared;
    if (shared < 15 && more < 16) out.byte(shared * 16 + more);
    else {
      out.byte(255);
      out.number(shared);
      out.number(more);
    }
    for (let at = shared; at < term.length; at++) out.number(term.charCodeAt(at));
    const places = this.#positions.length - this.#positionsFrom;
    out.number((this.#count - 1) * 4 + Math.min(places, 3));
    if (places >= 3) out.number(places);
    if (this.#count > 1) out.number(this.#postings.length);
    out.copy(this.#postings.bytes, 0, this.#postings.length);
    this.#last = term;
    this.#count = 0;
    this.#document = 0;
    this.#postings.clear();
    this.#positionsFrom = this.#positions.length;
  }

  /** Ends the last block; gives all. */
  finish(): Block[] {
    this.end();
    if (this.#first !== undefined) this.#flush();
    return this.blocks;
  }

  #full(): void {
    this.end();
    this.#flush();
  }

  #flush(): void {
    const block = {
      n: this.#n++,
      first: this.#first!,
      terms: this.#terms.taken(),
      positions: this.#positions.taken(),
    };
    this.blocks.push(block);
    this.written += block.terms.length + block.positions.length;
    this.#terms.clear();
    this.#positions.clear();
    this.#first = undefined;
    this.#last = '';
    this.#positionsFrom = 0;
  }
}

/** Goes through the entries of a block. Its fields tell of the one it stands at. */
export class EntryReader {
  term = '';
  /** How many postings. */
  count = 0;
  /** Where the postings begin in the block, and their positions in the record beside it. */
  postingsAt = 0;
  positionsAt = 0;
  positionBytes = 0;
  readonly bytes: Uint8Array;
  #reader: ByteReader;
  #next = 0;
  #shared = 0;
  #more = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#reader = new ByteReader(bytes);
  }

  /** Steps to the next entry; false at the end. */
  next(): boolean {
    if (!this.#begin()) return false;
    const [shared, more] = [this.#shared, this.#more];
    let term = shared === this.term.length ? this.term : this.term.slice(0, shared);
    for (let at = 0; at < more; at++) term += String.fromCharCode(this.#reader.number());
    this.term = term;
    this.#end();
    return true;
  }

  /**
   * From the beginning to the first entry whose term is at least `from`; false when all are less. The terms before
   * it are compared letter by letter and never put together.
   */
  seek(from: string): boolean {
    const letters: number[] = [];
    /** So many letters of `from` the term begins with. */
    let same = 0;
    while (this.#begin()) {
      const [shared, length] = [this.#shared, this.#shared + this.#more];
      for (let at = shared; at < length; at++) letters[at] = this.#reader.number();
      this.#end();
      // What begins like the one before beyond where that differs is less too.
      if (shared > same) continue;
      for (same = shared; same < length && letters[same] === from.charCodeAt(same);) same++;
      const isLess =
        same < from.length && (same === length || letters[same]! < from.charCodeAt(same));
      if (isLess) continue;
      this.term = String.fromCharCode(...letters.slice(0, length));
      return true;
    }
    return false;
  }

  /** Reads how many letters the next term shares and has of its own. */
  #begin(): boolean {
    if (this.#next >= this.bytes.length) return false;
    const reader = this.#reader;
    reader.at = this.#next;
    const head = this.bytes[reader.at++]!;
    this.#shared = head === 255 ? reader.number() : head >> 4;
    this.#more = head === 255 ? reader.number() : head & 15;
    return true;
  }

  /** Reads what follows the letters. */
  #end(): void {
    const reader = this.#reader;
    const counts = reader.number();
    this.count = (counts >>> 2) + 1;
    this.positionsAt += this.positionBytes;
    this.positionBytes = (counts & 3) === 3 ? reader.number() : counts & 3;
    const size = this.count > 1 ? reader.number() : 0;
    this.postingsAt = reader.at;
    // One posting is one number.
    if (this.count === 1) reader.number();
    this.#next = reader.at + size;
  }
}
