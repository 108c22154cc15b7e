import type { SiteRule } from '../article/site-rules.ts';
import { ArticleFinder } from './article-finder.ts';
import { containerOf, unusedOf } from './by-hand/site-rule.ts';
import { wholeContainer } from './container/choose.ts';
import { type Kept, keepWhole } from './kept/index.ts';
import { unfoldLayoutTables } from './layout-tables.ts';
import { setCaptions } from './rules/captions.ts';

interface Sought {
  /** The live page, which is only asked. */
  page: Document;
  title: string;
  /** The headline in the page. */
  heading: Element | null;
  /** The copy holds what the person selected or picked, and nothing else. */
  isPart: boolean;
  siteRule?: SiteRule | undefined;
  /** Takes Readability's container as it is. */
  readabilityOnly: boolean;
}

interface Found {
  article: Element | null;
  kept: Kept;
  /** The person said where the article is. */
  isPointedOut: boolean;
  /** Selectors of the site's rule that match nothing. */
  unusedRules: string[];
}

/** Finds the element that holds the article in a copy of the page, which it changes. */
export function findArticle(copy: Document, sought: Sought): Found {
  const { page, title, heading, isPart, siteRule, readabilityOnly } = sought;
  // A part need not hold what the rule names.
  const unusedRules = isPart ? [] : unusedOf(copy, siteRule);
  const kept = keepWhole(copy, page);
  unfoldLayoutTables(copy);
  setCaptions(copy);
  const pointedOut = isPart ? copy.body : containerOf(copy, siteRule);
  const found = pointedOut ?? new ArticleFinder(copy, title).find();
  const article =
    pointedOut || readabilityOnly ? found : wholeContainer(found, page, copy, heading);
  if (article) kept.restore(article);
  return { article, kept, isPointedOut: pointedOut !== null, unusedRules };
}
