import type { ArticleDraft, CutShort, LeftOut } from './article.ts';
import { readingMinutes } from './reading-time.ts';

/** Where an article goes on, as its page says. Addresses are of the page's own origin. */
export interface PagesAhead {
  /** The page to be read next. */
  next: string;
  /** All of it on one page, where the site offers that; else empty. */
  whole: string;
  /** Pages that are still to come; 0 when the page does not say. */
  count: number;
  /** The person opened a later page: `next` is the first, and reading begins anew there. */
  fromStart?: true;
}

/** What is not in an article that was read from its tab. */
export interface Rest {
  /** Where it goes on. */
  ahead: PagesAhead | null;
  /** The site's rule for the next page, when it found nothing. */
  unusedRule: string;
  cutShort: CutShort | null;
}

/** Why a page of an article is missing. Each has a sentence in `screens/rest/words.ts`. */
export type PageFailure = 'no-answer' | 'refused' | 'too-large' | 'no-article' | 'tab-gone';

/** A later page without what stood on the pages before it. */
export interface LaterPage {
  draft: ArticleDraft;
  /** Names its blocks, so that later pages need not repeat them. See `extract/pages/repeated`. */
  blocks: string[];
}

/** So many pages are fetched at most. */
export const MOST_PAGES = 30;

/** The article with a later page after what it has. */
export function withPage(article: ArticleDraft, { draft: page }: LaterPage): ArticleDraft {
  const { ahead: _ahead, cutShort: _cutShort, ...facts } = article;
  const words = article.words + page.words;
  return {
    ...facts,
    byline: article.byline || page.byline,
    publishedTime: article.publishedTime || page.publishedTime,
    html: article.html + page.html,
    leftOut: [...(article.leftOut ?? []), ...leftOutAfter(article, page)],
    words,
    minutes: readingMinutes(words),
    pages: (article.pages ?? 1) + 1,
    ...(page.ahead && { ahead: page.ahead }),
    ...(page.cutShort && { cutShort: page.cutShort }),
  };
}

/** What a later page left out, at its place in the whole; what every page leaves out is listed once. */
function leftOutAfter({ html, leftOut = [] }: ArticleDraft, page: ArticleDraft): LeftOut[] {
  const known = new Set(leftOut.map(({ reason, text }) => `${reason}:${text}`));
  return (page.leftOut ?? [])
    .filter(({ reason, text }) => !known.has(`${reason}:${text}`))
    .map((block) => ({ ...block, place: block.place + html.length }));
}
