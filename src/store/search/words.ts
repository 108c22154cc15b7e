// Text to words, the same for what is saved, what is typed and what is marked.

/** Called once a word in the order of the text: the folded word, and where it stands in the original (UTF-16). */
export type VisitWord = (word: string, start: number, end: number) => void;

/** Longer words are cut: base64 and the like would fill the index. What is typed is cut alike. */
const LONGEST = 64;

/**
 * Scripts written without spaces. Each of their characters, with its marks, is a word of its own, so that
 * what is typed together can be found as a phrase. Not Intl.Segmenter: its rules change with a browser's
 * version, and what was saved under the old ones would not be found under the new.
 */
const SPACELESS = `[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc\\uff70]`;
/** Half-width voicing marks, which are letters to Unicode. */
const VOICING = '\\uff9e\\uff9f';
/** Thai and Lao am, whose first half is a mark. */
const AM = '\\u0e33\\u0eb3';
/** Invisible inside a word: soft hyphen, joiners, marks of direction. */
const INVISIBLE = '\\u00ad\\u034f\\u200c-\\u200f\\u2060\\ufeff';
/** Between letters these join them: apostrophes, the Catalan dot, geresh and gershayim. */
const JOINING = "'\\u2018\\u2019\\uff07\\u00b7\\u05f3\\u05f4";
const SPACED = `[[\\p{L}\\p{N}\\p{M}${INVISIBLE}]--[${VOICING}]--${SPACELESS}]`;

// Made from strings: the compiler's target does not know the flag v yet.
const WORD_FORM = `[[\\p{L}\\p{N}\\p{M}]&&${SPACELESS}][\\p{M}${VOICING}${AM}]*|${SPACED}+(?:[${JOINING}]${SPACED}+)*`;
const WORD = new RegExp(WORD_FORM, 'gv');
/** Apart from the one whose place is in use while a text is read. */
const WORD_WITHIN = new RegExp(WORD_FORM, 'gv');
const IS_SPACELESS = new RegExp(`^${SPACELESS}`, 'v');
const NOT_A_WORD = new RegExp(`[^\\p{L}\\p{N}\\p{M}]`, 'v');
const JOINED = new RegExp(`[${JOINING}]`, 'v');

/**
 * Marks that people leave out when they type: accents, vowel points of Arabic and Hebrew, nuktas, tatweel.
 * The vowel signs of Indic scripts and Thai stay: without them words fall together.
 */
const DROPPED = new RegExp(
  `[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u0711\\u0730-\\u074a\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\u{e0100}-\\u{e01ef}\\u02bb\\u02bc${JOINING}${INVISIBLE}]`,
  'gv',
);

/** Letters that Unicode does not take apart, and final forms, as they are typed without them. */
const ALIKE = new Map(
  Object.entries(
    // prettier-ignore
    { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŋ: 'n', ŧ: 't', ı: 'i', ς: 'σ',
      ك: 'ك', ک: 'ك', ى: 'ي', ی: 'ي', ة: 'ه', ە: 'ه', ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
  ),
);
for (const zero of [0x660, 0x6f0, 0x966, 0x9e6])
  for (let digit = 0; digit < 10; digit++)
    ALIKE.set(String.fromCharCode(zero + digit), String(digit));
const HAS_ALIKE = new RegExp(`[${[...ALIKE.keys()].join('')}]`, 'gv');

/** Articles and prepositions that lean on the next word: "l'homme" is found by homme. */
const LEANING =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|all|dall|dell|nell|sull|coll|un|quell|quest|bell|sant)$/;

/** Gives each word of a text, folded, with its place. Never throws; a lone half of a pair is no word. */
export function eachWord(text: string, visit: VisitWord): void {
  WORD.lastIndex = 0;
  // Not reentrant: `visit` must not call eachWord, or the expression's place would be lost.
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const token = found[0];
    const words = foldedWords(token);
    if (typeof words === 'string') visit(words, found.index, found.index + token.length);
    else visitParts(token, words, found.index, visit);
  }
}

/** The folded words of a text in its order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return words;
}

/** Whether the word is one character of a script without spaces. */
export const isSpaceless = (word: string): boolean => IS_SPACELESS.test(word);

/** A token that holds several words; those after a leaning article have a place of their own. */
function visitParts(
  token: string,
  words: readonly string[],
  start: number,
  visit: VisitWord,
): void {
  const end = start + token.length;
  const join = words.length > 1 ? token.search(JOINED) : -1;
  words.forEach((word, at) => {
    if (join < 0) visit(word, start, end);
    else if (at === 0) visit(word, start, start + join);
    else visit(word, start + join + 1, end);
  });
}

const MOST_REMEMBERED = 20_000;
/** Most tokens of a text were met before: folding them again would be half of the time of a save. */
const remembered = new Map<string, string | readonly string[]>();

/** The folded word of a token, or the words when it is not exactly one. */
function foldedWords(token: string): string | readonly string[] {
  let words = remembered.get(token);
  if (words === undefined) {
    const folded = partsOf(token).flatMap(fold);
    words = folded.length === 1 ? folded[0]! : folded;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    // Engines copy short parts of a string; a long one would keep the whole text alive.
    if (token.length <= 12) remembered.set(token, words);
  }
  return words;
}

/** "l'homme" as l and homme; "don't" stays whole. */
function partsOf(token: string): string[] {
  const join = token.search(JOINED);
  if (join < 0 || token.length - join < 3) return [token];
  return LEANING.test(token.slice(0, join).toLowerCase())
    ? [token.slice(0, join), token.slice(join + 1)]
    : [token];
}

function fold(part: string): string[] {
  const folded = part
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(HAS_ALIKE, (letter) => ALIKE.get(letter)!)
    .normalize('NFC')
    .slice(0, LONGEST);
  if (folded === '') return [];
  // Compatibility forms come apart into several words: ½ is 1⁄2, ﷺ four words.
  return NOT_A_WORD.test(folded) || (folded.length > 1 && hasSpaceless(folded))
    ? (folded.match(WORD_WITHIN) ?? [])
    : [folded];
}

const SOME_SPACELESS = new RegExp(SPACELESS, 'v');
const hasSpaceless = (word: string): boolean => SOME_SPACELESS.test(word);
