import type { ReadFailure } from '../article/read-failure.ts';
import { countWords } from '../article/reading-time.ts';

const FEWEST_WORDS = 25;
const LINKS_OF_A_LIST = 0.55;

/** Why the text that was found is no article, or null when it is one. */
export function notAnArticle(article: Element | null, page: Document): ReadFailure | null {
  const links = [...page.querySelectorAll('a')].filter(
    (link) => (link.textContent ?? '').trim().length > 15,
  );
  if (!article) return links.length > 15 ? 'list-page' : 'no-article';
  const text = article.textContent ?? '';
  if (countWords(text) < FEWEST_WORDS) return links.length > 15 ? 'list-page' : 'no-article';
  const linked = [...article.querySelectorAll('a')].reduce(
    (sum, link) => sum + (link.textContent ?? '').length,
    0,
  );
  return linked / text.length > LINKS_OF_A_LIST ? 'list-page' : null;
}
