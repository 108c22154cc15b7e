import { blocksOf } from './blocks.ts';
import type { Rule } from './rule.ts';

/** The part of a text behind which "About ..." opens the words a company sets under every release. */
const LAST_PART = 0.55;
const LARGEST_SHARE = 0.4;
const ABOUT = /^(?:about|über|à propos de?|sobre|acerca de|informazioni su|o firmie|over) \S/i;
const LONGEST_LABEL = 6;

/** What a company says about itself, and whom to ask, under its releases. */
export const boilerplate: Rule = (article, { remover }) => {
  const blocks = blocksOf(article);
  const total = blocks.reduce((sum, { words }) => sum + words, 0);
  let before = 0;
  const at = blocks.findIndex(({ kind, text, words }) => {
    const isLabel =
      before / total > LAST_PART &&
      words <= LONGEST_LABEL &&
      (kind === 'text' || kind === 'heading') &&
      (ABOUT.test(text) || /^(?:press|media|investor|editorial) contacts?\W*$/i.test(text));
    before += words;
    return isLabel;
  });
  if (at < 1) return;
  const rest = blocks.slice(at);
  if (rest.reduce((sum, { words }) => sum + words, 0) / total > LARGEST_SHARE) return;
  // A question answered in a part of its own is of the story: company boilerplate has no parts.
  if (rest.slice(1).filter(({ kind, text }) => kind === 'heading' && !ABOUT.test(text)).length > 1)
    return;
  for (const { kind, element } of rest)
    if (kind !== 'loose' && article.contains(element))
      remover.remove(element, 'company boilerplate');
};
