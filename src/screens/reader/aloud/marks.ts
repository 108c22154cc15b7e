import type { AloudModel } from './model.ts';
import type { PageText } from './page-text.ts';

const SENTENCE = 'said-sentence';
const WORD = 'said-word';

/** The words of the sentence that is being said. */
export function spokenRange(page: PageText, model: AloudModel): Range | null {
  const said = model.sentence.value;
  return said && page.range(said.block, said.start, said.end);
}

/** Marks the sentence without touching the page. */
export function markSentence(page: PageText, model: AloudModel): void {
  const range = spokenRange(page, model);
  if (range) CSS.highlights.set(SENTENCE, new Highlight(range));
  else CSS.highlights.delete(SENTENCE);
}

/** Marks the word, over the sentence. */
export function markWord(page: PageText, model: AloudModel): void {
  const said = model.sentence.value;
  const word = model.word.value;
  const range = said && word && page.range(said.block, word.start, word.end);
  if (!range) {
    CSS.highlights.delete(WORD);
    return;
  }
  const mark = new Highlight(range);
  mark.priority = 1;
  CSS.highlights.set(WORD, mark);
}

export function unmark(): void {
  CSS.highlights.delete(SENTENCE);
  CSS.highlights.delete(WORD);
}
