import { eachWord, isSpaceless } from './words.ts';

/** Longer runs without spaces are found by their beginnings. */
const LONGEST_RUN = 8;
/** Of one text. */
const MOST = 500;

/**
 * The words of a text outside of the index, such that each of them begins with what can be typed: of scripts
 * without spaces a run from every character on. Each once.
 */
export function outsideWords(text: string): string[] {
  const words = new Set<string>();
  let run: string[] = [];
  let runEnd = -1;
  const close = (): void => {
    run.forEach((_character, at) => words.add(run.slice(at, at + LONGEST_RUN).join('')));
    run = [];
  };
  eachWord(text, (word, start, end) => {
    if (!isSpaceless(word)) {
      close();
      words.add(word);
      return;
    }
    if (start !== runEnd) close();
    run.push(word);
    runEnd = end;
  });
  close();
  return [...words].slice(0, MOST);
}
