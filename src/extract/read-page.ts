import type { ArticleDraft } from '../article/article.ts';
import type { ReadFailure } from '../article/read-failure.ts';
import { countWords, readingMinutes } from '../article/reading-time.ts';
import { done, failed, type Result } from '../article/result.ts';
import { ArticleFinder } from './article-finder.ts';
import { widerContainer } from './container/choose.ts';
import { copyPage } from './copy-page.ts';
import { unifyFigures } from './figures.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { figureBelowHeadline, takeLeadPicture } from './lead-picture.ts';
import { type LeftOut, Remover } from './left-out.ts';
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
import { plainMarkup } from './rules/plain-markup.ts';
import type { RuleContext } from './rules/rule.ts';
import { setCaptions } from './rules/captions.ts';
import { RULES } from './rules/rules.ts';
import { tidy } from './rules/tidy.ts';

/** What `without` may switch off. */
export const SWITCHES = ['container', ...Object.keys(RULES)];

export interface ReadArticle {
  draft: ArticleDraft;
  leftOut: LeftOut[];
}

const EXCERPT_LENGTH = 220;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/xml|application\/xml)$/;

/**
 * Reads the article of a live page, which it never changes. `evenIfLarge` reads a page over the size
 * limits, as the person asked; a page nested too deep is never copied. `without` switches rules off,
 * for the measurement of what each earns.
 */
export function readPage(
  page: Document,
  { evenIfLarge = false, without = [] }: { evenIfLarge?: boolean; without?: string[] } = {},
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

  const copy = copyPage(page);
  unfoldLayoutTables(copy);
  setCaptions(copy);
  // Readability judges by ids, but that of a heading is only made of its words.
  for (const heading of copy.querySelectorAll('h2[id], h3[id], h4[id]'))
    heading.removeAttribute('id');
  const headFigure = figureBelowHeadline(copy, title, page.baseURI);
  const found = new ArticleFinder(copy, title).find();
  const wider = without.includes('container') ? null : widerContainer(found, page, copy);
  const article = wider ?? found;
  const failure = notAnArticle(article, page);
  if (failure || !article) return failed(failure ?? 'no-article');

  resolvePictures(article, page.baseURI);
  resolveLinks(article, page.baseURI);
  unifyFigures(article);
  const context: RuleContext = { title, byline, remover: new Remover() };
  for (const [name, rule] of Object.entries(RULES)) {
    if (!without.includes(name)) rule(article, context);
  }
  const lead = takeLeadPicture(article, headFigure, page);
  plainMarkup(article, context);
  tidy(article, context);

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
    html: article.innerHTML,
  };
  return done({ draft, leftOut: context.remover.list });
}

/** What the page says of itself when that is a sentence, else the beginning of the text. */
function excerptOf(page: Document, text: string): string {
  const said = metaContent(page, 'og:description', 'description', 'twitter:description');
  const whole = said.length > 40 ? said : text;
  return whole.length <= EXCERPT_LENGTH
    ? whole
    : `${whole.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…`;
}
