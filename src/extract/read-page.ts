import type { ArticleDraft, Part } from '../article/article.ts';
import type { ReadFailure, ReadOptions } from '../article/read-failure.ts';
import { countWords, readingMinutes } from '../article/reading-time.ts';
import { done, failed, type Result } from '../article/result.ts';
import { removeHidden } from './by-hand/hidden.ts';
import { withLeftOut } from './by-hand/left-out.ts';
import { selectionOf } from './by-hand/selection.ts';
import { dropNamed, isKept } from './by-hand/site-rule.ts';
import { hasMoreElsewhere } from './copy-flat.ts';
import { copyPage, copyPageFlat } from './copy-page.ts';
import { unifyFigures } from './figures.ts';
import { findArticle } from './find-article.ts';
import { type Lead, takeLeadPicture } from './lead-picture.ts';
import { type Removal, Remover } from './left-out.ts';
import { resolveLinks } from './links.ts';
import { articleAddress } from './metadata/address.ts';
import { pageByline } from './metadata/byline.ts';
import { articleData } from './metadata/json-ld.ts';
import { articleDirection, articleLanguage } from './metadata/language.ts';
import { forgetMeta, metaContent, oneLine } from './metadata/meta-tags.ts';
import { publishedTime } from './metadata/published-time.ts';
import { siteName } from './metadata/site-name.ts';
import { findStory } from './metadata/story-scope.ts';
import { pageTitle } from './metadata/title.ts';
import { notAnArticle } from './not-an-article.ts';
import { isDeep, isLarge, isLong, measurePage } from './page-shape.ts';
import { resolvePictures } from './pictures.ts';
import { Blocks } from './rules/blocks.ts';
import { plainMarkup } from './rules/plain-markup.ts';
import type { RuleContext } from './rules/rule.ts';
import { RULES } from './rules/rules.ts';
import { tidy } from './rules/tidy.ts';

/**
 * What `without` may switch off.
 * @public `measure ablate` asks for it in the page.
 */
export const SWITCHES = ['container', ...Object.keys(RULES)];

export interface ReadArticle {
  draft: ArticleDraft;
  leftOut: Pick<Removal, 'reason' | 'text'>[];
}

const NO_LEAD: Lead = { picture: null, caption: '' };
const EXCERPT_LENGTH = 220;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml|text\/xml|application\/xml)$/;

/**
 * Reads the article of a live page, which it never changes. `evenIfLarge` reads a page over the size
 * limits, as the person asked; a page nested too deep is never copied. What the person selected is read
 * alone, unless they asked for the `wholePage`; else what they `picked`. `without` switches rules off, for the measurement of
 * what each earns.
 */
export function readPage(
  page: Document,
  {
    evenIfLarge = false,
    evenIfNoArticle = false,
    wholePage = false,
    rule: siteRule,
    picked,
    without = [],
  }: ReadOptions & { picked?: Element | undefined; without?: string[] } = {},
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

  const selection = wholePage ? [] : selectionOf(page);
  const part: Part | undefined = selection.length > 0 ? 'selection' : picked && 'picked';
  const sought = {
    page,
    title,
    heading: story.heading,
    isPart: part !== undefined,
    siteRule,
    readabilityOnly: without.includes('container'),
  };
  const copy = part === 'picked' ? copyPageFlat(page, picked) : copyPage(page, selection);
  if (isLong(copy) && !evenIfLarge) return failed('too-large');
  let found = findArticle(copy, sought);
  if (!found.isPointedOut && hasMoreElsewhere(page, found.article?.textContent?.length ?? 0))
    found = findArticle(copyPageFlat(page), sought);
  const failure = found.isPointedOut ? null : notAnArticle(found.article, page);
  if (failure && !evenIfNoArticle) return failed(failure);
  if (failure) {
    const main = page.querySelector('main, [role="main"]') ?? page.body;
    found = findArticle(copyPageFlat(page, main), { ...sought, isPart: true });
  }
  const { article, kept, isPointedOut, unusedRules } = found;
  if (!article?.textContent?.trim()) return failed('no-article');
  if (isPointedOut) removeHidden(article);

  resolvePictures(article, page.baseURI);
  resolveLinks(article, page.baseURI);
  unifyFigures(article);
  const remover = new Remover((node) => !isKept(node, siteRule));
  const context: RuleContext = { title, byline, remover, blocks: new Blocks(article, remover) };
  dropNamed(article, siteRule, remover);
  for (const [name, rule] of Object.entries(RULES)) {
    // Of a list the others would leave nothing: it is made of what they take out of an article.
    if ((!failure || name === 'head-lines') && !without.includes(name)) rule(article, context);
  }
  // Where nothing is left, they took the article itself: a page that is all comments, say.
  if (!article.textContent.trim()) remover.undo();
  // The pictures of a part stay where they are, and no other belongs to it.
  const lead = part ? NO_LEAD : takeLeadPicture(article, story.heading, page, data);
  plainMarkup(article);
  tidy(article);
  kept.addNotes(article);

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
    excerpt: excerptOf(page, article, text),
    leadPicture: lead.picture,
    leadCaption: lead.caption,
    words,
    minutes: readingMinutes(words),
    ...withLeftOut(article, remover.removals, (block) => {
      plainMarkup(block);
      tidy(block);
    }),
    ...(unusedRules.length > 0 && { unusedRules }),
    ...(part && { part }),
  };
  return done({ draft, leftOut: remover.list() });
}

/** What the page says of itself when that is a sentence, else how its paragraphs begin. */
function excerptOf(page: Document, article: Element, text: string): string {
  const said = metaContent(page, 'og:description', 'description', 'twitter:description');
  const begun = (): string =>
    oneLine([...article.querySelectorAll('p')].map((one) => one.textContent).join(' ')) || text;
  const whole = said.length > 40 ? said : begun();
  return whole.length <= EXCERPT_LENGTH
    ? whole
    : `${whole.slice(0, EXCERPT_LENGTH).replace(/\s+\S*$/, '')}…`;
}
