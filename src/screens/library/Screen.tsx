import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Time } from '../../article/article.ts';
import { Button } from '../../ui/Button.tsx';
import { LookMenu } from '../../ui/LookMenu.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { t, tCount } from '../../ui/strings.ts';
import { hashOf } from './address.ts';
import { ArticleList } from './ArticleList.tsx';
import { type Command, listenForKeys } from './keys.ts';
import { KeysPanel } from './KeysPanel.tsx';
import styles from './library.module.css';
import type { LibraryModel } from './model.ts';
import { EmptyLibrary, EmptyShelf, FailedList, NoResult } from './notices.tsx';
import { SearchField } from './SearchField.tsx';
import { ShelfNav } from './ShelfNav.tsx';
import { SortMenu } from './SortMenu.tsx';
import { DEEDS, UndoToast } from './UndoToast.tsx';

interface LibraryScreenProps {
  library: LibraryModel;
  look: SettingsModel;
  /** Where the page was scrolled to when the person left it. */
  startAt: number;
}

/** The saved articles: shelves beside them, a search above, and keys for everything. */
export function LibraryScreen({ library, look, startAt }: LibraryScreenProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const topRow = useRef(0);
  const { shelf, sort } = library.query.value;
  const said = library.said.value;
  const isEmpty = library.listing.value.is === 'found' && library.listing.value.ids.length === 0;

  useEffect(() => {
    const ending = new AbortController();
    const commands = commandsOf(library, topRow, field);
    listenForKeys((command) => commands[command](), ending.signal);
    return () => ending.abort();
  }, [library]);
  useEffect(() => {
    // The last row went, and the focus with it.
    if (isEmpty && document.activeElement === document.body) main.current!.focus();
  }, [isEmpty]);

  return (
    <div class={styles['page']}>
      <header class={styles['head']}>
        <h1>{t('savedArticles')}</h1>
        <div class={styles['tools']}>
          <Button
            label={t('listKeys')}
            icon="keyboard"
            iconOnly
            onClick={() => library.showKeys(true)}
          />
          <Button
            label={t('listSettings')}
            icon="settings"
            iconOnly
            onClick={library.openSettings}
          />
          <LookMenu look={look} />
        </div>
      </header>
      <ShelfNav current={shelf} counts={library.counts.value} addressOf={library.shelfAddress} />
      <main ref={main} class={styles['main']} tabIndex={-1}>
        <div class={styles['bar']}>
          <SearchField
            field={field}
            words={library.typed.value}
            status={searchStatus(library)}
            onInput={library.search}
            onSearchNow={library.searchNow}
            onLeave={() => library.enterList(topRow.current)}
          />
          <SortMenu sort={sort} onSort={library.sortBy} />
        </div>
        <div class={styles['shown']} aria-busy={library.slow.value}>
          <Shown library={library} startAt={startAt} topRow={topRow} />
        </div>
      </main>
      <p class={styles['said']} role="status">
        {said && t(DEEDS[said])}
      </p>
      <UndoToast
        toast={library.toast.value}
        onUndo={() => void library.undo()}
        onClose={() => {
          library.closeToast();
          library.withSelected(() => library.enterList());
        }}
        onHold={library.holdToast}
        onLetGo={library.letToastGo}
      />
      <KeysPanel open={library.keysOpen.value} onClose={() => library.showKeys(false)} />
    </div>
  );
}

interface ShownProps {
  library: LibraryModel;
  startAt: number;
  topRow: { current: number };
}

function Shown({ library, startAt, topRow }: ShownProps): JSX.Element | null {
  const listing = library.listing.value;
  const isFirst = useRef(true);
  if (listing.is === 'waiting') return null;
  if (listing.is === 'failed')
    return <FailedList reason={listing.reason} onTryAgain={() => void library.tryAgain()} />;
  const { query, ids } = listing;
  if (ids.length === 0) {
    if (query.words)
      return (
        <NoResult
          query={query}
          onSearchAll={() => library.goTo('all')}
          onClear={() => library.searchNow('')}
        />
      );
    if (query.shelf === 'all' || library.counts.value?.all === 0)
      return <EmptyLibrary saveKeys={library.saveKeys.value} />;
    return <EmptyShelf shelf={query.shelf} />;
  }
  const start = isFirst.current ? startAt : 0;
  isFirst.current = false;
  return (
    <ArticleList
      key={hashOf(query)}
      ids={ids}
      rows={library.rows.value}
      selected={library.selected.value}
      now={thisMinute(library.now())}
      startAt={start}
      topRow={topRow}
      addressOf={library.readerAddress}
      onNeed={library.need}
      onSelect={library.select}
      actions={library}
    />
  );
}

/** Rows say nothing finer than minutes, so they need not be drawn anew before the next. */
const thisMinute = (now: Time): Time => now - (now % 60_000);

function searchStatus(library: LibraryModel): string {
  const listing = library.listing.value;
  const { words } = library.query.value;
  if (library.slow.value) return words ? t('listSearching') : t('listLoading');
  const isShown = listing.is === 'found' && listing.query.words === words;
  return words && isShown ? tCount('listFound', listing.ids.length) : '';
}

const commandsOf = (
  library: LibraryModel,
  topRow: { current: number },
  field: { current: HTMLInputElement | null },
): Record<Command, () => void> => ({
  next: () => library.move(1, topRow.current),
  previous: () => library.move(-1, topRow.current),
  open: () => library.withSelected(library.openReader),
  original: () => library.withSelected(library.openOriginal),
  archive: () => library.withSelected((id) => void library.toggleArchive(id)),
  favourite: () => library.withSelected((id) => void library.toggleFavourite(id)),
  remove: () => library.withSelected((id) => void library.remove(id)),
  undo: () => void library.undo(),
  search: () => {
    field.current!.focus();
    field.current!.select();
  },
  keys: () => library.showKeys(true),
  'unread-shelf': () => library.goTo('unread'),
  'archive-shelf': () => library.goTo('archive'),
  'favourites-shelf': () => library.goTo('favourites'),
  'all-shelf': () => library.goTo('all'),
});
