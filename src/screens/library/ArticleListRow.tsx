import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ArticleId, ArticleRow, Time } from '../../article/article.ts';
import type { Passage } from '../../article/library-query.ts';
import { t, tCount, uiLanguage } from '../../ui/strings.ts';
import styles from './article-list.module.css';
import { PassageText } from './PassageText.tsx';
import type { RowActions } from './row-actions.ts';
import { RowButtons } from './RowButtons.tsx';
import { datesInFull, savedWhen } from './saved-when.ts';
import { siteOf } from './site-of.ts';
import { Thumbnail } from './Thumbnail.tsx';

interface ArticleListRowProps {
  /** Undefined while not even its name is known. */
  id: ArticleId | undefined;
  /** Undefined while it is being fetched. */
  row: ArticleRow | undefined;
  passage: Passage | undefined;
  index: number;
  of: number;
  /** Distance from the start of the list in CSS pixels. */
  top: number;
  now: Time;
  selected: boolean;
  marked: boolean;
  address: string;
  tagAddressOf: (tag: string) => string;
  onFocus: (id: ArticleId) => void;
  actions: RowActions;
}

/** One saved article: its title leads to the reader, its buttons keep to the quiet last line. */
export function ArticleListRow(props: ArticleListRowProps): JSX.Element {
  const { id, row, passage, index, of, top, now, selected, marked, onFocus, actions } = props;
  // While the list scrolls, rows that stay are drawn from what they were.
  const contents = useMemo(
    () => (row ? <Contents {...props} row={row} /> : <Waiting />),
    [row, passage, now],
  );
  const onClick = (event: MouseEvent): void => {
    const isLink = event.target instanceof Element && event.target.closest('h2 a');
    if (!id || !event.shiftKey || !isLink) return;
    // A new window is what the browser would open.
    event.preventDefault();
    actions.reach(id);
  };
  return (
    // The title's link is what is clicked; this only hears of it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      class={marked ? `${styles['row']} ${styles['marked']}` : styles['row']}
      style={{ insetBlockStart: `${top}px` }}
      aria-setsize={of}
      aria-posinset={index + 1}
      aria-current={selected ? 'true' : undefined}
      onFocusIn={() => id && onFocus(id)}
      onClick={onClick}
    >
      {contents}
      {row && <Mark row={row} marked={marked} actions={actions} />}
    </li>
  );
}

function Mark({
  row,
  marked,
  actions,
}: {
  row: ArticleRow;
  marked: boolean;
  actions: RowActions;
}): JSX.Element {
  return (
    <label class={styles['mark']}>
      <input
        type="checkbox"
        checked={marked}
        aria-label={t('listMark', row.title)}
        onClick={(event) => {
          if (event.shiftKey) actions.reach(row.id);
          else actions.mark(row.id);
        }}
      />
    </label>
  );
}

function Contents(props: ArticleListRowProps & { row: ArticleRow }): JSX.Element {
  const { row, passage, address, actions } = props;
  const { id, title, excerpt } = row;
  const site = siteOf(row);
  const found = passage && (passage.marks.length > 0 || !excerpt) ? passage : undefined;
  return (
    <>
      <div class={styles['words']}>
        <h2 class={styles['title']} dir="auto">
          <a href={address}>{title}</a>
        </h2>
        {row.waiting ? (
          <p class={styles['excerpt']}>{t('listWaiting')}</p>
        ) : (
          <p class={styles['excerpt']} dir="auto">
            {found ? <PassageText passage={found} /> : excerpt}
          </p>
        )}
      </div>
      <div class={styles['foot']}>
        <Facts row={row} site={site} now={props.now} />
        <Tags tags={row.tags} addressOf={props.tagAddressOf} />
        <RowButtons row={row} actions={actions} />
      </div>
      <Thumbnail key={id} picture={row.thumbnail} site={site} />
    </>
  );
}

/** Less than this of an article is no progress worth a word. */
const BEGUN = 0.02;

function Facts({ row, site, now }: { row: ArticleRow; site: string; now: Time }): JSX.Element {
  const { minutes, savedAt, publishedTime, progress, waiting } = row;
  const isBegun = progress >= BEGUN && !waiting;
  return (
    <p class={styles['facts']}>
      <bdi class={styles['site']}>{site}</bdi>
      {!waiting && <span>{tCount('minutes', minutes)}</span>}
      {isBegun && (
        <span class={styles['progress']} style={{ '--part': String(Math.min(1, progress)) }}>
          {t('listProgress', percent(progress))}
        </span>
      )}
      <time dateTime={new Date(savedAt).toISOString()} title={datesInFull(savedAt, publishedTime)}>
        {savedWhen(savedAt, now)}
      </time>
    </p>
  );
}

let percents: { language: string; figures: Intl.NumberFormat } | undefined;

function percent(part: number): string {
  const language = uiLanguage();
  if (percents?.language !== language)
    percents = { language, figures: new Intl.NumberFormat(language, { style: 'percent' }) };
  return percents.figures.format(Math.min(1, part));
}

/** As many as fit into the line: the others are in the next, which is not seen. */
function Tags({
  tags,
  addressOf,
}: {
  tags: readonly string[];
  addressOf: (tag: string) => string;
}): JSX.Element | null {
  if (tags.length === 0) return null;
  return (
    <ul class={styles['tags']} role="list" aria-label={t('listTags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <a href={addressOf(tag)} title={t('listTagShow', tag)}>
            <bdi>{tag}</bdi>
          </a>
        </li>
      ))}
    </ul>
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
