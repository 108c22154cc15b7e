import type { ArticleFacts } from '../../article/article.ts';
import type { PageFailure, PagesAhead } from '../../article/pages.ts';
import { t, tCount } from '../../ui/strings.ts';

/** That an article goes on, and how far. */
export function aheadWords({ count, fromStart }: PagesAhead): string {
  if (fromStart) return t('partOfArticle');
  return count > 0 ? tCount('goesOn', count) : t('goesOnSomewhere');
}

/** A sentence for each reason that a page of an article is missing. */
export function missingPageWords(page: number, reason: PageFailure): string {
  switch (reason) {
    case 'no-answer':
      return t('pageNoAnswer', page);
    case 'refused':
      return t('pageRefused', page);
    case 'too-large':
      return t('pageTooLarge', page);
    case 'no-article':
      return t('pageNoArticle', page);
    case 'tab-gone':
      return t('pageTabGone', page);
  }
}

/** Why the text of an article is short; empty when it is not. */
export function cutShortWords({
  cutShort,
  siteName,
  url,
}: Pick<ArticleFacts, 'cutShort' | 'siteName' | 'url'>): string {
  if (!cutShort) return '';
  switch (cutShort) {
    case 'paywall':
      return t('cutShortPaywall', siteName || new URL(url).host);
    case 'loading':
      return t('cutShortLoading');
    case 'pages':
      return t('cutShortPages');
  }
}
