import { ONCE } from './block.ts';
import { ByteReader } from './bytes.ts';
import { marksOf } from './ranking.ts';
import type { Source } from './reading.ts';
import { afterAll } from './terms.ts';

interface Phrase {
  /** Two or more. */
  words: readonly string[];
  /** The last is only the beginning of one. */
  beginning: boolean;
}

/** Some documents of a word, and where their places are. */
interface Part {
  bytes: Uint8Array;
  postingsAt: number;
  count: number;
  block: number;
  positionsAt: number;
}

/** Places where the phrase may begin, by document and place, both growing, and the least weight so far. */
interface Starts {
  documents: number[];
  places: number[];
  weights: number[];
}

/**
 * Marks the documents of a source that hold the words in a row. Begins with the rarest word and looks for
 * the others beside it, so that of frequent words little is read where a rare one stands.
 */
export async function markPhrase(
  source: Source,
  { words, beginning }: Phrase,
  marks: Uint8Array,
): Promise<void> {
  const isBeginning = (at: number): boolean => beginning && at === words.length - 1;
  const found = await Promise.all(
    words.map((word, at) => partsOf(source, word, isBeginning(at) ? afterAll(word) : `${word}\0`)),
  );
  if (found.some((parts) => parts.length === 0)) return;
  const sizes = found.map((parts) => parts.reduce((sum, { count }) => sum + count, 0));
  const order = [...words.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  // The parts of one word are in the order of the documents, those of a beginning are not.
  const rarest = order.find((at) => !isBeginning(at))!;
  let starts = await startsOf(source, found[rarest]!, rarest);
  for (const at of order) {
    if (starts.documents.length === 0) return;
    if (at !== rarest) starts = await beside(source, starts, found[at]!, at);
  }
  const byWeight = marksOf(!beginning);
  starts.documents.forEach((document, at) => {
    const mark = byWeight[starts.weights[at]!]!;
    if (mark > marks[document]!) marks[document] = mark;
  });
}

async function partsOf(source: Source, from: string, to: string): Promise<Part[]> {
  const parts: Part[] = [];
  await source.entries(from, to, ({ bytes, postingsAt, count, positionsAt }, block) => {
    parts.push({ bytes, postingsAt, count, block, positionsAt });
  });
  return parts;
}

/** Every place of the word, taken for the word of that number in the phrase. */
async function startsOf(source: Source, parts: readonly Part[], nth: number): Promise<Starts> {
  const starts: Starts = { documents: [], places: [], weights: [] };
  const positionsOf = positionsBeside(source);
  for (const part of parts) {
    const positions = positionsOf(part.block);
    const known = positions instanceof Promise ? await positions : positions;
    const reader = new PlaceReader(part, source.base, known);
    while (reader.next()) {
      reader.read();
      for (let at = 0; at < reader.count; at++) {
        if (reader.places[at]! < nth) continue;
        starts.documents.push(reader.document);
        starts.places.push(reader.places[at]! - nth);
        starts.weights.push(reader.weight);
      }
    }
  }
  return starts;
}

/** Those of the starts that have the word at its place in the phrase. */
async function beside(
  source: Source,
  { documents, places, weights }: Starts,
  parts: readonly Part[],
  nth: number,
): Promise<Starts> {
  const kept = new Uint8Array(documents.length);
  const first = new Map<number, number>();
  for (let at = documents.length - 1; at >= 0; at--) first.set(documents[at]!, at);
  const positionsOf = positionsBeside(source);
  for (const part of parts) {
    if (!reaches(part, source.base, first)) continue;
    const positions = positionsOf(part.block);
    const known = positions instanceof Promise ? await positions : positions;
    const reader = new PlaceReader(part, source.base, known);
    while (reader.next()) {
      let at = first.get(reader.document) ?? -1;
      if (at < 0) {
        reader.skip();
        continue;
      }
      reader.read();
      for (let of = 0; of < reader.count; of++) {
        const start = reader.places[of]! - nth;
        while (documents[at] === reader.document && places[at]! < start) at++;
        if (documents[at] !== reader.document) break;
        if (places[at] !== start) continue;
        kept[at] = 1;
        weights[at] = Math.min(weights[at]!, reader.weight);
      }
    }
  }
  const left = (values: number[]): number[] => values.filter((_value, at) => kept[at]);
  return { documents: left(documents), places: left(places), weights: left(weights) };
}

/** The positions beside a block, waited for once for all parts in it: a beginning has thousands. */
function positionsBeside(source: Source): (block: number) => Uint8Array | Promise<Uint8Array> {
  let last = -1;
  let positions: Uint8Array = new Uint8Array();
  return (block) => {
    if (block === last) return positions;
    return source.positions(block).then((read) => {
      last = block;
      return (positions = read);
    });
  };
}

/** Whether a document of the part is among these; without it its places need not be read. */
function reaches(part: Part, base: number, documents: ReadonlyMap<number, number>): boolean {
  const reader = new ByteReader(part.bytes, part.postingsAt);
  let document = base;
  for (let left = part.count; left > 0; left--) {
    document += reader.number() >>> 2;
    if (documents.has(document)) return true;
  }
  return false;
}

/** Goes through the postings of a part together with their places. */
class PlaceReader {
  document: number;
  weight = 0;
  /** The places of the posting that was read last, and how many there are. */
  readonly places: number[] = [];
  count = 0;
  readonly #postings: ByteReader;
  readonly #reader: ByteReader;
  #left: number;

  constructor(
    { bytes, postingsAt, count, positionsAt }: Part,
    base: number,
    positions: Uint8Array,
  ) {
    this.#postings = new ByteReader(bytes, postingsAt);
    this.#reader = new ByteReader(positions, positionsAt);
    this.#left = count;
    this.document = base;
  }

  /** Steps to the next posting, whose places must be read or skipped. */
  next(): boolean {
    if (this.#left-- === 0) return false;
    const posting = this.#postings.number();
    this.document += posting >>> 2;
    this.weight = posting & 3;
    return true;
  }

  read(): void {
    const reader = this.#reader;
    let place = reader.number();
    this.count = 0;
    if (this.weight === ONCE) {
      this.places[this.count++] = place;
      return;
    }
    const end = reader.at + place;
    for (place = 0; reader.at < end;) this.places[this.count++] = place += reader.number();
  }

  skip(): void {
    const first = this.#reader.number();
    if (this.weight !== ONCE) this.#reader.at += first;
  }
}
