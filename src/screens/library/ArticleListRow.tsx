import type { JSX, Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ArticleId, ArticleRow, Time } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import controls from '../../ui/controls.module.css';
import { Icon } from '../../ui/Icon.tsx';
import { t, tCount } from '../../ui/strings.ts';
import styles from './article-list.module.css';
import { datesInFull, savedWhen } from './saved-when.ts';
import { Thumbnail } from './Thumbnail.tsx';

/** What the buttons of a row do. */
export interface RowActions {
  toggleArchive: (id: ArticleId) => void;
  toggleFavourite: (id: ArticleId) => void;
  remove: (id: ArticleId) => void;
}

interface ArticleListRowProps {
  id: ArticleId;
  /** Undefined while it is being fetched. */
  row: ArticleRow | undefined;
  index: number;
  of: number;
  /** Distance from the start of the list in CSS pixels. */
  top: number;
  now: Time;
  selected: boolean;
  address: string;
  onFocus: (id: ArticleId) => void;
  actions: RowActions;
}

/** One saved article: its title leads to the reader, its buttons keep to the quiet last line. */
export function ArticleListRow(props: ArticleListRowProps): JSX.Element {
  const { id, row, index, of, top, now, selected, onFocus } = props;
  // While the list scrolls, rows that stay are drawn from what they were.
  const contents = useMemo(
    () => (row ? <Contents {...props} row={row} /> : <Waiting />),
    [row, now],
  );
  return (
    <li
      class={styles['row']}
      style={{ insetBlockStart: `${top}px` }}
      aria-setsize={of}
      aria-posinset={index + 1}
      aria-current={selected ? 'true' : undefined}
      onFocusIn={() => onFocus(id)}
    >
      {contents}
    </li>
  );
}

function Contents({
  row,
  now,
  address,
  actions,
}: ArticleListRowProps & { row: ArticleRow }): JSX.Element {
  const { id, title, excerpt, siteName, minutes, savedAt, publishedTime } = row;
  const site = siteName || new URL(row.url).hostname.replace(/^www\./, '');
  return (
    <>
      <div class={styles['words']}>
        <h2 class={styles['title']} dir="auto">
          <a href={address}>{title}</a>
        </h2>
        {excerpt && (
          <p class={styles['excerpt']} dir="auto">
            {excerpt}
          </p>
        )}
      </div>
      <div class={styles['foot']}>
        <p class={styles['facts']}>
          <bdi class={styles['site']}>{site}</bdi>
          <span>{tCount('minutes', minutes)}</span>
          <time
            dateTime={new Date(savedAt).toISOString()}
            title={datesInFull(savedAt, publishedTime)}
          >
            {savedWhen(savedAt, now)}
          </time>
        </p>
        <Actions row={row} {...actions} />
      </div>
      <Thumbnail key={id} picture={row.thumbnail} site={site} />
    </>
  );
}

function Actions({
  row,
  toggleArchive,
  toggleFavourite,
  remove,
}: RowActions & { row: ArticleRow }): JSX.Element {
  const { id, place, favourite, url } = row;
  return (
    <div class={styles['actions']}>
      <Button
        label={place === 'archive' ? t('listToUnread') : t('listToArchive')}
        icon={place === 'archive' ? 'unarchive' : 'archive'}
        iconOnly
        onClick={() => toggleArchive(id)}
      />
      <a
        class={controls['button']}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('listOpenOriginal')}
        title={t('listOpenOriginal')}
      >
        <Icon name="tab" />
      </a>
      <Button label={t('removeFromSaved')} icon="remove" iconOnly onClick={() => remove(id)} />
      <Button
        label={t('listFavourite')}
        icon="star"
        iconOnly
        pressed={favourite}
        filled={favourite}
        onClick={() => toggleFavourite(id)}
      />
    </div>
  );
}

function Waiting(): JSX.Element {
  return (
    <>
      <div class={`${styles['words']} ${styles['waiting']}`}>
        <span class={styles['unseen']}>{t('listLoading')}</span>
        <i />
        <i />
        <i />
      </div>
      <span class={`${styles['picture']} ${styles['waiting']}`} />
    </>
  );
}

/** An unseen row with as much text as a row can show: as high as every row must be. */
export function RowRuler({ ruler }: { ruler: Ref<HTMLLIElement> }): JSX.Element {
  return (
    <li ref={ruler} class={`${styles['row']} ${styles['ruler']}`} role="presentation" aria-hidden>
      <div class={styles['words']}>
        <p class={styles['title']}>
          <br />
          <br />
          <br />
          <br />
          <br />
        </p>
      </div>
      <div class={styles['foot']}>
        <p class={styles['facts']}>–</p>
        <div class={styles['actions']}>
          <span class={controls['button']} />
        </div>
      </div>
      <span class={styles['picture']} />
    </li>
  );
}
