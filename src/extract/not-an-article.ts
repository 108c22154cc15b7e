import type { ReadFailure } from '../article/read-failure.ts';
import { countWords } from '../article/reading-time.ts';
import { linkedLength } from './rules/text.ts';

const FEWEST_WORDS = 12;
/** Characters in which so few words have room, with the white space of markup between them. */
const LONGEST_NO_ARTICLE = 1_000;
const LINKS_OF_A_LIST = 0.55;

/** Why the text that was found is no article, or null when it is one. */
export function notAnArticle(article: Element | null, page: Document): ReadFailure | null {
  const text = article?.textContent ?? '';
  if (!article || countWords(text.trim().slice(0, LONGEST_NO_ARTICLE)) < FEWEST_WORDS)
    return hasManyLinks(page) ? 'list-page' : 'no-article';
  return linkedLength(article) / text.length > LINKS_OF_A_LIST ? 'list-page' : null;
}

/** More links with a headline's length of words than the menus of a page have. */
const hasManyLinks = (page: Document): boolean =>
  [...page.querySelectorAll('a')].filter((link) => (link.textContent ?? '').trim().length > 15)
    .length > 15;
