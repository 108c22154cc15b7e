import { sentencesOf, type Span } from './sentences.ts';

/** A part of the article that is said in one piece: a paragraph, a heading, a caption, a row of a table. */
export interface SpokenBlock {
  /** As it is shown, with spaces in the place of what is not said. */
  text: string;
  lang: string;
  /** Said before it and not shown: "Picture:". */
  before?: string;
  /** Said in its place: "Code, not read." */
  instead?: string;
}

/** The article as a row of blocks, each of them read from the page when it is asked for. */
export interface SpokenText {
  count: number;
  block(at: number): SpokenBlock;
  /** Characters before a block, and of all, nearly. */
  before(at: number): number;
  total: number;
}

export interface Place {
  block: number;
  /** In the block's text. */
  offset: number;
}

/** A sentence, by where it stands. */
export interface Sentence extends Span {
  block: number;
  /** Among those of its block. */
  at: number;
}

/** So many characters are enough to know a place again. */
const QUOTE = 40;

/** Ways from sentence to sentence; no block is read or cut before it is needed. */
export function createCursor(text: SpokenText) {
  let cached: { block: number; of: string; spans: Span[] } | null = null;
  const spans = (block: number): Span[] => {
    const { text: words, lang, instead } = text.block(block);
    if (cached?.block !== block || cached.of !== words) {
      const whole = [{ start: 0, end: words.length }];
      cached = { block, of: words, spans: instead ? whole : sentencesOf(words, lang) };
    }
    return cached.spans;
  };
  const sentence = (block: number, at: number): Sentence | null => {
    const all = spans(block);
    const found = all.at(at);
    return found ? { ...found, block, at: at < 0 ? all.length + at : at } : null;
  };

  const cursor = {
    /** The sentence at a place, or the next one after it; null behind the last. */
    at({ block, offset }: Place): Sentence | null {
      for (let number = Math.max(0, block); number < text.count; number += 1) {
        const at = spans(number).findIndex(({ end }) => number > block || end > offset);
        if (at >= 0) return sentence(number, at);
      }
      return null;
    },
    next({ block, at }: Sentence): Sentence | null {
      return sentence(block, at + 1) ?? cursor.at({ block: block + 1, offset: 0 });
    },
    previous({ block, at }: Sentence): Sentence | null {
      if (at > 0) return sentence(block, at - 1);
      for (let number = block - 1; number >= 0; number -= 1) {
        const last = sentence(number, -1);
        if (last) return last;
      }
      return null;
    },
    /** The first sentence of the next paragraph; of this one, or of the one before where this is the first. */
    paragraph(from: Sentence, step: 1 | -1): Sentence | null {
      if (step === 1) return cursor.at({ block: from.block + 1, offset: 0 });
      if (from.at > 0) return sentence(from.block, 0);
      const before = cursor.previous(from);
      return before && sentence(before.block, 0);
    },
    /** The words at a place, by which it is found again. */
    quote({ block, offset }: Place): string {
      return text.block(block).text.slice(offset, offset + QUOTE);
    },
    /** Where a quote stands now: nearest to where it stood. Null when it is gone. */
    find(place: Place, exact: string): Place | null {
      if (!exact.trim()) return null;
      const { block, offset } = place;
      if (block < text.count && text.block(block).text.startsWith(exact, offset)) return place;
      for (let distance = 0; distance < text.count; distance += 1) {
        for (const number of new Set([block - distance, block + distance])) {
          if (number < 0 || number >= text.count) continue;
          const found = text.block(number).text.indexOf(exact);
          if (found >= 0) return { block: number, offset: found };
        }
      }
      return null;
    },
  };
  return cursor;
}
