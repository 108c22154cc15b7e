import { countWordsOfLine } from '../../article/reading-time.ts';
import { blockText } from '../rules/text.ts';
import { type Prose, wordsIn } from './candidates.ts';

/** One paragraph is a standfirst or a caption. */
const FEWEST_PARTS = 2;
const FEWEST_WORDS = 40;
const MOSTLY = 0.6;

/**
 * The boxes of prose between the headline and the paragraph in which the text that was found begins:
 * its opening, which Readability leaves behind when it stands in a box of its own.
 */
export function openingOf(all: Prose[], own: Prose[], heading: Element, probe: string): Element[] {
  const at = all.findIndex(({ text }) => text.startsWith(probe));
  const before = all
    .slice(0, Math.max(at, 0))
    .filter(({ element }) => (heading.compareDocumentPosition(element) & 4) /* FOLLOWING */ !== 0);
  const boxes = new Set(before.map(({ element }) => boxOf(element, all[at]!.element)));
  return [...boxes].filter((box) => {
    const parts = before.filter(({ element }) => box.contains(element));
    const [words, text] = [wordsIn(parts), blockText(box)];
    return (
      parts.length >= FEWEST_PARTS &&
      words >= Math.max(FEWEST_WORDS, countWordsOfLine(text) * MOSTLY) &&
      !box.contains(heading) &&
      !own.some((known) => text.includes(known.text))
    );
  });
}

/** The widest box round a part that does not hold the other. */
function boxOf(part: Element, other: Element): Element {
  let box = part;
  while (box.parentElement && !box.parentElement.contains(other)) box = box.parentElement;
  return box;
}
