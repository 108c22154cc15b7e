import { firstFitting } from '../../place/blocks.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** The headings of the text that say something. */
export function headingsIn(article: Element): HTMLElement[] {
  const text = article.querySelector('.article-text');
  const all = text?.querySelectorAll<HTMLElement>(HEADINGS) ?? [];
  return [...all].filter((heading) => wordsOf(heading) && !heading.closest('table, figure'));
}

export const wordsOf = (heading: Element): string =>
  (heading.textContent ?? '').replace(/\s+/g, ' ').trim();

export const levelOf = (heading: Element): number => Number(heading.localName[1]);

/** Of the window: a heading above this is read already. */
const UPPER_PART = 0.3;

/** The heading whose section is being read, by its index; -1 before the first. */
export function currentOf(headings: readonly HTMLElement[]): number {
  const line = innerHeight * UPPER_PART;
  const isBelow = (at: number): boolean => headings[at]!.getBoundingClientRect().top > line;
  return firstFitting(headings.length, isBelow) - 1;
}
