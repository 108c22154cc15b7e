import { type Block, isProse } from './blocks.ts';
import { namesDate } from './dates.ts';
import { labelReason, opening } from './phrases.ts';
import type { Rule } from './rule.ts';

const WORDS_OF_NOTE = 75;
const WORDS_OF_COMPANY = 140;
const COMPANY =
  /^[A-ZÀ-Þ][^.]{1,40} (?:is|are) (?:an?|the) (?:[\w-]+ ){0,5}(?:provider|company|manufacturer|supplier|leader|firm|developer|distributor)\b|^[A-ZÀ-Þ][^.]{1,40} is headquartered in\b/;
const LINKED = 0.6;
/** A link with a line about where it leads: so many in a row at the end are other stories. */
const TEASERS = 3;
const WORDS_OF_TEASER = 30;
const ROLE =
  /\b(?:is|was) (?:an?|the) (?:[\w'’-]+ ){0,5}(?:reporter|writer|journalist|editor|contributor|correspondent|columnist|freelancer?|producer|author|blogger|founder|fellow|consultant)\b/i;
const CONTACT =
  /\bfollow (?:him|her|them|us|me)\b|\bon (?:twitter|facebook|instagram)\b|@\w+ on\b|\b(?:reach(?:ed)?|contact|e-?mail|write to) .{0,40}@|\bcontributed to this (?:report|story|article)|\bcontributed reporting|\bnewsletter\b|\ball rights reserved\b|first appeared on|(?:was|is) adapted from|기자 \S+@|follow .{0,30}coverage/i;

/** What a page puts below the last paragraph: links, headings without text, notes on the author. */
export const tail: Rule = (article, { byline, remover, blocks: all }) => {
  const blocks = all.list();
  const names = byline ? byline.split(', ') : [];
  const note = noteOnAuthor(blocks, names);
  for (const { kind, element } of blocks.splice(note))
    if (kind !== 'loose' && article.contains(element)) remover.remove(element, 'author biography');
  const enough = Math.max(2, blocks.length * 0.3);
  while (blocks.length > enough) {
    const reason = reasonAtEnd(blocks, names);
    if (!reason) break;
    remover.remove(blocks.pop()!.element, reason);
  }
};

function reasonAtEnd(blocks: Block[], names: string[]): string | undefined {
  const last = blocks.at(-1)!;
  const { kind, text, words, linked } = last;
  if (kind === 'heading' && words < 14) return 'heading without text';
  if (kind === 'list' && linked > LINKED) return 'row of links';
  if (kind !== 'text') return undefined;
  if (linked > LINKED && words < WORDS_OF_NOTE && !(last.ended && linked < 0.9))
    return 'row of links';
  if (words < WORDS_OF_NOTE) {
    // Who wrote it does not tell of themselves by their name.
    if (ROLE.test(text) || names.some((name) => text.startsWith(`${name} `)))
      return 'author biography';
    if (CONTACT.test(text)) return 'note at the end';
    const begins = opening(text);
    if (begins && (begins.sure || linked > 0.3)) return begins.reason;
    if (labelReason(text)) return labelReason(text);
  }
  if (words < WORDS_OF_COMPANY && COMPANY.test(text)) return 'company boilerplate';
  if (words < 14 && !last.ended && namesDate(text)) return 'byline or date, shown above';
  if (isTeaser(blocks)) return 'related stories';
  return undefined;
}

/** Whether the last blocks are links and lines about them in turn. */
function isTeaser(blocks: Block[]): boolean {
  let links = 0;
  for (let at = blocks.length - 1; at >= 0 && links < TEASERS; at--) {
    const { kind, words, linked } = blocks[at]!;
    if (linked > LINKED) links++;
    else if (kind === 'loose' || words > WORDS_OF_TEASER || (blocks[at - 1]?.linked ?? 0) <= LINKED)
      return false;
  }
  return links >= TEASERS && !isProse(blocks.at(-2)!);
}

/** Where a line with the author's name alone opens a short note at the end. */
function noteOnAuthor(blocks: Block[], names: string[]): number {
  let words = 0;
  for (let at = blocks.length - 1; at > blocks.length / 2; at--) {
    const block = blocks[at]!;
    words += block.words;
    if (words > WORDS_OF_NOTE) break;
    if (names.includes(block.text)) return at;
  }
  return blocks.length;
}
