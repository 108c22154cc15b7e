import { lettersOf } from '../../article/characters.ts';
import { oneLine } from './meta-tags.ts';

/** Boxes whose names and dates belong to other stories or to readers. */
const ELSEWHERE =
  /comment|related|teasers|teaser-(?:list|box|item)|(?:^|[ _])(?:\w+-)?sidebar|recommend|popular|promo|[-_]card|card[-_]|(?:^|[_ ])widget|trending|latest|read-?more|most-?read|newsletter/i;
const HEADLINE = /^h[2-6]$/;
const NO_WORDS = new Set(['script', 'style', 'noscript', 'template', 'svg']);
/** Elements within a line, which are no box of other stories. */
const INLINE = new Set(['a', 'b', 'em', 'i', 'p', 'small', 'span', 'strong', 'time']);

/** Letters of a title that may stand in any heading. */
const SHORT = 12;
/** An aside of so few letters is a note on the story itself. */
const SHORT_ASIDE = 200;
const MOST_LINES = 40;
const MOST_LINES_ABOVE = 12;
const MOST_LETTERS = 900;
const MOST_PLACES = 40;

/** The headline in the page and what stands round it. */
export interface Story {
  /** The element that holds the headline, or null. */
  heading: Element | null;
  /** The texts below the headline, as the page's markup parts them; read as they are asked for. */
  below: () => Iterable<string>;
  /** Those above it, the nearest first. */
  above: () => Iterable<string>;
  /** Whether an element is in a box of other stories or readers' words. */
  isElsewhere: (element: Element) => boolean;
}

/** Finds the headline with the title in the page. */
export function findStory(document: Document, title: string): Story {
  const heading = headingOf(document, title);
  const start = heading ?? storyBox(document);
  // The story itself may be classed by its topics.
  const known = new Map<Element, boolean>();
  for (let box: Element | null = start; box; box = box.parentElement) known.set(box, false);
  // What is called a card beside the headline is its author's.
  const head = heading?.closest(':is(article, main) header');
  // Told once for each box: neighbours share their boxes.
  const isElsewhere = (element: Element): boolean => {
    let answer = known.get(element);
    if (answer === undefined) {
      const { parentElement: box } = element;
      answer =
        (isOtherBox(element) && !head?.contains(element)) || (box !== null && isElsewhere(box));
      known.set(element, answer);
    }
    return answer;
  };
  return {
    heading,
    isElsewhere,
    below: () =>
      textsFrom(heading ? nextTo(heading, true) : start.firstChild, true, MOST_LINES, isElsewhere),
    above: () => textsFrom(heading && nextTo(heading, false), false, MOST_LINES_ABOVE, isElsewhere),
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
  for (const selector of ['h1', 'h2, h3, [itemprop="headline"]']) {
    const found = [...document.querySelectorAll(selector)].find(holdsTitle);
    if (found) return found;
  }
  return null;
}

const storyBox = (document: Document): Element =>
  document.querySelector('article, main, [role="main"]') ?? document.body;

/**
 * The elements of the story itself that match: those in the headline's own box first, then those below it,
 * then those above it, the nearest first.
 */
export function inStory(
  document: Document,
  { heading, isElsewhere }: Story,
  selector: string,
): Element[] {
  const scope = heading?.closest('article, main, [role="main"]') ?? document.body;
  const below: Element[] = [];
  const above: Element[] = [];
  let isBelow = !heading;
  for (const place of scope.querySelectorAll(selector)) {
    isBelow ||= (heading!.compareDocumentPosition(place) & 2) /* PRECEDING */ === 0;
    if (isElsewhere(place)) continue;
    (isBelow ? below : above).push(place);
    if (below.length === MOST_PLACES) break;
  }
  const places = [...below, ...above.reverse().slice(0, MOST_PLACES)];
  const isNear = (place: Element): boolean => heading?.parentElement?.contains(place) === true;
  return [...places.filter(isNear), ...places.filter((place) => !isNear(place))];
}

function isOtherBox(box: Element): boolean {
  const { localName } = box;
  if (localName === 'nav') return true;
  if (localName === 'aside') return (box.textContent ?? '').length > SHORT_ASIDE;
  if (localName === 'footer') return !box.closest('article, main');
  const names = `${box.getAttribute('class') ?? ''} ${box.id}`;
  if (names !== ' ' && ELSEWHERE.test(names)) return true;
  // A box that begins with the headline of another story, which it leads to.
  const first = box.firstElementChild;
  return (
    first !== null &&
    HEADLINE.test(first.localName) &&
    !/author/i.test(first.className) &&
    first.querySelector('a[href]') !== null
  );
}

/** The texts from a node on, forwards or backwards, without what stands in boxes of other stories. */
function* textsFrom(
  from: Node | null,
  isForward: boolean,
  most: number,
  isElsewhere: (element: Element) => boolean,
): Generator<string> {
  let [count, letters] = [0, 0];
  for (let node = from; node && count < most && letters < MOST_LETTERS;) {
    const within = isForward ? node.firstChild : node.lastChild;
    const text = node.nodeType === 3 /* TEXT_NODE */ ? oneLine(node.nodeValue ?? '') : '';
    if (text) {
      yield text;
      count += 1;
      letters += text.length;
    }
    node = within && isOpen(node as Element, isElsewhere) ? within : nextTo(node, isForward);
  }
}

const isOpen = (box: Element, isElsewhere: (element: Element) => boolean): boolean =>
  INLINE.has(box.localName) || !(NO_WORDS.has(box.localName) || isElsewhere(box));

/** What follows a node that is not in it, or stands before it. */
function nextTo(from: Node, isForward: boolean): Node | null {
  for (let node: Node | null = from; node; node = node.parentNode) {
    const next = isForward ? node.nextSibling : node.previousSibling;
    if (next) return next;
  }
  return null;
}
