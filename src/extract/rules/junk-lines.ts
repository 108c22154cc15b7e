import { type Block, isProse } from './blocks.ts';
import { namesDate } from './dates.ts';
import { labelReason, opening } from './phrases.ts';
import type { Rule } from './rule.ts';

const WORDS_OF_LINE = 45;
const WORDS_OF_SHORT_LINE = 12;
const WORDS_OF_AGENCY = 6;
const LINKED = 0.3;
const ALL_LINKED = 0.8;
const MOSTLY_LINKED = 0.35;
const COUNTER =
  /^(?:image |photo |slide |bild |foto )?\d+ ?(?:of|\/|von|de|из) ?\d+$|^\/ ?\d+$|^\d+ (?:comments?|shares?|views?|min(?:ute)? read)$/i;
const LONGEST_COUNTER = 24;
const SIGN_UP =
  /(?:^|[.!?] )(?:sign up|subscribe)\b.{0,40}\bnewsletter|\bdownload\b.{0,40}\bapp\b|\bto (?:view|read|continue|keep)\b.{0,40}\b(?:subscribe|sign in|log in|register)\b/i;
/** Letters of who wrote it, and the agency it is from. */
const AGENCY =
  /^[([]?[\w/ .-]{0,20}\b(?:AFP|AP|Reuters|dpa|PAP|ANSA|EFE|APA|SID|sda|TASS|Belga|ANP|TT|NTB|Lusa)\b[\w/ .-]{0,20}[)\]]?$/;
const COMMISSION = /\b(?:earn|receive) (?:an? )?(?:small )?(?:affiliate )?commission/i;
/** What may be a label, but for words in a sentence. */
const LABELS =
  ':is(span, a, strong, label, button, small, figure p, figure div):not(:is(p, li, blockquote, h2, h3, h4, td, pre, code, figcaption) *)';

/** Lines whose words say that they belong to the page, with the links a label announces. */
export const junkLines: Rule = (article, { remover, blocks: all }) => {
  const blocks = all.list();
  for (const [at, block] of blocks.entries()) {
    const reason = reasonOf(block);
    if (!reason || !article.contains(block.element)) continue;
    remover.remove(block.element, reason);
    if (block.words >= WORDS_OF_SHORT_LINE || block.linked > LINKED) continue;
    for (const next of blocks.slice(at + 1)) {
      if (
        next.linked < (next.kind === 'list' ? MOSTLY_LINKED : ALL_LINKED) ||
        next.kind === 'loose' ||
        !article.contains(next.element)
      )
        break;
      remover.remove(next.element, reason);
    }
  }
  for (const label of article.querySelectorAll(LABELS)) {
    const reason = labelReason(label.textContent ?? '');
    if (reason) remover.remove(label, reason);
  }
};

function reasonOf(block: Block): string | undefined {
  const { kind, text, words, linked } = block;
  if (kind !== 'text' && kind !== 'heading') return undefined;
  if (words > WORDS_OF_LINE || block.element.closest('td, th, pre')) return undefined;
  if (text.length <= LONGEST_COUNTER && COUNTER.test(text)) return 'counter';
  const label = labelReason(text);
  if (label) return label;
  if (words < WORDS_OF_AGENCY && /[/(]/.test(text) && AGENCY.test(text))
    return 'credits of the report';
  if (SIGN_UP.test(text)) return 'newsletter box';
  if (COMMISSION.test(text)) return 'legal';
  const begins = opening(text);
  if (!begins) return undefined;
  // A sentence may begin as such a line does.
  if (begins.reason.startsWith('byline') && !namesDate(text.slice(0, 60))) return undefined;
  if (begins.sure)
    return kind === 'text' || words < WORDS_OF_SHORT_LINE ? begins.reason : undefined;
  return kind === 'text' && linked > ALL_LINKED && !isProse(block) ? begins.reason : undefined;
}
