import { blocksIn, nameOf } from './blocks.ts';

const RUN_IN = 24;

/** The beginning of the block that stands first below the bar; empty at the top of the page. */
export function wordsAtTop(): string {
  const text = document.querySelector('main .article-text');
  if (!text || scrollY === 0) return '';
  const top = document.querySelector('[data-reader-bar]')?.getBoundingClientRect().bottom ?? 0;
  const first = blocksIn(text).find(
    (block) => block.getBoundingClientRect().bottom > top + RUN_IN && nameOf(block) !== '',
  );
  return first ? nameOf(first) : '';
}

/** The block of the article that begins with these words. */
export function blockSaying(words: string): Element | null {
  const text = document.querySelector('main .article-text');
  if (!text || !words) return null;
  return blocksIn(text).find((block) => nameOf(block) === words) ?? null;
}
