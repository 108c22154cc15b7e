import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { listenForKeys } from '../../ui/keys.ts';
import type { KeysModel } from '../../ui/keys-model.ts';
import { LookMenu } from '../../ui/LookMenu.tsx';
import type { SettingsModel } from '../../ui/settings-model.ts';
import { t, tCount } from '../../ui/strings.ts';
import { hashOf } from './address.ts';
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

/**
 * The saved articles: shelves, searches and tags beside them, a search above, and keys for everything. Each part
 * follows what it shows by itself: were all drawn anew with each question, its answer would wait for that.
 */
export function LibraryScreen(props: LibraryScreenProps): JSX.Element {
  const { library, keys, place, moveAddresses, stoppedImport } = props;
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const isEmpty = useComputed(() => {
    const listing = library.listing.value;
    return listing.is === 'found' && listing.total === 0;
  }).value;

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
      <Head library={library} look={props.look} moveAddresses={moveAddresses} />
      <Shelves library={library} highlightsAddress={props.highlightsAddress} />
      <main ref={main} class={styles['main']} tabIndex={-1}>
        <SearchBar library={library} field={field} place={place} />
        <SearchStatus library={library} />
        <Reminders
          library={library}
          backupAddress={moveAddresses.backup}
          backupDue={props.backupDue}
          onBackupLater={props.onBackupLater}
        />
        <StoppedImport stopped={stoppedImport} />
        <Marked library={library} />
        <div class={styles['shown']} aria-busy={library.slow}>
          <Shown library={library} startAt={props.startAt} place={place} />
        </div>
      </main>
      <Said library={library} />
      <Toast library={library} />
      <DialogHost library={library} keys={keys} />
      <ImportDrop onFiles={props.onFiles} />
    </div>
  );
}

function Head({
  library,
  look,
  moveAddresses,
}: Pick<LibraryScreenProps, 'library' | 'look' | 'moveAddresses'>): JSX.Element {
  const { dialogs } = library;
  return (
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
        <Button label={t('listSettings')} icon="settings" iconOnly onClick={library.openSettings} />
        <LookMenu look={look} />
      </div>
    </header>
  );
}

function Shelves({
  library,
  highlightsAddress,
}: Pick<LibraryScreenProps, 'library' | 'highlightsAddress'>): JSX.Element {
  return (
    <ShelfNav
      current={library.answered.value.shelf}
      counts={library.counts.value}
      addressOf={library.shelfAddress}
      highlightsAddress={highlightsAddress}
    >
      <div class={styles['lists']}>
        <Lists library={library} />
      </div>
    </ShelfNav>
  );
}

interface SearchBarProps {
  library: LibraryModel;
  field: RefObject<HTMLInputElement | null>;
  place: ListPlace;
}

const SearchBar = (props: SearchBarProps): JSX.Element => (
  <div class={styles['bar']}>
    <Search {...props} />
    <Time {...props} />
    <Order {...props} />
  </div>
);

const Search = ({ library, field, place }: SearchBarProps): JSX.Element => (
  <SearchField
    field={field}
    words={library.typed.value}
    onInput={library.search}
    onSearchNow={library.searchNow}
    onLeave={() => library.enterList(place.topRow)}
    onHelp={() => library.dialogs.open({ is: 'search-help' })}
  />
);

function Time({ library }: { library: LibraryModel }): JSX.Element {
  const minutes = useComputed(() => library.query.value.minutes);
  return <TimeMenu minutes={minutes.value} onTime={library.showWithin} />;
}

function Order({ library }: { library: LibraryModel }): JSX.Element {
  const sort = useComputed(() => library.query.value.sort);
  const hasWords = useComputed(() => library.query.value.words !== '');
  return <SortMenu sort={sort.value} hasWords={hasWords.value} onSort={library.sortBy} />;
}

function SearchStatus({ library }: { library: LibraryModel }): JSX.Element {
  const query = library.answered.value;
  const { words, minutes } = query;
  const listing = library.listing.value;
  return (
    <QueryLine
      search={hashOf(query)}
      status={searchStatus(library)}
      unknown={listing.is === 'found' ? listing.unknown : []}
      isNarrowed={words !== '' || minutes !== undefined}
      onSave={() => library.dialogs.open({ is: 'save-search' })}
      onClear={library.clearQuery}
    />
  );
}

interface RemindersProps extends Pick<
  LibraryScreenProps,
  'library' | 'backupDue' | 'onBackupLater'
> {
  backupAddress: string;
}

/** What the person should know of the library as a whole. */
function Reminders(props: RemindersProps): JSX.Element {
  const { library, backupAddress, backupDue, onBackupLater } = props;
  return (
    <>
      {library.lost.value && (
        <LostLibrary
          lost={library.lost.value}
          restoreAddress={`${backupAddress}#restore`}
          onSeen={library.lostSeen}
        />
      )}
      {backupDue.value && (
        <BackupReminder
          last={backupDue.value.last}
          backupAddress={backupAddress}
          onLater={onBackupLater}
        />
      )}
      {library.damaged.value > 0 && <DamagedArticles count={library.damaged.value} />}
    </>
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
  if (library.slow.value) return library.query.value.words ? t('listSearching') : t('listLoading');
  return listing.is === 'found' ? tCount('listFound', listing.total) : '';
}

/** What was done without a toast, for those who do not see the list. */
function Said({ library }: { library: LibraryModel }): JSX.Element {
  const said = library.said.value;
  return (
    <p class={styles['said']} role="status">
      {said && t(DEEDS[said])}
    </p>
  );
}

function Toast({ library }: { library: LibraryModel }): JSX.Element {
  const { toasts } = library;
  return (
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
  );
}
