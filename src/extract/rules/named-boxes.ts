import { countWordsOfLine } from '../../article/reading-time.ts';
import { familyOf, type NameFamily } from './names.ts';
import type { Rule } from './rule.ts';
import { blockText, linkedLength } from './text.ts';

interface Limits {
  /** Words a box of this name has at most. */
  words: number;
  /** Words of its paragraphs without links at most. */
  prose: number;
  /** Share of its text in links at least, unless it is as short as a label. */
  linked?: number;
}

/** A name alone proves little: how much a box may hold before its name is not believed. */
const LIMITS: Record<NameFamily, Limits> = {
  'related stories': { words: 400, prose: 120, linked: 0.35 },
  'newsletter box': { words: 120, prose: 90 },
  'share buttons': { words: 40, prose: 0 },
  comments: { words: 100_000, prose: 100_000 },
  'byline or date, shown above': { words: 50, prose: 0 },
  'author biography': { words: 160, prose: 160 },
  advertisement: { words: 60, prose: 25 },
  navigation: { words: 300, prose: 20 },
  'text for screen readers': { words: 30, prose: 30 },
  counter: { words: 8, prose: 0 },
};
const LABEL = 25;
/** A named box with more of the article's text than this is the article itself. */
const LARGEST_SHARE = 0.35;
const WORDS_OF_PROSE = 12;

/** Boxes that their class or id names as furniture, and that hold no more than such a box would. */
export const namedBoxes: Rule = (article, { remover }) => {
  const whole = (article.textContent ?? '').length || 1;
  for (const box of article.querySelectorAll('[class], [id]')) {
    const family = familyOf(box);
    if (!family || !article.contains(box)) continue;
    if (
      /^(?:H[1-6]|TD|TR|TH|TABLE|TBODY|IMG|BLOCKQUOTE|CODE|PRE)$/.test(box.tagName) ||
      box.closest('pre, code, h1, h2, h3, h4, h5, h6')
    )
      continue;
    const length = (box.textContent ?? '').length;
    if (length === 0 || length / whole > LARGEST_SHARE) continue;
    if (fits(box, family)) remover.remove(box, family);
  }
  for (const box of article.querySelectorAll('form, nav, [role="navigation"]'))
    if ((box.textContent ?? '').length / whole < LARGEST_SHARE)
      remover.remove(box, box.matches('form') ? 'form' : 'navigation');
};

function fits(box: Element, family: NameFamily): boolean {
  const limits = LIMITS[family];
  const text = blockText(box);
  const words = countWordsOfLine(text);
  if (words > limits.words) return false;
  // An inline element in a sentence is words of the story, and a heading that links to itself one of its headings.
  if (box.matches('p a, li a, a[href^="#"]')) return false;
  if (isInline(box) && words > LABEL && !limits.linked) return false;
  if (
    limits.linked &&
    words > LABEL &&
    !box.matches('a') &&
    linkedLength(box) / text.length < limits.linked
  )
    return false;
  if (isInline(box) && [...box.querySelectorAll('*')].some((inner) => familyOf(inner) === family))
    return false;
  return words <= limits.prose || proseOf(box) <= limits.prose;
}

const isInline = (box: Element): boolean => /^(?:SPAN|A|EM|STRONG|B|I)$/.test(box.tagName);

function proseOf(box: Element): number {
  let sum = 0;
  for (const part of box.matches('p') ? [box] : box.querySelectorAll('p, li, dd')) {
    const text = blockText(part);
    const words = countWordsOfLine(text);
    if (words >= WORDS_OF_PROSE && linkedLength(part) < text.length / 2) sum += words;
  }
  return sum;
}
