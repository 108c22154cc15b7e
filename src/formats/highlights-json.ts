import type { ListedHighlight } from '../article/highlight.ts';
import { highlightAsJson } from './out/json.ts';

/** Highlights as JSON, those of an article together, as in the JSON of articles. */
export function highlightsAsJson(highlights: readonly ListedHighlight[], now: number): string {
  const articles: { url: string; title: string; siteName: string; highlights: object[] }[] = [];
  let article = '';
  for (const one of highlights) {
    const { title, siteName, url } = one;
    if (one.article !== article) articles.push({ url, title, siteName, highlights: [] });
    article = one.article;
    articles.at(-1)!.highlights.push(highlightAsJson(one));
  }
  const exported = new Date(now).toISOString();
  return `${JSON.stringify({ format: 'lectern-highlights', version: 1, exported, articles }, null, 2)}\n`;
}
