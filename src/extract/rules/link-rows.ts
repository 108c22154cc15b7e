import { lettersOf } from '../../article/characters.ts';
import { edgeBlocks } from './edges.ts';
import { blockText, type Rule } from './rule.ts';

const LONGEST_LABEL = 12;
const LONGEST_RUBRIC = 40;

/** Paths, tags, rubrics and ways to other pages, set as rows of links before and after the text. */
export const linkRows: Rule = (article, { remover }) => {
  for (const block of edgeBlocks(article, 'head')) {
    if (isRow(block) || isRubric(block)) remover.remove(block, 'row of links');
  }
  for (const block of edgeBlocks(article, 'tail')) {
    if (isRow(block)) remover.remove(block, 'row of links');
    else if (block.matches('hr')) block.remove();
  }
};

/** Links with no words between them, after a label at most. */
function isRow(block: Element): boolean {
  const links = [...block.querySelectorAll('a')];
  return (
    (links.length > 1 || block.querySelector('[rel~="tag"]') !== null) &&
    bareText(block, links).length <= LONGEST_LABEL
  );
}

const isRubric = (block: Element): boolean => {
  const links = [...block.querySelectorAll('a')];
  return (
    links.length === 1 &&
    !block.matches('h1, h2, h3, h4, h5, h6') &&
    blockText(block).length <= LONGEST_RUBRIC &&
    bareText(block, links) === ''
  );
};

/** The letters of a block that are in none of its links. */
const bareText = (block: Element, links: Element[]): string =>
  lettersOf(links.reduce((text, link) => text.replace(blockText(link), ''), blockText(block)));
