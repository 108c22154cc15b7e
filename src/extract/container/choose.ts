import { blockText } from '../rules/text.ts';
import { openingOf } from './opening.ts';
import { type Candidate, candidatesOf, type Prose, proseIn, wordsIn } from './candidates.ts';

/** Below this a candidate has more because of comments, above it because Readability lost a part. */
const MORE = 1.5;
const MORE_WORDS = 40;
/** So many times as much is another thing than the article, unless Readability found next to nothing. */
const MUCH_MORE = 6;
const NOTHING = 100;
/** Among candidates with nearly as much prose as the largest the smallest box is the closest one. */
const NEARLY = 0.93;
const HELD = 0.8;
const PROBE = 60;
const MACHINERY =
  'script, style, link, template, object, embed, applet, dialog, nav, aside, form, button, footer, [role="dialog"], [aria-modal="true"], [hidden]:not(img), [aria-hidden="true"]:not(img, svg, p > span:first-child)';

/**
 * The box that holds the whole article where the one that Readability found does not, else that one with
 * the opening that stands before it.
 */
export function wholeContainer(
  found: Element | null,
  page: Document,
  copy: Document,
  heading: Element | null,
): Element | null {
  const own = found ? proseIn(found) : [];
  const words = wordsIn(own);
  const least = words * MORE + MORE_WORDS;
  const all = proseIn(page.body);
  // Most pages have hardly any prose but the article.
  const chosen = wordsIn(all) > least ? widest(all, own, page, least) : null;
  if (chosen) return cleanCopy(chosen.element, copy);
  const [first] = probesOf(own);
  if (found && heading && first && words > NOTHING)
    found.prepend(...openingOf(all, own, heading, first).map((box) => cleanCopy(box, copy)));
  return found;
}

/** The smallest of the boxes with the most prose that hold what was found. */
function widest(all: Prose[], own: Prose[], page: Document, least: number): Candidate | null {
  const words = wordsIn(own);
  const most = words < NOTHING ? Infinity : words * MUCH_MORE;
  const probes = words < NOTHING ? [] : probesOf(own);
  const fitting = candidatesOf(page, all, paragraphOf(all, probes), least).filter(
    ({ element, prose }) => prose < most && holds(element, probes),
  );
  const largest = Math.max(...fitting.map((candidate) => candidate.prose));
  return fitting
    .filter((candidate) => candidate.prose >= largest * NEARLY)
    .reduce<Candidate | null>(
      (best, next) => (best && lengthOf(best) <= lengthOf(next) ? best : next),
      null,
    );
}

const lengthOf = ({ element }: Candidate): number => (element.textContent ?? '').length;

/** The beginnings of the paragraphs that were found, as the page has them. */
const probesOf = (found: Prose[]): string[] =>
  found
    .filter(({ element, words }) => element.matches('p') && words > 12)
    .map(({ text }) => text.slice(0, PROBE));

/** The paragraph of the page in whose middle the text that was found begins. */
const paragraphOf = (all: Prose[], probes: string[]): Element | undefined =>
  probes.length === 0
    ? undefined
    : all.find(({ text }) => text.startsWith(probes[probes.length >> 1]!))?.element;

function holds(element: Element, probes: string[]): boolean {
  if (probes.length === 0) return true;
  const text = blockText(element);
  return probes.filter((probe) => text.includes(probe)).length >= probes.length * HELD;
}

function cleanCopy(element: Element, copy: Document): Element {
  const box = copy.createElement('div');
  box.append(...copy.importNode(element, true).childNodes);
  for (const part of box.querySelectorAll(MACHINERY)) part.remove();
  return box;
}
