import search from 'approx-string-match';

/** A stretch of a folded text that reads like what is looked for. */
export interface AlikePlace {
  start: number;
  end: number;
  /** 1 where it is the same, letter for letter. */
  likeness: number;
}

const GRAM = 6;
const BUCKETS = 1 << 18;
/** A gram that stands so often tells nothing of a place. */
const TOO_OFTEN = 300;
/** Of what is looked for; a longer one is sampled. */
const MOST_GRAMS = 160;
const MOST_PLACES = 10;
/** Longer ones are compared piece by piece, for the time it takes grows with the square. */
const LONGEST_WHOLE = 256;
const PIECE = 64;
const MOST_PIECES = 12;
/** So many letters of a hundred may be others. */
const MOST_ERRORS = 0.38;

/** Finds stretches that are alike in one text; made once a text, some 5 ms for 300,000 characters. */
export class AlikeFinder {
  readonly #text: string;
  readonly #first = new Int32Array(BUCKETS).fill(-1);
  readonly #next: Int32Array;

  constructor(text: string) {
    this.#text = text;
    this.#next = new Int32Array(text.length);
    // From the end, so that chains grow.
    for (let at = text.length - GRAM; at >= 0; at -= 1) {
      const bucket = hashOf(text, at);
      this.#next[at] = this.#first[bucket]!;
      this.#first[bucket] = at;
    }
  }

  /** The stretches most like `sought`, in no order; those that overlap may be the same. */
  find(sought: string): AlikePlace[] {
    if (sought.length < 2 * GRAM) return this.#findShort(sought);
    const slack = Math.max(16, Math.ceil(sought.length * 0.3));
    return this.#beginnings(sought, slack).flatMap((beginning) => {
      const from = Math.max(0, beginning - slack);
      if (sought.length > LONGEST_WHOLE)
        return comparePieces(this.#text, sought, beginning, slack) ?? [];
      const to = beginning + sought.length + slack;
      const places = compareWhole(this.#text, sought, from, to);
      // What agrees as well may end here or there.
      return places.length > 2 ? [places[0]!, places.at(-1)!] : places;
    });
  }

  /** Too short for grams: the whole text is gone through, for one error. */
  #findShort(sought: string): AlikePlace[] {
    if (sought.length < 5) return [];
    return search(this.#text, sought, 1)
      .slice(0, MOST_PLACES)
      .map(({ start, end, errors }) => ({ start, end, likeness: 1 - errors / sought.length }));
  }

  /** Where it would begin, by the grams they have in common. */
  #beginnings(sought: string, slack: number): number[] {
    const votes = new Map<number, number>();
    const width = Math.max(12, slack >> 1);
    const step = Math.max(1, Math.floor(sought.length / MOST_GRAMS));
    for (let offset = 0; offset + GRAM <= sought.length; offset += step) {
      const places = this.#placesOf(sought, offset);
      if (places.length > TOO_OFTEN) continue;
      // Of a rare gram each place says more.
      const weight = 1 / (4 + places.length);
      for (const place of places) {
        const bucket = Math.floor((place - offset) / width);
        votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      }
    }
    const both = [...votes.keys()].map(
      (bucket) => [bucket, votes.get(bucket)! + (votes.get(bucket + 1) ?? 0)] as const,
    );
    return both
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_PLACES)
      .map(([bucket]) => (bucket + 1) * width);
  }

  #placesOf(sought: string, offset: number): number[] {
    const places: number[] = [];
    let at = this.#first[hashOf(sought, offset)]!;
    for (; at >= 0 && places.length <= TOO_OFTEN; at = this.#next[at]!) places.push(at);
    return places;
  }
}

function hashOf(text: string, at: number): number {
  let hash = 0;
  for (let nth = 0; nth < GRAM; nth += 1)
    hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(at + nth)) | 0;
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

function compareWhole(text: string, sought: string, from: number, to: number): AlikePlace[] {
  const most = Math.floor(sought.length * MOST_ERRORS);
  return search(text.slice(from, to), sought, most).map(({ start, end, errors }) => ({
    start: from + start,
    end: from + end,
    likeness: 1 - errors / sought.length,
  }));
}

/** Head, tail and some pieces between, each near where it should stand and after the one before it. */
function comparePieces(
  text: string,
  sought: string,
  beginning: number,
  slack: number,
): AlikePlace | undefined {
  const count = Math.min(MOST_PIECES, Math.floor(sought.length / PIECE));
  const found: { offset: number; start: number; end: number; likeness: number }[] = [];
  let earliest = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const offset = Math.round((nth * (sought.length - PIECE)) / (count - 1));
    const from = Math.max(earliest, beginning + offset - slack);
    const to = beginning + offset + PIECE + slack;
    const piece = sought.slice(offset, offset + PIECE);
    const place = to > from ? compareWhole(text, piece, from, to)[0] : undefined;
    if (!place) continue;
    found.push({ ...place, offset });
    earliest = place.start + 1;
  }
  const [head, tail] = [found[0], found.at(-1)];
  if (!head || !tail) return undefined;
  const left = sought.length - tail.offset - PIECE;
  return {
    start: Math.max(0, head.start - head.offset),
    end: Math.min(text.length, tail.end + left),
    likeness: found.reduce((sum, { likeness }) => sum + likeness, 0) / count,
  };
}
