import { lettersOf } from '../../article/characters.ts';
import { oneLine } from './meta-tags.ts';

/** Boxes whose names and dates belong to other stories or to readers. */
const ELSEWHERE =
  /comment|related|teasers|teaser-(?:list|box|item)|(?:^|[ _])(?:\w+-)?sidebar|recommend|popular|promo|[-_]card|card[-_]|(?:^|[_ ])widget|trending|latest|read-?more|most-?read|newsletter/i;

/** Letters of a title that may stand in any heading. */
const SHORT = 12;
const MOST_LINES = 60;
const MOST_LINES_BEFORE = 12;
const MOST_LETTERS = 1_200;

/** The headline in the page and what stands round it. */
export interface Story {
  /** The element that holds the headline, or null. */
  heading: Element | null;
  /** The texts below the headline, then those above it, each as the page's markup parts them. */
  lines: () => string[];
  /** Whether an element is in a box of other stories or readers' words. */
  isElsewhere: (element: Element) => boolean;
}

/** Finds the headline with the title in the page. */
export function findStory(document: Document, title: string): Story {
  const heading = headingOf(document, title);
  const isElsewhere = elsewhereOf(heading ?? storyBox(document));
  let lines: string[] | undefined;
  return {
    heading,
    isElsewhere,
    lines: () => (lines ??= linesNear(document, heading, isElsewhere)),
  };
}

function headingOf(document: Document, title: string): Element | null {
  const wanted = lettersOf(title.toLowerCase());
  const holdsTitle = (heading: Element): boolean => {
    const letters = lettersOf((heading.textContent ?? '').toLowerCase());
    if (letters === wanted) return wanted !== '';
    // A rubric may stand in the heading with the title, or a subtitle.
    const isLittleMore = letters.length < wanted.length * 1.6;
    return wanted.length > SHORT && isLittleMore && letters.includes(wanted);
  };
  // The list of the latest stories may stand above the story.
  return (
    [...document.querySelectorAll('h1')].find(holdsTitle) ??
    [...document.querySelectorAll('h2, h3, [itemprop="headline"]')].find(holdsTitle) ??
    null
  );
}

const storyBox = (document: Document): Element =>
  document.querySelector('article, main, [role="main"]') ?? document.body;

/** The elements of the story itself that match, in the order of the page, `most` at most. */
export function inStory(
  document: Document,
  { heading, isElsewhere }: Story,
  selector: string,
  most: number,
): Element[] {
  const scope = heading?.closest('article, main, [role="main"]') ?? document.body;
  const found: Element[] = [];
  for (const place of scope.querySelectorAll(selector)) {
    if (isElsewhere(place)) continue;
    found.push(place);
    if (found.length === most) break;
  }
  return found;
}

/** Tells it once for each box: neighbours share their boxes. */
function elsewhereOf(story: Element): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  // The story itself may be classed by its topics.
  for (let box: Element | null = story; box; box = box.parentElement) known.set(box, false);
  const isElsewhere = (element: Element): boolean => {
    let answer = known.get(element);
    if (answer !== undefined) return answer;
    answer =
      element.matches('aside, nav, footer:not(article *, main *)') ||
      ELSEWHERE.test(`${element.getAttribute('class') ?? ''} ${element.id}`) ||
      (element.parentElement !== null && isElsewhere(element.parentElement));
    known.set(element, answer);
    return answer;
  };
  return isElsewhere;
}

function linesNear(
  document: Document,
  heading: Element | null,
  isElsewhere: (element: Element) => boolean,
): string[] {
  const start = heading ?? storyBox(document);
  const texts = document.createTreeWalker(document.body, 4 /* SHOW_TEXT */);
  const lines: string[] = [];
  const take = (node: Node | null, most: number, next: () => Node | null): void => {
    let letters = 0;
    for (let count = 0; node && count < most && letters < MOST_LETTERS; node = next()) {
      const text = oneLine(node.nodeValue ?? '');
      const parent = node.parentElement;
      if (!text || !parent || heading?.contains(parent)) continue;
      if (/^(?:script|style|noscript|template)$/i.test(parent.nodeName)) continue;
      if (isElsewhere(parent)) continue;
      lines.push(text);
      letters += text.length;
      count += 1;
    }
  };
  texts.currentNode = start;
  take(texts.nextNode(), MOST_LINES, () => texts.nextNode());
  texts.currentNode = start;
  if (heading) take(texts.previousNode(), MOST_LINES_BEFORE, () => texts.previousNode());
  return lines;
}
