import search from 'approx-string-match';
import { AlikeFinder, type AlikePlace } from './alike-places.ts';
import { type FoldedText, foldText } from './folded-text.ts';

/** Words of a text with what stands before and after them (a text quote selector of the W3C). */
export interface TextQuote {
  exact: string;
  prefix: string;
  suffix: string;
  /**
   * How much of the quote and its surroundings, in letters, the place most like it had in common when it was
   * made: a place that agrees no better may be that other one. None where there was no such place.
   */
  rival?: number;
  /** The most letters right beside such a place that were the same, where its words were, letter for letter. */
  twin?: number;
}

/** From `start` up to `end`, in UTF-16 units. */
export interface TextPosition {
  start: number;
  end: number;
}

/** Where the words of a quote stand now. */
export interface FoundQuote extends TextPosition {
  /** 1 where nothing has changed. */
  score: number;
}

/** Lengths of what is kept of the surroundings: more only where less does not tell places apart. */
const AROUND = [32, 96, 256];
/** Words that differ by so many letters from all others are told apart. */
const APART = 40;
/** What is quoted counts for no more letters than that, or its surroundings would never decide. */
const MOST_OF_WORDS = 200;
/** So long a stretch does not come about twice; a word does everywhere. */
const SURE = 16;
/** Letters on one side that are as good as all. */
const NEAR = 40;
/** Occurrences of the same words that are looked at closely. */
const MOST_SAME = 60;

/** Describes words of a text, so that they are found again in another version of it. */
export function quoteAt(text: string, { start, end }: TextPosition): TextQuote {
  const finder = new QuoteFinder(text);
  let quote: TextQuote = { exact: text.slice(start, end), prefix: '', suffix: '' };
  for (const around of AROUND) {
    quote = {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - around), start),
      suffix: text.slice(end, end + around),
    };
    const rivals = finder.rivalsOf(quote, { start, end });
    const rival = Math.round(Math.max(0, ...rivals.map(({ agreement }) => agreement)));
    if (rival === 0) return quote;
    const twins = rivals.filter(({ likeness }) => likeness === 1);
    const twin = Math.max(-1, ...twins.map(({ beside }) => beside));
    quote = { ...quote, rival, ...(twin >= 0 && { twin }) };
    if (agreementOf(quote) - rival >= APART) return quote;
  }
  return quote;
}

/** Where the words of a quote stand in a text; null when they are gone, or when it cannot be said. */
export const findQuote = (
  text: string,
  quote: TextQuote,
  position: TextPosition,
): FoundQuote | null => new QuoteFinder(text).find(quote, position);

interface Candidate extends AlikePlace {
  /** Letters before and after that agree. */
  before: number;
  after: number;
  /** Of these, how many stand right beside it without a fault. */
  beside: number;
  /** All letters that agree. */
  agreement: number;
}

interface FoldedQuote {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Finds quotes in one text. What takes long is done when first needed, and once. */
export class QuoteFinder {
  readonly #text: string;
  #folded: FoldedText | undefined;
  #alike: AlikeFinder | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  find(quote: TextQuote, position: TextPosition): FoundQuote | null {
    if (this.#isAsItWas(quote, position)) return { ...position, score: 1 };
    const moved = this.#moved(quote);
    if (moved) return moved;
    const sought = foldQuote(quote);
    if (sought.exact === '') return null;
    const best = this.#choose(sought, quote);
    if (!best) return null;
    const place = this.#fold().place(best.start, best.end);
    const score = best.agreement / agreementOf(quote);
    return { ...atWords(this.#text, quote.exact, place, best.likeness), score };
  }

  /** Other places that could be taken for that of a quote. */
  rivalsOf(quote: TextQuote, { start, end }: TextPosition): Candidate[] {
    const sought = foldQuote(quote);
    if (sought.exact === '') return [];
    const folded = this.#fold();
    const own = { start: folded.indexOf(start), end: folded.indexOf(end) };
    return this.#candidates(sought).filter((other) => !overlap(other, own));
  }

  #isAsItWas({ exact, prefix, suffix }: TextQuote, { start, end }: TextPosition): boolean {
    const text = this.#text;
    return (
      end - start === exact.length &&
      exact !== '' &&
      text.startsWith(exact, start) &&
      text.slice(Math.max(0, start - prefix.length), start) === prefix &&
      text.startsWith(suffix, end)
    );
  }

  /** Where the words stand with all that stood around them, there and nowhere else. */
  #moved(quote: TextQuote): FoundQuote | null {
    const { exact, prefix, suffix, rival = 0 } = quote;
    const whole = prefix + exact + suffix;
    if (exact === '' || whole.length - exact.length < 32 || agreementOf(quote) - rival < 8)
      return null;
    const at = this.#text.indexOf(whole);
    if (at < 0 || this.#text.indexOf(whole, at + 1) >= 0) return null;
    const start = at + prefix.length;
    return { start, end: start + exact.length, score: 1 };
  }

  #choose(sought: FoldedQuote, quote: TextQuote): Candidate | null {
    const candidates = this.#candidates(sought).sort((a, b) => b.agreement - a.agreement);
    const [best] = candidates;
    if (!best) return null;
    const margin = marginOf(sought.exact);
    const rivals = candidates.filter((other) => !overlap(other, best));
    const isClear = rivals.every(({ agreement }) => agreement <= best.agreement - margin);
    if (isClear && isEnough(best, sought, quote)) return best;
    const least = leastLikeness(sought.exact.length);
    const alike = candidates.filter(({ likeness }) => likeness >= least);
    alike.sort((a, b) => b.beside - a.beside);
    const same = alike.filter(({ likeness }) => likeness === 1);
    const [first, second] = same;
    if (alike[0] && hasMoreBeside(alike[0], alike.slice(1), quote, 3 * margin)) return alike[0];
    if (!first) return null;
    // Words that were there once and are there once are those, whatever stands around them now.
    if (!second && quote.twin === undefined) return isSure(sought.exact) ? first : null;
    return hasMoreBeside(first, same.slice(1), quote, margin) ? first : null;
  }

  candidatesOf(quote: TextQuote): Candidate[] {
    return this.#candidates(foldQuote(quote)).sort((a, b) => b.agreement - a.agreement);
  }
  #candidates(sought: FoldedQuote): Candidate[] {
    const { text } = this.#fold();
    const same = samePlaces(text, sought);
    const places = same.length >= MOST_SAME ? same : [...same, ...this.#others(sought.exact, same)];
    return places.map((place) => {
      const before = agreementBefore(text, place.start, sought.prefix);
      const after = agreementAfter(text, place.end, sought.suffix);
      const agreement =
        place.likeness * Math.min(sought.exact.length, MOST_OF_WORDS) + before + after;
      const beside =
        sameBefore(text, place.start, sought.prefix) + sameAfter(text, place.end, sought.suffix);
      return { ...place, before, after, beside, agreement };
    });
  }

  #others(exact: string, same: readonly AlikePlace[]): AlikePlace[] {
    this.#alike ??= new AlikeFinder(this.#fold().text);
    return this.#alike.find(exact).filter((place) => !same.some((known) => overlap(known, place)));
  }

  #fold(): FoldedText {
    this.#folded ??= foldText(this.#text);
    return this.#folded;
  }
}

const foldQuote = ({ exact, prefix, suffix }: TextQuote): FoldedQuote => ({
  exact: foldText(exact).text,
  prefix: foldText(prefix).text,
  suffix: foldText(suffix).text,
});

/** The agreement of a place where nothing has changed. */
function agreementOf(quote: TextQuote): number {
  const { exact, prefix, suffix } = foldQuote(quote);
  return Math.min(exact.length, MOST_OF_WORDS) + prefix.length + suffix.length;
}

/** Whether two places have half of the shorter one in common. */
function overlap(one: TextPosition, other: TextPosition): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common * 2 > Math.min(one.end - one.start, other.end - other.start);
}

/** Whether no other place has, or ever had, nearly as much in common right beside it. */
const hasMoreBeside = (
  best: Candidate,
  others: readonly Candidate[],
  { twin = 0 }: TextQuote,
  margin: number,
): boolean => {
  const rivals = others.filter((other) => !overlap(other, best));
  const most = Math.max(twin, ...rivals.map(({ beside }) => beside));
  return best.beside >= most + margin;
};

/** Whether a place is this quote's and no other's. `rival`: what another place had in common with it. */
function isEnough(
  { likeness, before, after, beside, agreement }: Candidate,
  { exact, prefix, suffix }: FoldedQuote,
  { rival }: TextQuote,
): boolean {
  if (rival !== undefined && agreement < rival + marginOf(exact)) return false;
  const sides = [partOf(before, prefix), partOf(after, suffix)];
  const around = Math.max(...sides);
  const dense = isDense(exact) ? DENSE : 1;
  const weight = exact.length * dense;
  if (likeness === 1)
    return weight + beside * dense >= SURE || around >= (weight >= 10 ? 0.45 : 0.6);
  // Something was written between what stood on both sides, or taken out.
  if (Math.min(...sides) >= 0.6) return weight >= 8;
  if (weight < 8 || likeness < (around >= 0.9 ? 0.66 : leastLikeness(weight))) return false;
  // Where others read like it, something on one side may by chance be that of another.
  if (rival !== undefined && agreement < rival + 2.5 * marginOf(exact)) return false;
  return around >= 0.5 || (likeness >= 0.7 && weight >= 80) || (likeness >= 0.85 && weight >= SURE);
}

/** Of a few words one that is another makes them others. */
const leastLikeness = (weight: number): number => (weight < 40 ? 0.78 : weight < 80 ? 0.74 : 0.68);

/** So many letters of an alphabet say as much as one character of the others. */
const DENSE = 3;

const isSure = (exact: string): boolean => exact.length * (isDense(exact) ? DENSE : 1) >= SURE;

/** At the end of the text there is nothing to agree with. */
const partOf = (agreeing: number, of: string): number =>
  of.length === 0 ? 0 : agreeing / Math.min(of.length, NEAR);

/** In letters: what one place must have in common with a quote more than another. */
const marginOf = (exact: string): number => (isDense(exact) ? 4 : 8);

/** Scripts in which a letter is a word or a syllable. */
const isDense = (text: string): boolean => {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  return dense * 2 > text.length;
};

/** Where the words stand as they are: of very many those with the nearest surroundings. */
function samePlaces(text: string, { exact, prefix, suffix }: FoldedQuote): AlikePlace[] {
  const starts: { start: number; agrees: number }[] = [];
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const agrees = sameBefore(text, start, prefix) + sameAfter(text, start + exact.length, suffix);
    starts.push({ start, agrees });
  }
  return starts
    .sort((a, b) => b.agrees - a.agrees)
    .slice(0, MOST_SAME)
    .map(({ start }) => ({ start, end: start + exact.length, likeness: 1 }));
}

function sameBefore(text: string, at: number, prefix: string): number {
  let same = 0;
  while (same < prefix.length && text[at - 1 - same] === prefix[prefix.length - 1 - same])
    same += 1;
  return same;
}

function sameAfter(text: string, at: number, suffix: string): number {
  let same = 0;
  while (same < suffix.length && text[at + same] === suffix[same]) same += 1;
  return same;
}

const agreementBefore = (text: string, at: number, prefix: string): number => {
  const same = sameBefore(text, at, prefix);
  const near = text.slice(Math.max(0, at - Math.ceil(prefix.length * 1.4) - 8), at);
  return same === prefix.length ? same : Math.max(same, agreementIn(near, prefix, true));
};

const agreementAfter = (text: string, at: number, suffix: string): number => {
  const same = sameAfter(text, at, suffix);
  const near = text.slice(at, at + Math.ceil(suffix.length * 1.4) + 8);
  return same === suffix.length ? same : Math.max(same, agreementIn(near, suffix, false));
};

/** What stands farther off agrees less. */
function agreementIn(near: string, sought: string, isBefore: boolean): number {
  if (sought.length < 8) return 0;
  const found = search(near, sought, Math.floor(sought.length * 0.4));
  const agreements = found.map(
    ({ start, end, errors }) => sought.length - errors - 2 * (isBefore ? near.length - end : start),
  );
  return Math.max(0, ...agreements);
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const isInside = (text: string, at: number): boolean =>
  at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!);

/** A place that was found by likeness begins and ends with a word, as what was quoted did. */
function atWords(
  text: string,
  exact: string,
  { start, end }: TextPosition,
  likeness: number,
): TextPosition {
  // Words of these scripts have no spaces between them.
  if (likeness === 1 || /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]/.test(exact))
    return { start, end };
  let [first, last] = [start, end];
  while (isInside(text, first)) first -= 1;
  while (isInside(text, last)) last += 1;
  return { start: first, end: last };
}
