import type { JSX } from 'preact';
import { type Sort, SORTS } from '../../article/library-query.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type StringKey, t } from '../../ui/strings.ts';
import styles from './library.module.css';

interface SortMenuProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
}

const NAMES: Record<Sort, StringKey> = {
  best: 'listSortBest',
  newest: 'listSortNewest',
  oldest: 'listSortOldest',
  shortest: 'listSortShortest',
  longest: 'listSortLongest',
  title: 'listSortTitle',
  site: 'listSortSite',
};

/** The order of the list. */
export function SortMenu({ sort, onSort }: SortMenuProps): JSX.Element {
  return (
    <div class={styles['sort']}>
      <Icon name="sort" />
      <select
        aria-label={t('listSort')}
        value={sort}
        onChange={(event) => onSort(event.currentTarget.value as Sort)}
      >
        {SORTS.map((name) => (
          <option key={name} value={name} selected={name === sort}>
            {t(NAMES[name])}
          </option>
        ))}
      </select>
    </div>
  );
}
