/** A stretch of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A name follows: no sentence ends with them. */
const TITLE =
  /(?:^|[\s("'“„«[])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Sr|Sra|St|Ste|Rev|Hon|Gov|Sen|Rep|Capt|Lt|Sgt|Mme|Mlle|Hr|Fr|vs|cf|viz|approx|ca|bzw|vgl|sog|e\.g|i\.e|z\. ?B|d\. ?h|u\. ?a|p\. ?ej|т\.е|\p{Lu})\.\s*$/u;
/** Only where a number follows. */
const REFERENCE =
  /(?:^|[\s("'“„«[])(?:No|Nr|Nos|Vol|pp?|Figs?|Abb|Bd|Art|Sec|Ch|Jan|Feb|Apr|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|[Ss])\.\s*$/u;
/** Only where a small letter follows. */
const SHORTENED = /(?:usw|etc|u\. ?a|al|Co|Inc|Ltd|Jr|т\.д|г)\.\s*$/u;
/** In these languages a dot makes a number an ordinal: "am 3. Mai". */
const ORDINAL_DOT = /^(?:de|da|nb|nn|no|fi|et|lv|cs|sk|sl|hr|sr|bs|pl|hu|tr|is|lb)\b/i;
const NUMBER_WITH_DOT = /(?:^|[\s(])\d{1,2}\.\s*$/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(lang: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${lang} ${granularity}`;
  let made = segmenters.get(key);
  if (!made) {
    try {
      made = new Intl.Segmenter(lang || 'en', { granularity });
    } catch {
      // A page may call its language anything.
      made = new Intl.Segmenter('en', { granularity });
    }
    segmenters.set(key, made);
  }
  return made;
}

/** The sentences of a text, in order, without the space around them. A line break ends a sentence. */
export function sentencesOf(text: string, lang: string): Span[] {
  const found: Span[] = [];
  const isOrdinal = ORDINAL_DOT.test(lang);
  let start = 0;
  for (const { index, segment } of segmenter(lang, 'sentence').segment(text)) {
    const end = index + segment.length;
    const next = text.slice(end, end + 2).trimStart();
    if (next && !segment.includes('\n') && goesOn(text.slice(start, end), next, isOrdinal))
      continue;
    const span = trimmed(text, start, end);
    if (span) found.push(span);
    start = end;
  }
  const rest = trimmed(text, start, text.length);
  if (rest) found.push(rest);
  return found;
}

function goesOn(sofar: string, next: string, isOrdinal: boolean): boolean {
  if (SHORTENED.test(sofar)) return /^\p{Ll}/u.test(next);
  if (TITLE.test(sofar)) return true;
  if (REFERENCE.test(sofar)) return /^\d/.test(next);
  return isOrdinal && NUMBER_WITH_DOT.test(sofar);
}

/** Null where nothing could be said: no letter and no figure. */
function trimmed(text: string, start: number, end: number): Span | null {
  const piece = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(piece)) return null;
  const lead = piece.length - piece.trimStart().length;
  return { start: start + lead, end: start + piece.trimEnd().length };
}

/** Where a breath may be taken, from the best to the worst. */
const BREATHS = [/[;:；：—–]\s*/gu, /[,،、，；]\s*/gu, /\s+/gu];

/** A sentence cut into parts that are no longer than `limit`: at a comma, else between words. */
export function partsOf(text: string, { start, end }: Span, limit: number, lang: string): Span[] {
  const parts: Span[] = [];
  let from = start;
  while (end - from > limit) {
    const to = from + breathIn(text.slice(from, from + limit), lang);
    const part = trimmed(text, from, to);
    if (part) parts.push(part);
    from = to;
  }
  const last = trimmed(text, from, end);
  if (last) parts.push(last);
  return parts;
}

function breathIn(piece: string, lang: string): number {
  for (const breath of BREATHS) {
    const last = [...piece.matchAll(breath)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end > piece.length * 0.4) return end;
  }
  const words = [...segmenter(lang, 'word').segment(piece)];
  // The last one may go on after the cut.
  return words.at(-1)?.index || piece.length;
}

/** The word at or after a place: for voices that say where a word begins and not where it ends. */
export function wordAt(text: string, at: number, end: number, lang: string): Span {
  for (const { index, segment, isWordLike } of segmenter(lang, 'word').segment(
    text.slice(at, Math.min(end, at + 60)),
  )) {
    if (isWordLike) return { start: at + index, end: at + index + segment.length };
  }
  return { start: at, end: Math.min(end, at + 1) };
}

const SCRIPTS: [RegExp, string][] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Devanagari}/u, 'hi'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Cyrillic}/u, 'ru'],
];

/** The likely language of a text that does not say it, by its letters; '' where they tell nothing. */
export const languageByLetters = (text: string): string =>
  SCRIPTS.find(([letters]) => letters.test(text.slice(0, 400)))?.[1] ?? '';
