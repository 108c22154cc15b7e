import { captions } from './captions.ts';
import { furtherStories } from './further-stories.ts';
import { headLines } from './head-lines.ts';
import { junkLines } from './junk-lines.ts';
import { linkRows } from './link-rows.ts';
import { namedBoxes } from './named-boxes.ts';
import type { Rule } from './rule.ts';
import { tail } from './tail.ts';

/** Every family of rules, in the order in which they run: what is certain first, the ends last. */
export const RULES: Record<string, Rule> = {
  captions,
  'further-stories': furtherStories,
  'named-boxes': namedBoxes,
  'junk-lines': junkLines,
  'head-lines': headLines,
  'link-rows': linkRows,
  tail,
};
