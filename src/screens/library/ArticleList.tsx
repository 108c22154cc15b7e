import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleId, ArticleRow, Time } from '../../article/article.ts';
import type { Passage } from '../../article/library-query.ts';
import { t } from '../../ui/strings.ts';
import styles from './article-list.module.css';
import { ArticleListRow } from './ArticleListRow.tsx';
import type { RowActions } from './row-actions.ts';
import { RowRuler } from './RowRuler.tsx';
import type { Selected } from './selection.ts';
import { type RowWindowHandle, useRowWindow } from './use-row-window.ts';

/** Where the list is scrolled to. */
export interface ListPlace {
  /** The first row in view, where the keys begin. */
  topRow: number;
  /** What the page's own scroll position leaves out: see `TallList`. */
  shift: number;
}

interface ArticleListProps {
  /** The first ids, and soon all. */
  ids: readonly ArticleId[];
  total: number;
  rows: ReadonlyMap<ArticleId, ArticleRow>;
  passages: ReadonlyMap<ArticleId, Passage>;
  marked: ReadonlySet<ArticleId>;
  selected: Selected | null;
  now: Time;
  /** Where the page is scrolled to at first. */
  startAt: number;
  /** Kept up to date. */
  place: ListPlace;
  addressOf: (id: ArticleId) => string;
  tagAddressOf: (tag: string) => string;
  onNeed: (first: number, last: number) => void;
  onSelect: (id: ArticleId) => void;
  actions: RowActions;
}

/** The articles in their order, however many; only those near the window are in the page. */
export function ArticleList(props: ArticleListProps): JSX.Element {
  const { ids, total, rows, selected, marked, onNeed, place } = props;
  const list = useRef<HTMLUListElement>(null);
  const ruler = useRef<HTMLLIElement>(null);
  const shown = useRowWindow(total, list, ruler);
  const { height, first, last, top, tall } = shown;
  place.topRow = Math.min(top, ids.length - 1);
  place.shift = shown.shift;

  useLayoutEffect(() => onNeed(first, last), [ids, first, last]);
  useStartAt(props.startAt, shown);
  useSteadyScroll(ids, shown);
  useFocusFollowing(selected, props, list, shown);

  const drawn: { id: ArticleId | undefined; index: number }[] = [];
  for (let index = first; index <= last; index += 1) drawn.push({ id: ids[index], index });
  // The selected row stays in the page: it may have the focus.
  const selectedAt = selected ? ids.indexOf(selected.id) : -1;
  if (selectedAt >= 0 && selectedAt < first) drawn.unshift({ id: selected!.id, index: selectedAt });
  if (selectedAt > last) drawn.push({ id: selected!.id, index: selectedAt });

  return (
    <ul
      ref={list}
      class={marked.size > 0 ? `${styles['list']} ${styles['marking']}` : styles['list']}
      role="list"
      aria-label={t('savedArticles')}
      style={{ blockSize: `${tall.height}px`, '--row': `${height}px` }}
    >
      <RowRuler ruler={ruler} />
      {drawn.map(({ id, index }) => (
        <ArticleListRow
          key={id ?? index}
          id={id}
          row={id && rows.get(id)}
          passage={id && props.passages.get(id)}
          index={index}
          of={total}
          top={tall.drawnAt(index * height, height)}
          now={props.now}
          selected={id !== undefined && selected?.id === id}
          marked={id !== undefined && marked.has(id)}
          address={id ? props.addressOf(id) : ''}
          tagAddressOf={props.tagAddressOf}
          onFocus={props.onSelect}
          actions={props.actions}
        />
      ))}
    </ul>
  );
}

function useStartAt(top: number, { height, goTo }: RowWindowHandle): void {
  const isMeasured = height > 0;
  useLayoutEffect(() => {
    if (isMeasured) goTo(top);
  }, [isMeasured]);
}

/** Keeps the rows that are being looked at where they are when others come or go above them. */
function useSteadyScroll(
  ids: readonly ArticleId[],
  { top, height, shift, goTo }: RowWindowHandle,
): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    const anchor = before.current[top];
    before.current = ids;
    if (!anchor || top === 0 || ids[top] === anchor) return;
    const now = ids.indexOf(anchor);
    if (now >= 0) goTo(window.scrollY + shift + (now - top) * height);
  }, [ids]);
}

/** Brings the focus to the selected row once per turn, as soon as the row is there; never out of a field. */
function useFocusFollowing(
  selected: Selected | null,
  { ids, rows }: ArticleListProps,
  list: RefObject<HTMLElement | null>,
  { tall, height, first, last, goTo }: RowWindowHandle,
): void {
  const followed = useRef(0);
  useLayoutEffect(() => {
    if (!selected || selected.turn <= followed.current) return;
    if (document.activeElement?.closest('input:not([type=checkbox]), select, dialog')) return;
    const index = ids.indexOf(selected.id);
    // Out of a very high list only rows near the window are drawn where they belong.
    if (!tall.isWhole && index >= 0 && (index < first || index > last)) {
      const listTop = window.scrollY + list.current!.getBoundingClientRect().top;
      return goTo(index * height + listTop - window.innerHeight / 2);
    }
    const link = list.current!.querySelector<HTMLElement>('[aria-current] h2 a');
    if (!link) return;
    followed.current = selected.turn;
    link.focus({ preventScroll: true });
    link.closest('li')!.scrollIntoView({ block: 'nearest' });
  }, [selected, rows, first, last]);
}
