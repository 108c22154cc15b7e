import type { ArticleDraft } from '../article/article.ts';
import type { ReadFailure } from '../article/read-failure.ts';
import { countWords, readingMinutes } from '../article/reading-time.ts';
import { done, failed, type Result } from '../article/result.ts';
import { ArticleFinder } from './article-finder.ts';
import { hasMoreElsewhere } from './copy-flat.ts';
import { copyPage, copyPageFlat } from './copy-page.ts';
import { unifyFigures } from './figures.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { figureBelowHeadline, takeLeadPicture } from './lead-picture.ts';
import { type LeftOut, Remover } from './left-out.ts';
import { articleAddress } from './metadata/address.ts';
import { pageByline } from './metadata/byline.ts';
import { articleData } from './metadata/json-ld.ts';
import { articleDirection, articleLanguage } from './metadata/language.ts';
import { forgetMeta, metaContent, oneLine } from './metadata/meta-tags.ts';
import { publishedTime } from './metadata/published-time.ts';
import { findStory } from './metadata/story-scope.ts';
import { siteName } from './metadata/site-name.ts';
import { pageTitle } from './metadata/title.ts';
import { resolveLinks } from './links.ts';
import { notAnArticle } from './not-an-article.ts';
import { isDeep, isLarge, measurePage } from './page-shape.ts';
import { resolvePictures } from './pictures.ts';
import { furniture } from './rules/furniture.ts';
import { headLines } from './rules/head-lines.ts';
import { linkRows } from './rules/link-rows.ts';
import { plainMarkup } from './rules/plain-markup.ts';
import type { Rule, RuleContext } from './rules/rule.ts';
import { tidy } from './rules/tidy.ts';

export interface ReadArticle {
  draft: ArticleDraft;
  leftOut: LeftOut[];
}

const RULES: Rule[] = [headLines, furniture, linkRows, plainMarkup, tidy];
const EXCERPT_LENGTH = 220;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/xml|application\/xml)$/;

/**
 * Reads the article of a live page, which it never changes. `evenIfLarge` reads a page over the size
 * limits, as the person asked; a page nested too deep is never copied.
 */
export function readPage(
  page: Document,
  { evenIfLarge = false }: { evenIfLarge?: boolean } = {},
): Result<ReadArticle, ReadFailure> {
  if (page.contentType === 'application/pdf') return failed('pdf');
  if (!PAGE_TYPE.test(page.contentType) || !page.body) return failed('not-a-page');
  const shape = measurePage(page.documentElement);
  if (isDeep(shape)) return failed('too-deep');
  if (isLarge(shape) && !evenIfLarge) return failed('too-large');

  forgetMeta(page);
  const url = articleAddress(page);
  const data = articleData(page);
  const site = siteName(page, data, url);
  const title = pageTitle(page, data, site, url);
  const story = findStory(page, title);
  const byline = pageByline(page, data, site, story, url);
  const lang = articleLanguage(page, page.body);

  let { article, headFigure } = findIn(copyPage(page), title, page.baseURI);
  if (hasMoreElsewhere(page, article?.textContent?.length ?? 0))
    ({ article, headFigure } = findIn(copyPageFlat(page), title, page.baseURI));
  const failure = notAnArticle(article, page);
  if (failure || !article) return failed(failure ?? 'no-article');

  resolvePictures(article, page.baseURI);
  resolveLinks(article, page.baseURI);
  unifyFigures(article);
  const lead = takeLeadPicture(article, headFigure, page, data);
  const context: RuleContext = { title, byline, remover: new Remover() };
  for (const rule of RULES) rule(article, context);

  const text = oneLine(article.textContent ?? '');
  const words = countWords(text);
  const draft: ArticleDraft = {
    url,
    title: title || url,
    byline,
    siteName: site,
    publishedTime: publishedTime(page, data, story, url, lang),
    lang,
    dir: articleDirection(lang, text),
    excerpt: excerptOf(page, text),
    leadPicture: lead.picture,
    leadCaption: lead.caption,
    words,
    minutes: readingMinutes(words),
    html: article.innerHTML,
  };
  return done({ draft, leftOut: context.remover.list });
}

/** The element that holds the text, and the picture that stands above it. Changes the copy. */
function findIn(copy: Document, title: string, baseUrl: string) {
  unfoldLayoutTables(copy);
  // Readability judges by ids, but that of a heading is only made of its words.
  for (const heading of copy.querySelectorAll('h2[id], h3[id], h4[id]'))
    heading.removeAttribute('id');
  const headFigure = figureBelowHeadline(copy, title, baseUrl);
  return { headFigure, article: new ArticleFinder(copy, title).find() };
}

/** What the page says of itself when that is a sentence, else the beginning of the text. */
function excerptOf(page: Document, text: string): string {
  const said = metaContent(page, 'og:description', 'description', 'twitter:description');
  const whole = said.length > 40 ? said : text;
  return whole.length <= EXCERPT_LENGTH
    ? whole
    : `${whole.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…`;
}
