import { countWordsOfLine } from '../../article/reading-time.ts';
import { linkedLength, onOneLine } from '../rules/text.ts';

/** A part of a page that is long enough to be read, weighed once for all boxes that hold it. */
export interface Prose {
  element: Element;
  /** On one line. */
  text: string;
  words: number;
}

/** A box of the page that may be the article, with what speaks for it. */
export interface Candidate {
  element: Element;
  /** Words in its paragraphs and lists that are no links. */
  prose: number;
}

/** What pages call their article. */
const MARKS =
  '[itemprop~="articleBody"], article, main, [role="main"], #main, #content, .entry-content, .post-content, .article-content, .article-body, .post-body, .story-body';
const FURNITURE =
  'nav, aside, footer, header, form, dialog, [role="dialog"], [id^="comment"], [class*="comment"]';
const PARTS = 'p, li, blockquote, dd, td, h2, h3';
/** Shorter ones are not weighed: most of a page's parts are entries of its menus. */
const SHORTEST = 16;
const FEWEST_WORDS_OF_PART = 8;
const FEWEST_WORDS = 80;
const LARGEST_LINKED = 0.35;
/** A box with as many articles is a list of them. */
const STORIES = 3;

/** The parts below an element that are long enough to be read, and neither links nor furniture. */
export function proseIn(box: Element): Prose[] {
  const prose: Prose[] = [];
  for (const element of box.querySelectorAll(PARTS)) {
    const raw = element.textContent ?? '';
    if (raw.length < SHORTEST || element.querySelector('p, li')) continue;
    const text = onOneLine(raw);
    const words = countWordsOfLine(text);
    if (words < FEWEST_WORDS_OF_PART || element.closest(FURNITURE)) continue;
    if (linkedLength(element) < raw.length / 2) prose.push({ element, text, words });
  }
  return prose;
}

export const wordsIn = (prose: Prose[]): number => prose.reduce((sum, { words }) => sum + words, 0);

/**
 * The boxes that the page itself marks as its article or main part, and those round one paragraph of
 * the text that was found, with more than `least` words of prose.
 */
export function candidatesOf(
  page: Document,
  prose: Prose[],
  paragraph: Element | undefined,
  least: number,
): Candidate[] {
  const found = new Set<Element>();
  for (const element of page.querySelectorAll(MARKS))
    if (!element.closest('nav, aside, footer')) found.add(element);
  for (let box = paragraph?.parentElement; box && box !== page.body; box = box.parentElement)
    found.add(box);
  return [...found]
    .map((element) => ({
      element,
      prose: wordsIn(prose.filter((part) => element.contains(part.element))),
    }))
    .filter(({ prose: words }) => words >= FEWEST_WORDS && words > least)
    .filter(
      ({ element }) => element.getElementsByTagName('article').length < STORIES && isText(element),
    );
}

const isText = (element: Element): boolean =>
  linkedLength(element) < (element.textContent ?? '').length * LARGEST_LINKED;
