import { likeness } from '../metadata/title.ts';
import { blockText, type Rule } from './rule.ts';

/** The popup sets title and byline itself: the article's own copies before the text would repeat them. */
export const headLines: Rule = (article, { title, byline, remover }) => {
  for (const heading of article.querySelectorAll('h1, h2')) {
    if (likeness(blockText(heading), title) > 0.85)
      remover.remove(heading, 'headline, shown above');
  }
  for (const block of article.querySelectorAll('p, div, span, address, time')) {
    const text = blockText(block);
    if (!text || text.length > 120 || block.querySelector('img, p, div')) continue;
    if (block.nodeName === 'TIME' && text === blockText(block.parentElement ?? block)) {
      remover.remove(block, 'date line, shown above');
    } else if (byline && isBylineOnly(text, byline)) {
      remover.remove(block, 'byline, shown above');
    }
  }
};

function isBylineOnly(text: string, byline: string): boolean {
  const rest = byline.split(', ').reduce((left, name) => left.replace(name, ''), text);
  return (
    rest.length < text.length &&
    rest.replace(/\b(?:by|and|von|und|par|et|por|y)\b|[\s,|•·—–:-]/gi, '') === ''
  );
}
