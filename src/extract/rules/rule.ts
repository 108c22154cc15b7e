import type { Remover } from '../left-out.ts';

/** What a rule may know beside the article itself. */
export interface RuleContext {
  title: string;
  byline: string;
  remover: Remover;
}

/** Takes one family of furniture out of the article, naming the reason of each removal. */
export type Rule = (article: Element, context: RuleContext) => void;

/** The text of a block on one line. */
export const blockText = (element: Element): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Characters of a block's text that are in its links, white space as it comes. */
export function linkedLength(element: Element): number {
  let sum = 0;
  for (const link of element.getElementsByTagName('a')) sum += (link.textContent ?? '').length;
  return sum;
}

/** The text of a block if it has so many characters at most, else empty: long ones are not evened out. */
export function shortText(element: Element, longest: number): string {
  const raw = element.textContent ?? '';
  // Markup between words can be many times as long as they are.
  if (raw.length > longest * 8) return '';
  const text = raw.replace(/\s+/g, ' ').trim();
  return text.length <= longest ? text : '';
}
