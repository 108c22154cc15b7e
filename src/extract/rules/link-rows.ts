import { lettersOf } from '../../article/characters.ts';
import { type Block, isProse } from './blocks.ts';
import type { Rule } from './rule.ts';
import { blockText } from './text.ts';

const LONGEST_LABEL = 12;
const LONGEST_RUBRIC = 40;

/** Paths, tags, rubrics and ways to other pages, set as rows of links before and after the text. */
export const linkRows: Rule = (article, { remover, blocks: all }) => {
  const blocks = all.list();
  const first = blocks.findIndex((block) => isProse(block) || block.kind === 'loose');
  const last = blocks.findLastIndex((block) => isProse(block) || block.kind === 'loose');
  for (const [at, block] of blocks.entries()) {
    if (at >= first && at <= last) continue;
    if (isRow(block) || (at < first && isRubric(block)))
      remover.remove(block.element, 'row of links');
  }
  let end = article.lastElementChild;
  while (end?.lastElementChild) end = end.lastElementChild;
  if (end?.matches('hr')) end.remove();
};

/** Links with no words between them, after a label at most. */
function isRow({ element }: Block): boolean {
  const links = [...element.querySelectorAll('a')];
  return (
    (links.length > 1 || element.querySelector('[rel~="tag"]') !== null) &&
    bareText(element, links).length <= LONGEST_LABEL
  );
}

const isRubric = ({ kind, text, linked }: Block): boolean =>
  kind !== 'heading' && text.length <= LONGEST_RUBRIC && linked > 0.95;

/** The letters of a block that are in none of its links. */
const bareText = (block: Element, links: Element[]): string =>
  lettersOf(links.reduce((text, link) => text.replace(blockText(link), ''), blockText(block)));
