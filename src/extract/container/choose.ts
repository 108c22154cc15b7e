import { countWords } from '../../article/reading-time.ts';
import { blockText } from '../rules/rule.ts';
import { type Candidate, candidatesOf, proseOf } from './candidates.ts';

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
  'script, style, link, template, object, embed, applet, dialog, nav, aside, form, button, footer, [role="dialog"], [aria-modal="true"], [hidden]:not(img), [aria-hidden="true"]:not(img, svg)';

/** The box that holds the whole article where the one that Readability found does not, else null. */
export function widerContainer(
  found: Element | null,
  page: Document,
  copy: Document,
): Element | null {
  const prose = found ? proseOf(found) : 0;
  const probes = found && prose >= NOTHING ? probesOf(found) : [];
  const most = prose < NOTHING ? Infinity : prose * MUCH_MORE;
  const fitting = candidatesOf(page, paragraphOf(page, probes)).filter(
    (candidate) =>
      candidate.prose > prose * MORE + MORE_WORDS &&
      candidate.prose < most &&
      holds(candidate.element, probes),
  );
  const largest = Math.max(...fitting.map((candidate) => candidate.prose));
  const chosen = fitting
    .filter((candidate) => candidate.prose >= largest * NEARLY)
    .reduce<Candidate | null>(
      (best, next) => (best && lengthOf(best) <= lengthOf(next) ? best : next),
      null,
    );
  return chosen && cleanCopy(chosen.element, copy);
}

const lengthOf = ({ element }: Candidate): number => (element.textContent ?? '').length;

/** The beginnings of the paragraphs that were found, as the page has them. */
const probesOf = (found: Element): string[] =>
  [...found.querySelectorAll('p')]
    .map(blockText)
    .filter((text) => countWords(text) > 12)
    .map((text) => text.slice(0, PROBE));

function holds(element: Element, probes: string[]): boolean {
  if (probes.length === 0) return true;
  const text = blockText(element);
  return probes.filter((probe) => text.includes(probe)).length >= probes.length * HELD;
}

/** The paragraph of the page in whose middle the text that was found begins. */
function paragraphOf(page: Document, probes: string[]): Element | null {
  const probe = probes[probes.length >> 1];
  if (!probe) return null;
  return [...page.querySelectorAll('p')].find((part) => blockText(part).startsWith(probe)) ?? null;
}

function cleanCopy(element: Element, copy: Document): Element {
  const box = copy.createElement('div');
  box.append(...copy.importNode(element, true).childNodes);
  for (const part of box.querySelectorAll(MACHINERY)) part.remove();
  return box;
}
