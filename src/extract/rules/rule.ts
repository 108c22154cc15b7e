import type { Remover } from '../left-out.ts';
import type { Blocks } from './blocks.ts';

/** What a rule may know beside the article itself. */
export interface RuleContext {
  title: string;
  byline: string;
  remover: Remover;
  blocks: Blocks;
}

/** Takes one family of furniture out of the article, naming the reason of each removal. */
export type Rule = (article: Element, context: RuleContext) => void;
