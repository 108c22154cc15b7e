import { lettersOf } from '../../article/characters.ts';
import { likeness } from '../metadata/title.ts';
import { type Block, isProse } from './blocks.ts';
import { namesDate } from './dates.ts';
import type { Rule } from './rule.ts';
import { blockText, shortText } from './text.ts';

const LONGEST_LINE = 160;
/** Letters of a byline or date line that are neither name nor date: "Posted on", a rubric, a role. */
const LONGEST_REST = 40;
/** Blocks at the top among which the page puts lines about the article. */
const TOP = 6;
const SAME = 0.85;
/** So many dates are a programme or times of what happened, not lines about the article. */
const PROGRAMME = 3;
const LONGEST_NAMES = 120;
const BYLINE = /^(?:by|von|par|por|di|door|text|автор)\b:? ?(?=$|[A-ZÀ-Þ])/i;

/** The popup sets title and byline itself: the article's own copies before the text would repeat them. */
export const headLines: Rule = (article, { title, byline, remover, blocks: all }) => {
  const third = all.list().filter(isProse)[2]?.element;
  for (const heading of article.querySelectorAll('h1, h2, h3:has(> a)')) {
    // Further down it heads the part that gives what the title promises.
    const isBelow =
      third && heading.localName !== 'h1' && (third.compareDocumentPosition(heading) & 4) !== 0;
    if (!isBelow && likeness(blockText(heading), title) > SAME)
      remover.remove(heading, 'headline, shown above');
  }
  const blocks = all.list();
  const firstProse = blocks.findIndex(isProse);
  const times = [...article.querySelectorAll('time')].filter((time) => {
    const text = shortText(time, LONGEST_NAMES);
    return text && text === blockText(time.parentElement ?? time);
  });
  const isProgramme =
    times.length > PROGRAMME ||
    blocks.filter((block, at) => at < 2 * TOP && block.kind === 'text' && isDateLine(block))
      .length > PROGRAMME;
  const names = byline ? byline.split(', ') : [];
  for (const [at, block] of blocks.entries()) {
    if (at >= Math.min(Math.max(firstProse, TOP), 2 * TOP)) break;
    if (block.kind === 'loose' || block.kind === 'heading' || block.text.length > LONGEST_LINE)
      continue;
    if (likeness(block.text, title) > SAME) remover.remove(block.element, 'headline, shown above');
    else if (block.kind !== 'text') continue;
    else if (
      isBylineLine(block) ||
      (!isProgramme && (isDateLine(block) || (at < firstProse && isAboutTheArticle(block, names))))
    )
      remover.remove(block.element, 'byline or date, shown above');
    else if (at < firstProse && block.words < 3 && /^[\d.,\s]*$/.test(block.text))
      remover.remove(block.element, 'counter');
  }
  for (const time of times)
    if (!isProgramme && article.contains(time)) remover.remove(time, 'date line, shown above');
  const isNamed = names.some((name) => (article.textContent ?? '').includes(name));
  for (const block of isNamed ? article.querySelectorAll('p, div, span, address, time') : []) {
    const text = shortText(block, LONGEST_NAMES);
    if (text && isBylineOnly(text, names) && !block.querySelector('img, p, div'))
      remover.remove(block, 'byline, shown above');
  }
};

/** A date with a few words about it, and no sentence. */
const isDateLine = ({ text, words, ended }: Block): boolean =>
  words < (ended ? 8 : 18) && !/[.!?]["”’)]* [A-ZÀ-Þ]\S+ \S+ \S+ \S/.test(text) && namesDate(text);

const isBylineLine = ({ text, words, ended }: Block): boolean =>
  words < 8 && !ended && BYLINE.test(text) && !/[a-zà-þ]$/.test(text.slice(0, 1));

const isBylineOnly = (text: string, names: string[]): boolean =>
  names.some((name) => text.includes(name)) &&
  restOf(text, names).replace(/\b(?:by|and|von|und|par|et|por|y)\b|\s/gi, '') === '';

function isAboutTheArticle({ element, text }: Block, names: string[]): boolean {
  const times = [...element.querySelectorAll('time')].map(blockText);
  const known = [...times, ...names].some((part) => part !== '' && text.includes(part));
  return known && restOf(text, [...times, ...names]).length <= LONGEST_REST;
}

/** The letters of a line without the parts that are known. */
const restOf = (text: string, parts: string[]): string =>
  lettersOf(
    parts.reduce((left, part) => left.replace(part, ''), text),
    ' ',
  ).trim();
