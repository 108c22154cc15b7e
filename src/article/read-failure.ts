import type { SiteRule } from './site-rules.ts';

/** Why a tab gave no article. Each has a sentence and an action in `screens/failures.ts`. */
export type ReadFailure =
  | 'browser-page'
  | 'add-on-store'
  | 'pdf'
  | 'view-source'
  | 'error-page'
  | 'extension-page'
  | 'local-file'
  | 'not-a-page'
  | 'list-page'
  | 'no-article'
  | 'asleep'
  | 'still-loading'
  | 'no-answer'
  | 'too-large'
  | 'too-deep'
  | 'no-access'
  | 'broken';

/** What the person asked for beyond a click: mostly to read in spite of a sentence that advised against it. */
export interface ReadOptions {
  /** What they want of every page of this site. */
  rule?: SiteRule;
  /** The article, whatever is selected. */
  wholePage?: boolean;
  /** What they picked on this page before counts no longer. */
  forgetPicked?: boolean;
  evenIfLarge?: boolean;
  evenIfLoading?: boolean;
  /** A list, or hardly any words: what was found is shown all the same. */
  evenIfNoArticle?: boolean;
}
