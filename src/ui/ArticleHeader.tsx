import type { JSX } from 'preact';
import type { ArticleFacts } from '../article/article.ts';
import styles from './article-header.module.css';
import { dateInWords, t, tCount } from './strings.ts';

interface ArticleHeaderProps {
  facts: Pick<
    ArticleFacts,
    'title' | 'byline' | 'siteName' | 'publishedTime' | 'minutes' | 'pages' | 'lang' | 'dir'
  >;
}

/** Site, title, byline, date and reading time above an article; what is unknown leaves no gap. */
export function ArticleHeader({ facts }: ArticleHeaderProps): JSX.Element {
  const date = dateInWords(facts.publishedTime);
  return (
    <header class={styles['header']} dir={facts.dir}>
      <p class={styles['site']}>{facts.siteName}</p>
      <h1 class={styles['title']} dir="auto" lang={facts.lang || undefined}>
        {facts.title}
      </h1>
      <p class={styles['facts']}>
        {/* Each in its own direction, the dots between them in that of the article. */}
        {facts.byline && (
          <span class={styles['byline']}>
            <bdi>{facts.byline}</bdi>
          </span>
        )}
        {date && (
          <time dateTime={facts.publishedTime}>
            <bdi>{date}</bdi>
          </time>
        )}
        <span>
          <bdi>{tCount('minutes', facts.minutes)}</bdi>
        </span>
        {facts.pages && (
          <span>
            <bdi>{tCount('pagesJoined', facts.pages)}</bdi>
          </span>
        )}
      </p>
    </header>
  );
}

/** The title alone, while the article is being read. */
export function TitleWaiting({ title }: { title: string }): JSX.Element {
  return (
    <header class={styles['header']}>
      <p class={styles['site']}>&nbsp;</p>
      <h1 class={styles['title']} dir="auto">
        {title}
      </h1>
      <p class={styles['facts']} role="status">
        {t('reading')}
      </p>
    </header>
  );
}
