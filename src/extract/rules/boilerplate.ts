import { countWords } from '../../article/reading-time.ts';
import { blocksOf } from './blocks.ts';
import type { Rule } from './rule.ts';

/** The part of a text behind which "About ..." opens the words a company sets under every release. */
const LAST_PART = 0.55;
const LARGEST_SHARE = 0.3;
const ABOUT = /^(?:about|über|à propos de?|sobre|acerca de|informazioni su|o firmie|over) \S/i;
const LONGEST_LABEL = 6;

/** What a company says about itself, and whom to ask, under its releases. */
export const boilerplate: Rule = (article, { remover }) => {
  const blocks = blocksOf(article);
  const total = blocks.reduce((sum, { words }) => sum + words, 0);
  let before = 0;
  const at = blocks.findIndex(({ kind, element, text, words }) => {
    const label = words > LONGEST_LABEL ? boldStart(element, text) : text;
    const isLabel =
      before / total > LAST_PART &&
      countWords(label) <= LONGEST_LABEL &&
      (kind === 'text' || kind === 'heading') &&
      (ABOUT.test(label) || /^(?:press|media|investor|editorial) contacts?\W*$/i.test(label));
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

/** The bold words that open a paragraph as a heading would, or its whole text. */
function boldStart(element: Element, text: string): string {
  const bold = element.firstElementChild?.matches('strong, b') ? element.firstElementChild : null;
  const label = (bold?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return label && text.startsWith(label) ? label : text;
}
