import type { ArticleRow } from '../../article/article.ts';

/** The name of the site an article is from, as short as it is known. */
export const siteOf = ({ siteName, url }: ArticleRow): string =>
  siteName || new URL(url).hostname.replace(/^www\./, '');
