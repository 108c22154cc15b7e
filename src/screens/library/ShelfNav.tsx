import type { ComponentChildren, JSX } from 'preact';
import { type Shelf, type ShelfCounts, SHELVES } from '../../article/library-query.ts';
import { type StringKey, t, uiLanguage } from '../../ui/strings.ts';
import styles from './library.module.css';

interface ShelfNavProps {
  current: Shelf;
  /** Null while it is not known. */
  counts: ShelfCounts | null;
  addressOf: (shelf: Shelf) => string;
  /** What was highlighted in all of them, on a page of its own. */
  highlightsAddress: string;
  /** Other ways to articles. */
  children: ComponentChildren;
}

const NAMES: Record<Shelf, StringKey> = {
  unread: 'listUnread',
  archive: 'listArchive',
  favourites: 'listFavourites',
  all: 'listAll',
};

/** The shelves as links, with how much lies on each. */
export function ShelfNav(props: ShelfNavProps): JSX.Element {
  const { current, counts, addressOf, highlightsAddress, children } = props;
  return (
    <nav class={styles['shelves']} aria-label={t('listShelves')}>
      <ul class={styles['shelf-list']} role="list">
        {SHELVES.map((shelf) => (
          <li key={shelf}>
            <a href={addressOf(shelf)} aria-current={shelf === current ? 'page' : undefined}>
              <span>{t(NAMES[shelf])}</span>{' '}
              <span class={styles['count']}>
                {counts ? counts[shelf].toLocaleString(uiLanguage()) : ''}
              </span>
            </a>
          </li>
        ))}
        <li>
          <a href={highlightsAddress}>{t('markAll')}</a>
        </li>
      </ul>
      {children}
    </nav>
  );
}
