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

/**
 * Places where the phrase may begin, by document of the source (less its base) and place, both growing, and the
 * least weight so far.
 */
interface Starts {
  count: number;
  documents: Uint32Array;
  places: Uint32Array;
  weights: Uint8Array;
}

/**
 * Marks the documents of a source that hold the words in a row. Of documents that have not all of them no place
 * is read; of the others it begins with the rarest word and looks for the others beside it.
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
  const hasAll = withAll(found, marks.length - source.base);
  if (!hasAll) return;
  const sizes = found.map((parts) => parts.reduce((sum, { count }) => sum + count, 0));
  const order = [...words.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  // The parts of one word are in the order of the documents, those of a beginning are not.
  const rarest = order.find((at) => !isBeginning(at))!;
  const starts = await startsOf(source, found[rarest]!, rarest, hasAll);
  for (const at of order) {
    if (starts.count === 0) return;
    if (at !== rarest)
      await keepBeside(source, starts, found[at]!, { nth: at, size: hasAll.length });
  }
  const byWeight = marksOf(!beginning);
  for (let at = 0; at < starts.count; at++) {
    const document = source.base + starts.documents[at]!;
    const mark = byWeight[starts.weights[at]!]!;
    if (mark > marks[document]!) marks[document] = mark;
  }
}

async function partsOf(source: Source, from: string, to: string): Promise<Part[]> {
  const parts: Part[] = [];
  await source.entries(from, to, ({ bytes, postingsAt, count, positionsAt }, block) => {
    parts.push({ bytes, postingsAt, count, block, positionsAt });
  });
  return parts;
}

/** By document, whether it has all the words; undefined when none has. */
function withAll(found: readonly (readonly Part[])[], size: number): Uint8Array | undefined {
  const words = new Uint8Array(size);
  let known = 0;
  for (const [nth, parts] of found.entries()) {
    known = 0;
    for (const { bytes, postingsAt, count } of parts) {
      const reader = new ByteReader(bytes, postingsAt);
      let document = 0;
      for (let left = count; left > 0; left--) {
        document += reader.number() >>> 2;
        if (words[document] !== nth) continue;
        words[document] = nth + 1;
        known++;
      }
    }
    if (known === 0) return undefined;
  }
  return words.map((count) => Number(count === found.length));
}

/** Every place of the word in these documents, taken for the word of that number in the phrase. */
async function startsOf(
  source: Source,
  parts: readonly Part[],
  nth: number,
  wanted: Uint8Array,
): Promise<Starts> {
  const starts: Starts = {
    count: 0,
    documents: new Uint32Array(1024),
    places: new Uint32Array(1024),
    weights: new Uint8Array(1024),
  };
  await readParts(source, parts, wanted, (reader) => {
    while (reader.next(wanted)) {
      if (starts.count + reader.count > starts.places.length) grow(starts, reader.count);
      for (let at = 0; at < reader.count; at++) {
        const place = reader.places[at]!;
        if (place < nth) continue;
        starts.documents[starts.count] = reader.document;
        starts.places[starts.count] = place - nth;
        starts.weights[starts.count++] = reader.weight;
      }
    }
  });
  return starts;
}

function grow(starts: Starts, by: number): void {
  const size = Math.max(2 * starts.count, starts.count + by);
  const larger = <T extends Uint8Array | Uint32Array>(grown: T, values: T): T => {
    grown.set(values);
    return grown;
  };
  starts.documents = larger(new Uint32Array(size), starts.documents);
  starts.places = larger(new Uint32Array(size), starts.places);
  starts.weights = larger(new Uint8Array(size), starts.weights);
}

/** Leaves of the starts those that have the word at its place in the phrase. */
async function keepBeside(
  source: Source,
  starts: Starts,
  parts: readonly Part[],
  { nth, size }: { nth: number; size: number },
): Promise<void> {
  const { count, documents, places, weights } = starts;
  const kept = new Uint8Array(count);
  /** By document, one more than the number of its first start; 0 for none. */
  const first = new Uint32Array(size);
  for (let at = count - 1; at >= 0; at--) first[documents[at]!] = at + 1;
  await readParts(source, parts, first, (reader) => {
    while (reader.next(first)) {
      const { document } = reader;
      let at = first[document]! - 1;
      for (let of = 0; of < reader.count; of++) {
        const start = reader.places[of]! - nth;
        while (at < count && documents[at] === document && places[at]! < start) at++;
        if (at === count || documents[at] !== document) break;
        if (places[at] !== start) continue;
        kept[at] = 1;
        weights[at] = Math.min(weights[at]!, reader.weight);
      }
    }
  });
  let left = 0;
  for (let at = 0; at < count; at++) {
    if (!kept[at]) continue;
    documents[left] = documents[at]!;
    places[left] = places[at]!;
    weights[left++] = weights[at]!;
  }
  starts.count = left;
}

/** Records of positions that are asked for at once: some 40 KB each. */
const RECORDS_AT_ONCE = 16;

/** Visits the parts that have a document of these. */
async function readParts(
  source: Source,
  parts: readonly Part[],
  documents: Uint8Array | Uint32Array,
  visit: (reader: PlaceReader) => void,
): Promise<void> {
  const wanted = parts.filter((part) => reaches(part, documents));
  const blocks = [...new Set(wanted.map(({ block }) => block))];
  for (let at = 0, nth = 0; at < blocks.length; at += RECORDS_AT_ONCE) {
    const some = blocks.slice(at, at + RECORDS_AT_ONCE);
    const read = await Promise.all(some.map((block) => source.positions(block)));
    const positions = new Map(some.map((block, of) => [block, read[of]!]));
    for (; nth < wanted.length && positions.has(wanted[nth]!.block); nth++)
      visit(new PlaceReader(wanted[nth]!, positions.get(wanted[nth]!.block)!));
  }
}

/** Whether a document of the part is among these; without it its places need not be read. */
function reaches(part: Part, documents: Uint8Array | Uint32Array): boolean {
  const reader = new ByteReader(part.bytes, part.postingsAt);
  let document = 0;
  for (let left = part.count; left > 0; left--) {
    document += reader.number() >>> 2;
    if (documents[document]) return true;
  }
  return false;
}

/** Goes through the postings of a part together with their places. */
class PlaceReader {
  document = 0;
  weight = 0;
  /** The places of the posting that was read last, and how many there are. */
  readonly places: number[] = [];
  count = 0;
  readonly #postings: ByteReader;
  readonly #places: ByteReader;
  #left: number;

  constructor({ bytes, postingsAt, count, positionsAt }: Part, positions: Uint8Array) {
    this.#postings = new ByteReader(bytes, postingsAt);
    this.#places = new ByteReader(positions, positionsAt);
    this.#left = count;
  }

  /** Steps to the next posting of one of these documents, and reads its places; false at the end. */
  next(documents: Uint8Array | Uint32Array): boolean {
    while (this.#left-- > 0) {
      const posting = this.#postings.number();
      this.document += posting >>> 2;
      this.weight = posting & 3;
      const first = this.#places.number();
      if (documents[this.document]) {
        this.#read(first);
        return true;
      }
      if (this.weight !== ONCE) this.#places.at += first;
    }
    return false;
  }

  /** `first`: the one place of the word, or how many bytes its places take. */
  #read(first: number): void {
    const { places } = this;
    if (this.weight === ONCE) {
      places[0] = first;
      this.count = 1;
      return;
    }
    const reader = this.#places;
    const end = reader.at + first;
    let count = 0;
    for (let place = 0; reader.at < end;) places[count++] = place += reader.number();
    this.count = count;
  }
}
