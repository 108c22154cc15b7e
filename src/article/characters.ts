// Ranges instead of Unicode property classes: those take milliseconds to compile, each, at every click.

/** Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana and Han. */
const SPACELESS =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';

/** What is neither letter nor digit: spaces, punctuation, symbols, halves of pairs. */
const OTHER =
  '\\s\\0-/:-@\\[-`{-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u05be\\u05c0\\u05c3\\u05f3\\u05f4\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u2000-\\u206f\\u2190-\\u2bff\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d\\u30fb\\ud800-\\udfff\\ufe10-\\ufe6f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65';

const NOT_LETTERS = new RegExp(`[${OTHER}]+`, 'g');
const SOME_SPACELESS = new RegExp(`[${SPACELESS}]`);
const ONE_CHARACTER = new RegExp(`[${SPACELESS}]`, 'g');
const SPACED_WORD = new RegExp(`[^${OTHER}${SPACELESS}]+(?:['’.-][^${OTHER}${SPACELESS}]+)*`, 'g');
const COMPARABLE = new RegExp(`[${SPACELESS}](?=([${SPACELESS}])?)|[^${OTHER}]+`, 'g');

/** The letters and digits of a text alone, with `between` in the place of everything else. */
export const lettersOf = (text: string, between = ''): string => text.replace(NOT_LETTERS, between);

/** How many words of spaced scripts, and how many characters of the others, a text has. */
export function countByScript(text: string): { words: number; characters: number } {
  return {
    words: text.match(SPACED_WORD)?.length ?? 0,
    characters: text.match(ONE_CHARACTER)?.length ?? 0,
  };
}

/** Whether a text has characters of scripts without spaces. */
export const isSpaceless = (text: string): boolean => SOME_SPACELESS.test(text);

/** The words of a text in lower case, to compare; without spaces two neighbouring characters do for one. */
export const wordsOf = (text: string): Set<string> =>
  new Set([...text.toLowerCase().matchAll(COMPARABLE)].map(([word, next = '']) => word + next));
