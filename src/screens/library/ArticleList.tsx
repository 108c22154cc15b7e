import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArticleId, ArticleRow, Time } from '../../article/article.ts';
import { t } from '../../ui/strings.ts';
import { ArticleListRow, type RowActions, RowRuler } from './ArticleListRow.tsx';
import styles from './article-list.module.css';
import type { Selected } from './selection.ts';
import { useRowWindow } from './use-row-window.ts';

interface ArticleListProps {
  ids: readonly ArticleId[];
  rows: ReadonlyMap<ArticleId, ArticleRow>;
  selected: Selected | null;
  now: Time;
  /** Where the page is scrolled to at first. */
  startAt: number;
  /** Kept up to date with the first row in view, where the keys begin. */
  topRow: RefObject<number>;
  addressOf: (id: ArticleId) => string;
  onNeed: (first: number, last: number) => void;
  onSelect: (id: ArticleId) => void;
  actions: RowActions;
}

/** Rows fetched beyond those drawn. */
const AHEAD = 20;

/** The articles in their order, however many; only those near the window are in the page. */
export function ArticleList(props: ArticleListProps): JSX.Element {
  const { ids, rows, selected, onNeed, onSelect } = props;
  const list = useRef<HTMLUListElement>(null);
  const ruler = useRef<HTMLLIElement>(null);
  const { height, first, last, top } = useRowWindow(ids.length, list, ruler);
  props.topRow.current = Math.min(top, ids.length - 1);

  useLayoutEffect(() => onNeed(first - AHEAD, last + AHEAD), [ids, first, last]);
  useStartAt(props.startAt, height > 0);
  useSteadyScroll(ids, top, height);
  useFocusFollowing(selected, rows, list);

  const selectedAt = selected ? ids.indexOf(selected.id) : -1;
  const drawn = ids.slice(first, last + 1).map((id, step) => ({ id, index: first + step }));
  // The selected row stays in the page: it may have the focus.
  if (selected && selectedAt >= 0 && selectedAt < first)
    drawn.unshift({ id: selected.id, index: selectedAt });
  if (selected && selectedAt > last) drawn.push({ id: selected.id, index: selectedAt });

  return (
    <ul
      ref={list}
      class={styles['list']}
      role="list"
      aria-label={t('savedArticles')}
      style={{ blockSize: `${ids.length * height}px`, '--row': `${height}px` }}
    >
      <RowRuler ruler={ruler} />
      {drawn.map(({ id, index }) => (
        <ArticleListRow
          key={id}
          id={id}
          row={rows.get(id)}
          index={index}
          of={ids.length}
          top={index * height}
          now={props.now}
          selected={selected?.id === id}
          address={props.addressOf(id)}
          onFocus={onSelect}
          actions={props.actions}
        />
      ))}
    </ul>
  );
}

function useStartAt(top: number, isMeasured: boolean): void {
  useLayoutEffect(() => {
    if (isMeasured) window.scrollTo(0, top);
  }, [isMeasured]);
}

/** Keeps the rows that are being looked at where they are when others come or go above them. */
function useSteadyScroll(ids: readonly ArticleId[], top: number, height: number): void {
  const before = useRef(ids);
  useLayoutEffect(() => {
    const anchor = before.current[top];
    before.current = ids;
    const now = anchor && top > 0 ? ids.indexOf(anchor) : -1;
    if (now >= 0 && now !== top) window.scrollBy(0, (now - top) * height);
  }, [ids]);
}

/** Brings the focus to the selected row once per turn, as soon as the row is there; never out of a field. */
function useFocusFollowing(
  selected: Selected | null,
  rows: ReadonlyMap<ArticleId, ArticleRow>,
  list: RefObject<HTMLElement | null>,
): void {
  const followed = useRef(0);
  useLayoutEffect(() => {
    if (!selected || selected.turn <= followed.current) return;
    if (document.activeElement?.closest('input, select, dialog')) return;
    const link = list.current!.querySelector<HTMLElement>('[aria-current] a');
    if (!link) return;
    followed.current = selected.turn;
    link.focus({ preventScroll: true });
    link.closest('li')!.scrollIntoView({ block: 'nearest' });
  }, [selected, rows]);
}
