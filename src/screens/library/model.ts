import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, Time } from '../../article/article.ts';
import type { LibraryQuery, Shelf, Sort } from '../../article/library-query.ts';
import { type Actions, createActions } from './actions.ts';
import { hashOf, queryOf } from './address.ts';
import { createListing, type ListingModel } from './listing.ts';
import { createSelection, type Selection } from './selection.ts';
import type { LibraryWorld } from './world.ts';

export interface LibraryModel
  extends
    Pick<ListingModel, 'listing' | 'rows' | 'counts' | 'slow' | 'need'>,
    Pick<Selection, 'selected'>,
    Omit<Actions, 'tell' | 'refresh'> {
  query: ReadonlySignal<LibraryQuery>;
  /** What stands in the search field; the query follows when the typing pauses. */
  typed: ReadonlySignal<string>;
  keysOpen: ReadonlySignal<boolean>;
  saveKeys: ReadonlySignal<string>;
  readerAddress: (id: ArticleId) => string;
  now: () => Time;
  search(words: string): void;
  /** Searches without waiting for a pause. */
  searchNow(words: string): void;
  goTo(shelf: Shelf): void;
  sortBy(sort: Sort): void;
  /** The address of a shelf with the same order and words. */
  shelfAddress(shelf: Shelf): string;
  tryAgain(): Promise<void>;
  /** Selects a row that has the focus already. */
  select(id: ArticleId): void;
  /** Selects the next (1) or previous (-1) row; with nothing selected, the row at `start`. */
  move(step: 1 | -1, start?: number): void;
  /** Gives the focus back to the selected row, or to the first. */
  enterList(start?: number): void;
  /** Does something with the selected article, if there is one. */
  withSelected(action: (id: ArticleId) => void): void;
  openReader(id: ArticleId): void;
  openOriginal(id: ArticleId): void;
  openSettings(): void;
  showKeys(open: boolean): void;
}

const TYPING_PAUSE = 160;

/** Everything the list of saved articles does, without a page. */
export function createLibraryModel(world: LibraryWorld): LibraryModel {
  const query = signal(queryOf(world.address.read()));
  const typed = signal(query.value.words);
  const keysOpen = signal(false);
  const saveKeys = signal('');
  const selection = createSelection();
  const listing = createListing(world, query, selection, (reason) => actions.tell(reason));
  const actions = createActions(world, listing, selection);
  let typing: ReturnType<typeof setTimeout> | undefined;

  const ask = (next: LibraryQuery): void => {
    clearTimeout(typing);
    if (hashOf(next) === hashOf(query.value)) return;
    query.value = next;
    void listing.load();
  };
  const change = (part: Partial<LibraryQuery>): void => {
    const next = { ...query.value, ...part };
    world.address.replace(hashOf(next));
    ask(next);
  };
  const searchNow = (words: string): void => {
    typed.value = words;
    clearTimeout(typing);
    change({ words: words.trim() });
  };
  const shelfAddress = (shelf: Shelf): string => hashOf({ ...query.value, shelf });
  const bring = (index: number): void => {
    const ids = listing.ids();
    const id = ids[Math.min(Math.max(index, 0), ids.length - 1)];
    if (id) selection.select(id, true);
  };
  const selectedIndex = (): number => {
    const id = selection.selected.value?.id;
    return id === undefined ? -1 : listing.ids().indexOf(id);
  };

  world.address.onChange(() => {
    const next = queryOf(world.address.read());
    if (next.words !== typed.value.trim()) typed.value = next.words;
    ask(next);
  });
  world.onLibraryChange(actions.refresh);
  void world.saveKeys.then((keys) => (saveKeys.value = keys));
  void listing.load().then(() => {
    const { returnedFrom } = world;
    if (returnedFrom && listing.ids().includes(returnedFrom)) selection.select(returnedFrom, true);
  });

  const { tell: _tell, refresh: _refresh, ...shownActions } = actions;
  const { listing: list, rows, counts, slow, need } = listing;
  return {
    ...shownActions,
    listing: list,
    rows,
    counts,
    slow,
    need,
    query,
    typed,
    keysOpen,
    saveKeys,
    shelfAddress,
    searchNow,
    selected: selection.selected,
    now: world.now,
    search(words) {
      typed.value = words;
      clearTimeout(typing);
      typing = setTimeout(() => searchNow(words), TYPING_PAUSE);
    },
    goTo: (shelf) => world.address.push(shelfAddress(shelf)),
    sortBy: (sort) => change({ sort }),
    tryAgain: () => listing.load(),
    select: (id) => selection.select(id, false),
    move: (step, start = 0) => bring(selectedIndex() < 0 ? start : selectedIndex() + step),
    enterList: (start = 0) => bring(selectedIndex() < 0 ? start : selectedIndex()),
    withSelected(action) {
      if (selection.selected.value) action(selection.selected.value.id);
    },
    readerAddress: world.readerAddress,
    openReader: world.openReader,
    openOriginal(id) {
      const row = rows.value.get(id);
      if (row) world.openOriginal(row.url);
    },
    openSettings: world.openSettings,
    showKeys: (open) => (keysOpen.value = open),
  };
}
