import type { ArticleDraft } from '../article/article.ts';
import type { ReadFailure, ReadOptions } from '../article/read-failure.ts';
import { countWords, readingMinutes } from '../article/reading-time.ts';
import { done, failed, type Result } from '../article/result.ts';
import { ArticleFinder } from './article-finder.ts';
import { withLeftOut } from './by-hand/left-out.ts';
import { removeHidden } from './by-hand/hidden.ts';
import { containerOf, dropNamed, isKept, unusedOf } from './by-hand/site-rule.ts';
import { selectionOf } from './by-hand/selection.ts';
import { copyPage } from './copy-page.ts';
import { unifyFigures } from './figures.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { figureBelowHeadline, type Lead, takeLeadPicture } from './lead-picture.ts';
import { type Removal, Remover } from './left-out.ts';
import { pageByline } from './metadata/byline.ts';
import { articleData } from './metadata/json-ld.ts';
import { articleDirection, articleLanguage } from './metadata/language.ts';
import { forgetMeta, metaContent, oneLine } from './metadata/meta-tags.ts';
import { publishedTime } from './metadata/published-time.ts';
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
  leftOut: Pick<Removal, 'reason' | 'text'>[];
}

const RULES: Rule[] = [headLines, furniture, linkRows, plainMarkup, tidy];
const NO_LEAD: Lead = { picture: null, caption: '' };
const EXCERPT_LENGTH = 220;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/xml|application\/xml)$/;

/**
 * Reads the article of a live page, which it never changes. `evenIfLarge` reads a page over the size
 * limits, as the person asked; a page nested too deep is never copied. What the person selected is read
 * alone, unless they asked for the `wholePage`.
 */
export function readPage(
  page: Document,
  { evenIfLarge = false, wholePage = false, rule: siteRule }: ReadOptions = {},
): Result<ReadArticle, ReadFailure> {
  if (page.contentType === 'application/pdf') return failed('pdf');
  if (!PAGE_TYPE.test(page.contentType) || !page.body) return failed('not-a-page');
  const shape = measurePage(page.documentElement);
  if (isDeep(shape)) return failed('too-deep');
  if (isLarge(shape) && !evenIfLarge) return failed('too-large');

  forgetMeta(page);
  const url = page.URL.replace(/#(?![!/]).*$/, '');
  const data = articleData(page);
  const site = siteName(page, data, url);
  const title = pageTitle(page, data, site, url);
  const byline = pageByline(page, data, site, title);

  const selection = wholePage ? [] : selectionOf(page);
  const isSelection = selection.length > 0;
  const copy = copyPage(page, selection);
  unfoldLayoutTables(copy);
  // Readability judges by ids, but that of a heading is only made of its words.
  for (const heading of copy.querySelectorAll('h2[id], h3[id], h4[id]'))
    heading.removeAttribute('id');
  const headFigure = figureBelowHeadline(copy, title, page.baseURI);
  const unusedRules = unusedOf(copy, siteRule);
  const pointedOut = isSelection ? copy.body : containerOf(copy, siteRule);
  if (pointedOut) removeHidden(pointedOut);
  const article = pointedOut ?? new ArticleFinder(copy, title).find();
  const failure = pointedOut ? null : notAnArticle(article, page);
  if (failure || !article) return failed(failure ?? 'no-article');

  resolvePictures(article, page.baseURI);
  resolveLinks(article, page.baseURI);
  unifyFigures(article);
  // The pictures of a selection stay where they are, and no other belongs to it.
  const lead = isSelection ? NO_LEAD : takeLeadPicture(article, headFigure, page);
  const context: RuleContext = {
    title,
    byline,
    remover: new Remover((node) => !isKept(node, siteRule)),
  };
  dropNamed(article, siteRule, context.remover);
  for (const rule of RULES) rule(article, context);

  const text = oneLine(article.textContent ?? '');
  const lang = articleLanguage(page, page.body);
  const words = countWords(text);
  const draft: ArticleDraft = {
    url,
    title: title || url,
    byline,
    siteName: site,
    publishedTime: publishedTime(page, data, title, url),
    lang,
    dir: articleDirection(lang, text),
    excerpt: excerptOf(page, text),
    leadPicture: lead.picture,
    leadCaption: lead.caption,
    words,
    minutes: readingMinutes(words),
    ...withLeftOut(article, context.remover.removals, (block) => {
      plainMarkup(block, context);
      tidy(block, context);
    }),
    ...(unusedRules.length > 0 && { unusedRules }),
    ...(isSelection && { part: 'selection' }),
  };
  return done({
    draft,
    leftOut: context.remover.list(),
  });
}

/** What the page says of itself when that is a sentence, else the beginning of the text. */
function excerptOf(page: Document, text: string): string {
  const said = metaContent(page, 'og:description', 'description', 'twitter:description');
  const whole = said.length > 40 ? said : text;
  return whole.length <= EXCERPT_LENGTH
    ? whole
    : `${whole.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…`;
}
