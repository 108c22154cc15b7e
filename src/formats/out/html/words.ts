import type { Exported } from '../exported.ts';

/** Of one article: more would make the list slow to open. */
const MOST = 60_000;

/** The words that an article is found by: each once, in small letters without accents. */
export function wordsOf({ article, highlights }: Exported, text: string): string {
  const { title, byline, siteName, tags } = article;
  const all = [title, byline, siteName, ...tags, ...highlights.map(({ note }) => note), text].join(
    ' ',
  );
  const folded = all
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const words = new Set(folded.match(/[\p{L}\p{N}]+/gu));
  return ` ${[...words].join(' ')}`.slice(0, MOST);
}
