/** Scripts written without spaces: every character counts by itself. */
const CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const WORD = /[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu;

/** Characters of a script without spaces that take as long to read as one word of one with spaces. */
const CHARACTERS_A_WORD = 2.2;

/** Words of a text; in scripts without spaces two to three characters count as a word. */
export function countWords(text: string): number {
  const characters = text.match(CHARACTER)?.length ?? 0;
  const words = text.replace(CHARACTER, ' ').match(WORD)?.length ?? 0;
  return words + Math.round(characters / CHARACTERS_A_WORD);
}

/** Whole minutes to read so many words, at least 1. */
export function readingMinutes(words: number, wordsPerMinute = 220): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
