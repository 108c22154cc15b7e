import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { listenForKeys } from '../../ui/keys.ts';
import type { KeysModel } from '../../ui/keys-model.ts';
import { LookMenu } from '../../ui/LookMenu.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { t, tCount } from '../../ui/strings.ts';
import type { ListPlace } from './ArticleList.tsx';
import { commandsOf } from './commands.ts';
import { DialogHost, Lists } from './DialogHost.tsx';
import type { Command } from './keys.ts';
import { ImportDrop } from './ImportDrop.tsx';
import styles from './library.module.css';
import type { LibraryModel } from './model.ts';
import { BackupReminder, DamagedArticles, LostLibrary } from './notices.tsx';
import { type MoveAddresses, MoveMenu } from './MoveMenu.tsx';
import { QueryLine } from './QueryLine.tsx';
import { SortMenu, TimeMenu } from './QueryMenus.tsx';
import { SearchField } from './SearchField.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { ShelfNav } from './ShelfNav.tsx';
import { Shown } from './Shown.tsx';
import { StoppedImport } from './StoppedImport.tsx';
import type { StoppedImportModel } from './stopped-import.ts';
import { DEEDS, UndoToast } from './UndoToast.tsx';

interface LibraryScreenProps {
  library: LibraryModel;
  look: SettingsModel;
  keys: KeysModel<Command>;
  /** Where the page was scrolled to when the person left it. */
  startAt: number;
  /** Kept up to date with where the list is scrolled to. */
  place: ListPlace;
  /** The page of the highlights of all articles. */
  highlightsAddress: string;
  /** A backup is due and cannot be made by itself; null for none. */
  backupDue: ReadonlySignal<{ last: number } | null>;
  onBackupLater: () => void;
  moveAddresses: MoveAddresses;
  stoppedImport: StoppedImportModel;
  /** Files were dropped on the list. */
  onFiles: (files: File[]) => void;
}

/** The saved articles: shelves, searches and tags beside them, a search above, and keys for everything. */
export function LibraryScreen({
  library,
  look,
  keys,
  startAt,
  place,
  highlightsAddress,
  backupDue,
  onBackupLater,
  moveAddresses,
  stoppedImport,
  onFiles,
}: LibraryScreenProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const { dialogs, toasts } = library;
  const { shelf, sort, words, minutes } = library.query.value;
  const said = library.said.value;
  const listing = library.listing.value;
  const isEmpty = listing.is === 'found' && listing.total === 0;

  useEffect(() => {
    const ending = new AbortController();
    const commands = commandsOf(library, { place, field });
    listenForKeys(
      () => keys.lines.value,
      (command) => commands[command](),
      ending.signal,
    );
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
          <span class={styles['more']}>
            <Button
              label={t('listLists')}
              icon="tag"
              iconOnly
              onClick={() => dialogs.open({ is: 'lists' })}
            />
          </span>
          <MoveMenu
            addresses={moveAddresses}
            onExport={() => library.openExport([library.subject() ?? []].flat())}
          />
          <Button
            label={t('listKeys')}
            icon="keyboard"
            iconOnly
            onClick={() => dialogs.open({ is: 'keys' })}
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
      <ShelfNav
        current={shelf}
        counts={library.counts.value}
        addressOf={library.shelfAddress}
        highlightsAddress={highlightsAddress}
      >
        <div class={styles['lists']}>
          <Lists library={library} />
        </div>
      </ShelfNav>
      <main ref={main} class={styles['main']} tabIndex={-1}>
        <div class={styles['bar']}>
          <SearchField
            field={field}
            words={library.typed.value}
            onInput={library.search}
            onSearchNow={library.searchNow}
            onLeave={() => library.enterList(place.topRow)}
            onHelp={() => dialogs.open({ is: 'search-help' })}
          />
          <TimeMenu minutes={minutes} onTime={library.showWithin} />
          <SortMenu sort={sort} hasWords={words !== ''} onSort={library.sortBy} />
        </div>
        <QueryLine
          status={searchStatus(library)}
          unknown={listing.is === 'found' ? listing.unknown : []}
          isNarrowed={words !== '' || minutes !== undefined}
          onSave={() => dialogs.open({ is: 'save-search' })}
          onClear={library.clearQuery}
        />
        {library.lost.value && (
          <LostLibrary
            lost={library.lost.value}
            restoreAddress={`${moveAddresses.backup}#restore`}
            onSeen={library.lostSeen}
          />
        )}
        {backupDue.value && (
          <BackupReminder
            last={backupDue.value.last}
            backupAddress={moveAddresses.backup}
            onLater={onBackupLater}
          />
        )}
        {library.damaged.value > 0 && <DamagedArticles count={library.damaged.value} />}
        <StoppedImport stopped={stoppedImport} />
        <Marked library={library} />
        <div class={styles['shown']} aria-busy={library.slow.value}>
          <Shown library={library} startAt={startAt} place={place} />
        </div>
      </main>
      <p class={styles['said']} role="status">
        {said && t(DEEDS[said])}
      </p>
      <UndoToast
        toast={library.toast.value}
        work={library.work.value}
        raised={library.marks.marked.value.size > 0}
        onUndo={() => void library.undo()}
        onCancel={library.cancel}
        onClose={() => {
          toasts.close();
          if (library.selected.value) library.enterList();
        }}
        onHold={toasts.hold}
        onLetGo={toasts.letGo}
      />
      <DialogHost library={library} keys={keys} />
      <ImportDrop onFiles={onFiles} />
    </div>
  );
}

function Marked({ library }: { library: LibraryModel }): JSX.Element {
  const { marks, dialogs } = library;
  const marked = marks.marked.value;
  const listing = library.listing.value;
  const withMarked = (action: (ids: ReturnType<typeof ordered>) => unknown) => () =>
    void action(ordered());
  const ordered = () => [library.subject() ?? []].flat();
  return (
    <SelectionBar
      count={marked.size}
      total={listing.is === 'found' ? listing.total : 0}
      state={library.stateOf(marked)}
      isBusy={library.work.value !== null}
      onArchive={withMarked(library.toggleArchive)}
      onFavourite={withMarked(library.toggleFavourite)}
      onTags={withMarked(dialogs.editTags)}
      onOpen={withMarked(dialogs.openOriginals)}
      onExport={withMarked(library.openExport)}
      onRemove={withMarked(library.remove)}
      onAll={() => void library.markAll()}
      onClear={() => {
        marks.none();
        library.enterList();
      }}
    />
  );
}

function searchStatus(library: LibraryModel): string {
  const listing = library.listing.value;
  const query = library.query.value;
  if (library.slow.value) return query.words ? t('listSearching') : t('listLoading');
  const isShown = listing.is === 'found' && listing.query === query;
  return isShown ? tCount('listFound', listing.total) : '';
}
