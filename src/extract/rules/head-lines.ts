import { lettersOf } from '../../article/characters.ts';
import { likeness } from '../metadata/title.ts';
import { edgeBlocks } from './edges.ts';
import { blockText, type Rule, shortText } from './rule.ts';

const LONGEST_LINE = 160;
/** Letters of a byline or date line that are neither name nor date: "Posted on", a rubric, a role. */
const LONGEST_REST = 40;

/** The popup sets title and byline itself: the article's own copies before the text would repeat them. */
export const headLines: Rule = (article, { title, byline, remover }) => {
  for (const heading of article.querySelectorAll('h1, h2')) {
    if (likeness(blockText(heading), title) > 0.85)
      remover.remove(heading, 'headline, shown above');
  }
  for (const block of edgeBlocks(article, 'head')) {
    const text = blockText(block);
    if (!text || text.length > LONGEST_LINE || block.matches('h2, h3, h4, h5, h6')) continue;
    if (likeness(text, title) > 0.85) remover.remove(block, 'headline, shown above');
    else if (isAboutTheArticle(block, byline)) remover.remove(block, 'byline or date, shown above');
  }
  for (const block of article.querySelectorAll('p, div, span, address, time')) {
    const text = shortText(block, 120);
    if (!text || block.querySelector('img, p, div')) continue;
    if (block.matches('time') && text === blockText(block.parentElement ?? block))
      remover.remove(block, 'date line, shown above');
    else if (byline && isBylineOnly(text, byline.split(', ')))
      remover.remove(block, 'byline, shown above');
  }
};

const isBylineOnly = (text: string, names: string[]): boolean =>
  names.some((name) => text.includes(name)) &&
  restOf(text, names).replace(/\b(?:by|and|von|und|par|et|por|y)\b|\s/gi, '') === '';

function isAboutTheArticle(block: Element, byline: string): boolean {
  const times = [...block.querySelectorAll('time')].map(blockText);
  const names = byline ? byline.split(', ') : [];
  const text = blockText(block);
  const known = [...times, ...names].some((part) => part !== '' && text.includes(part));
  return known && restOf(text, [...times, ...names]).length <= LONGEST_REST;
}

/** The letters of a line without the parts that are known. */
const restOf = (text: string, parts: string[]): string =>
  lettersOf(
    parts.reduce((left, part) => left.replace(part, ''), text),
    ' ',
  ).trim();
