import { countWords } from '../../article/reading-time.ts';
import { linkedLength } from '../rules/rule.ts';

/** A box of the page that may be the article, with what speaks for it. */
export interface Candidate {
  element: Element;
  reason: string;
  /** Words in its paragraphs and lists that are no links. */
  prose: number;
}

/** What pages call their article, the surest first. */
const MARKS: [reason: string, selector: string][] = [
  ['marked as the body of the article', '[itemprop~="articleBody"]'],
  ['an article element', 'article'],
  ['the main part of the page', 'main, [role="main"], #main, #content'],
  [
    'named as the text',
    '.entry-content, .post-content, .article-content, .article-body, .post-body, .story-body',
  ],
];
const FURNITURE =
  'nav, aside, footer, header, form, dialog, [role="dialog"], [id^="comment"], [class*="comment"]';
const PARTS = 'p, li, blockquote, dd, td, h2, h3';
const FEWEST_WORDS = 80;
const LARGEST_LINKED = 0.35;
/** A box with as many articles is a list of them. */
const STORIES = 3;

/** The boxes that the page itself marks as its article or main part and that hold enough text. */
export function candidatesOf(page: Document, paragraph: Element | null): Candidate[] {
  const found = new Map<Element, string>();
  for (const [reason, selector] of MARKS) {
    for (const element of page.querySelectorAll(selector))
      if (!found.has(element) && !element.closest('nav, aside, footer')) found.set(element, reason);
  }
  for (let box = paragraph?.parentElement; box && box !== page.body; box = box.parentElement)
    if (!found.has(box)) found.set(box, 'round the text that was found');
  const long = [...found].filter(
    ([element]) => (element.textContent ?? '').length > FEWEST_WORDS * 3,
  );
  return long
    .filter(([element]) => element.getElementsByTagName('article').length < STORIES)
    .map(([element, reason]) => ({ element, reason, prose: proseOf(element) }))
    .filter(({ element, prose }) => prose >= FEWEST_WORDS && isText(element));
}

/** Words of the parts of a box that are long enough to be read and not links. */
export function proseOf(box: Element): number {
  let words = 0;
  for (const part of box.querySelectorAll(PARTS)) {
    if (part.querySelector('p, li') || part.closest(FURNITURE)) continue;
    const text = part.textContent ?? '';
    const count = countWords(text);
    if (count >= 8 && linkedLength(part) < text.length / 2) words += count;
  }
  return words;
}

const isText = (element: Element): boolean =>
  linkedLength(element) < (element.textContent ?? '').length * LARGEST_LINKED;
