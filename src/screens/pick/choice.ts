import { countWords } from '../../article/reading-time.ts';
import { frameBody } from '../../extract/copy-flat.ts';

/** What is chosen on the page, and the way back to what it was widened from. */
export interface Choice {
  element: Element;
  inner: Element[];
}

const UNREAD = 'script, style, noscript, template';
/** What pages call their article or main part, the surest first. */
const MARKED = ['article, [itemprop~="articleBody"]', 'main, [role="main"]'];
/** Where none is marked: a box with so much of the text of the one round it is still the main part. */
const MOST = 0.6;

/** What a person would read in an element; in an open shadow tree or a frame of the page, what stands there. */
function* textsIn(element: Element): Iterable<string> {
  const root = element.shadowRoot ?? frameBody(element) ?? element;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement?.closest(UNREAD)) yield text.nodeValue!;
  }
}

/** The text of an element in one line. */
export const textOf = (element: Element): string =>
  [...textsIn(element)].join(' ').replace(/\s+/g, ' ').trim();

/** Whether there is something to read, without reading it all. */
export function hasText(element: Element): boolean {
  for (const text of textsIn(element)) if (/\S/.test(text)) return true;
  return false;
}

export const wordsIn = (element: Element): number => countWords(textOf(element));

export const choose = (element: Element): Choice => ({ element, inner: [] });

/** Where choosing begins: the largest part that the page itself marks, else the box with most of its text. */
export function firstChoice(page: Document): Choice {
  for (const selector of MARKED) {
    const [largest] = bySize([...page.querySelectorAll(selector)]);
    if (largest && hasText(largest)) return choose(largest);
  }
  let box: Element = page.body;
  for (;;) {
    const [largest] = bySize(childrenOf(box));
    if (!largest || textOf(largest).length < textOf(box).length * MOST) return choose(box);
    box = largest;
  }
}

/** The block that a place on the page belongs to: a link or a word in bold is no part to read. */
export function blockOf(element: Element): Element {
  let block = element;
  while (block !== block.ownerDocument.body && (isInline(block) || !hasText(block))) {
    const outer = outerOf(block);
    if (!outer) break;
    block = outer;
  }
  return block;
}

/** The next box outwards that has more to read; the same one when there is none. */
export function wider(choice: Choice): Choice {
  const { length } = textOf(choice.element);
  for (let box = outerOf(choice.element); box; box = outerOf(box))
    if (textOf(box).length > length)
      return { element: box, inner: [...choice.inner, choice.element] };
  return choice;
}

/** Back to what was widened, else the largest box inside; the same one when there is none. */
export function narrower({ element, inner }: Choice): Choice {
  const back = inner.at(-1);
  if (back) return { element: back, inner: inner.slice(0, -1) };
  const { length } = textOf(element);
  for (let box: Element | undefined = element; box;) {
    [box] = bySize(childrenOf(box));
    if (box && !isInline(box) && hasText(box) && textOf(box).length < length) return choose(box);
  }
  return { element, inner };
}

/** The box with text after (1) or before (-1) this one in the same box; the same one at the end. */
export function beside(choice: Choice, step: 1 | -1): Choice {
  const next = (element: Element): Element | null =>
    step === 1 ? element.nextElementSibling : element.previousElementSibling;
  for (let box = next(choice.element); box; box = next(box))
    if (!box.matches(UNREAD) && hasText(box)) return choose(box);
  return choice;
}

/** The box round an element, out of a shadow tree too; null round the body. */
function outerOf(element: Element): Element | null {
  if (element === element.ownerDocument.body) return null;
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

const childrenOf = (element: Element): Element[] =>
  [...(element.shadowRoot ?? element).children].filter((child) => !child.matches(UNREAD));

const bySize = (elements: Element[]): Element[] =>
  elements
    .map((element) => ({ element, size: textOf(element).length }))
    .sort((one, other) => other.size - one.size)
    .map(({ element }) => element);

const isInline = (element: Element): boolean =>
  !frameBody(element) &&
  /^(?:inline|contents)$/.test(
    element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '',
  );
