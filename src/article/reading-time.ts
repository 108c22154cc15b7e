import { countByScript, isSpaceless } from './characters.ts';

/** Characters of a script without spaces that take as long to read as one word of one with spaces. */
const CHARACTERS_A_WORD = 2.2;

/** Words of a text; in scripts without spaces two to three characters count as a word. */
export function countWords(text: string): number {
  const { words, characters } = countByScript(text);
  return words + Math.round(characters / CHARACTERS_A_WORD);
}

/** The same of a text on one line, near enough to judge it by and far quicker: signs that stand alone count. */
export function countWordsOfLine(line: string): number {
  if (isSpaceless(line)) return countWords(line);
  return line === '' ? 0 : line.split(' ').length;
}

/** Whole minutes to read so many words, at least 1. */
export function readingMinutes(words: number, wordsPerMinute = 220): number {
  return Math.max(1, Math.round(words / wordsPerMinute));
}
