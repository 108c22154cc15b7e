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
