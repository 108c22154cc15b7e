import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, Time } from '../../article/article.ts';
import type { Lost } from '../../article/library-mark.ts';
import type { LibraryQuery, Shelf, Sort } from '../../article/library-query.ts';
import { type Actions, createActions } from './actions.ts';
import { hashOf, queryOf, withWords } from './address.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { createHistory, type History } from './history.ts';
import { createListing, type ListingModel } from './listing.ts';
import { createMarks, type Marks } from './marks.ts';
import { createPassages, type Passages } from './passages.ts';
import { createPortions, type Portions } from './portions.ts';
import { createSearches, type SearchesModel } from './searches-model.ts';
import { createSelection, type Selection } from './selection.ts';
import { createTags, type TagsModel } from './tags-model.ts';
import { createTakeOut, type TakeOutModel } from './take-out.ts';
import { createToasts, type Toasts } from './toast.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

export interface LibraryModel
  extends
    Pick<ListingModel, 'listing' | 'rows' | 'counts' | 'slow'>,
    Pick<Selection, 'selected'>,
    Pick<Portions, 'work'>,
    Pick<Passages, 'passages'>,
    Pick<Toasts, 'toast'>,
    Pick<History, 'undo' | 'cancel'>,
    Omit<Actions, 'keepUndo'> {
  toasts: Toasts;
  tags: TagsModel;
  searches: SearchesModel;
  marks: Pick<Marks, 'marked' | 'toggle' | 'reach' | 'none'>;
  dialogs: Dialogs;
  takeOut: TakeOutModel;
  /** How many articles cannot be read, or not all of them. */
  damaged: ReadonlySignal<number>;
  /** What the browser lost of the library; undefined while unknown. */
  lost: ReadonlySignal<Lost | null | undefined>;
  /** The person knows of the loss. */
  lostSeen(): void;
  query: ReadonlySignal<LibraryQuery>;
  /** The query that the list on show answers; while there is none, or the next answer takes its time, the one asked. */
  answered: ReadonlySignal<LibraryQuery>;
  /** What stands in the search field; the query follows when the typing pauses. */
  typed: ReadonlySignal<string>;
  saveKeys: ReadonlySignal<string>;
  /** `words`: of the search that found it. */
  readerAddress: (id: ArticleId, words: string) => string;
  now: () => Time;
  /** Fetches what is missing of the rows in view. */
  need(first: number, last: number): void;
  search(words: string): void;
  /** Searches without waiting for a pause. */
  searchNow(words: string): void;
  goTo(shelf: Shelf): void;
  sortBy(sort: Sort): void;
  /** Only what can be read in so many minutes. */
  showWithin(minutes: number | undefined): void;
  /** Shows all of the shelf. */
  clearQuery(): void;
  /** The address of a shelf with the same order, words and time. */
  shelfAddress(shelf: Shelf): string;
  tryAgain(): Promise<void>;
  /** Selects a row that has the focus already. */
  select(id: ArticleId): void;
  /** Selects the next (1) or previous (-1) row; with nothing selected, the row at `start`. */
  move(step: 1 | -1, start?: number): void;
  /** The same, and marks both rows and what lies between. */
  moveMarking(step: 1 | -1, start?: number): void;
  markAll(): Promise<void>;
  /** Gives the focus back to the selected row, or to the first. */
  enterList(start?: number): void;
  /** What the keys act on: the marked articles in their order, else the selected one. */
  subject(): ArticleId | readonly ArticleId[] | null;
  openReader(id: ArticleId): void;
  openSettings(): void;
  /** Takes these out, or whatever is chosen then. */
  openExport(ids?: readonly ArticleId[]): void;
}

const TYPING_PAUSE = 160;
/** Tags and searches wait until the rows are painted. */
const AFTER_PAINT = 40;

/** Everything the list of saved articles does, without a page. */
export function createLibraryModel(world: LibraryWorld): LibraryModel {
  const query = signal(queryOf(world.address.read()));
  const typed = signal(query.value.words);
  const saveKeys = signal('');
  const toasts = createToasts();
  const tellTrouble = (reason: Trouble): void => toasts.tell({ is: 'trouble', reason });
  const selection = createSelection();
  const marks = createMarks(() => listing.ids());
  const listing: ListingModel = createListing(world, query, {
    kept: () => selection.selected.value?.id,
    onShow(before, after, same) {
      if (!same) {
        selection.clear();
        marks.none();
        return;
      }
      selection.follow(before, after);
      marks.follow(after);
    },
    onTrouble: tellTrouble,
  });
  const answered = computed(() => {
    const shown = listing.listing.value;
    return shown.is === 'found' && !listing.slow.value ? shown.query : query.value;
  });
  const lost = signal<Lost | null | undefined>(undefined);
  const loadLost = async (): Promise<void> => {
    lost.value = await world.send('library/lost').catch(() => null);
  };
  const damaged = signal(0);
  const loadDamaged = async (): Promise<void> => {
    const answer = await answerOf(world.send('library/damaged'));
    if (answer.ok) damaged.value = answer.value;
  };
  const loadLists = (): void => {
    void loadDamaged();
    void tags.load();
    void searches.load();
  };
  const portions = createPortions(world);
  const history = createHistory({ listing, selection, portions, toasts, alsoRefresh: loadLists });
  const actions = createActions({
    listing,
    history,
    portions,
    toasts,
    shelf: () => query.value.shelf,
  });
  const { keepUndo, ...shownActions } = actions;
  const tags = createTags(world, history, toasts, keepUndo);
  const searches = createSearches(world, history, toasts);
  const passages = createPassages(world);
  const dialogs = createDialogs(world, listing, tags, tellTrouble);
  let typing: ReturnType<typeof setTimeout> | undefined;

  const ask = (next: LibraryQuery): void => {
    clearTimeout(typing);
    if (hashOf(next) === hashOf(query.value)) return;
    // Together: what is drawn anew is drawn while the library reads.
    batch(() => {
      query.value = next;
      void listing.load();
    });
  };
  const change = (next: LibraryQuery): void => {
    world.address.replace(hashOf(next));
    ask(next);
  };
  const searchNow = (words: string): void => {
    typed.value = words;
    clearTimeout(typing);
    change(withWords(query.value, words.trim()));
  };
  const bring = (index: number): void => {
    const ids = listing.ids();
    const id = ids[Math.min(Math.max(index, 0), ids.length - 1)];
    if (id) selection.select(id, true);
  };
  const selectedIndex = (): number => {
    const id = selection.selected.value?.id;
    return id === undefined ? -1 : listing.ids().indexOf(id);
  };
  const move = (step: 1 | -1, start = 0): void =>
    bring(selectedIndex() < 0 ? start : selectedIndex() + step);
  const comeBack = async (): Promise<void> => {
    const { returnedFrom } = world;
    if (!returnedFrom || listing.listing.value.is !== 'found') return;
    const ids = listing.ids().includes(returnedFrom) ? listing.ids() : await listing.allIds();
    if (!selection.selected.value && ids.includes(returnedFrom))
      selection.select(returnedFrom, true);
  };

  world.address.onChange(() => {
    const next = queryOf(world.address.read());
    if (next.words !== typed.value.trim()) typed.value = next.words;
    ask(next);
  });
  world.onLibraryChange(history.refresh);
  void world.saveKeys.then((keys) => (saveKeys.value = keys));
  void listing.load().then(() => {
    setTimeout(loadLists, AFTER_PAINT);
    void loadLost();
    return comeBack();
  });

  return {
    ...shownActions,
    listing: listing.listing,
    rows: listing.rows,
    counts: listing.counts,
    slow: listing.slow,
    work: portions.work,
    passages: passages.passages,
    toast: toasts.toast,
    undo: history.undo,
    cancel: history.cancel,
    toasts,
    tags,
    searches,
    marks,
    dialogs,
    takeOut: createTakeOut(world),
    damaged,
    lost,
    lostSeen() {
      lost.value = null;
      world.send('library/lost-seen').catch(() => undefined);
    },
    query,
    answered,
    typed,
    saveKeys,
    searchNow,
    move,
    selected: selection.selected,
    now: world.now,
    need(first, last) {
      listing.need(first, last);
      passages.want(listing.ids().slice(Math.max(0, first), last + 1), query.value.words);
    },
    search(words) {
      typed.value = words;
      clearTimeout(typing);
      typing = setTimeout(() => searchNow(words), TYPING_PAUSE);
    },
    shelfAddress: (shelf) => hashOf({ ...answered.value, shelf }),
    goTo: (shelf) => world.address.push(hashOf({ ...query.value, shelf })),
    sortBy: (sort) => change({ ...query.value, sort }),
    showWithin(minutes) {
      const { minutes: _before, ...rest } = query.value;
      change({ ...rest, ...(minutes !== undefined && { minutes }) });
    },
    clearQuery() {
      const { minutes: _before, ...rest } = query.value;
      typed.value = '';
      change(withWords(rest, ''));
    },
    tryAgain: () => listing.load(),
    select: (id) => selection.select(id, false),
    moveMarking(step, start) {
      const from = selection.selected.value?.id;
      move(step, start);
      const to = selection.selected.value?.id;
      if (to) marks.reach(to, from);
    },
    async markAll() {
      const asked = query.value;
      const ids = await listing.allIds();
      if (query.value === asked) marks.all(ids);
    },
    enterList: (start = 0) => bring(selectedIndex() < 0 ? start : selectedIndex()),
    subject() {
      const { size } = marks.marked.value;
      if (size === 0) return selection.selected.value?.id ?? null;
      return listing.ids().filter((id) => marks.marked.value.has(id));
    },
    readerAddress: world.readerAddress,
    openReader: (id) => world.openReader(id, query.value.words),
    openSettings: world.openSettings,
    openExport: (ids = []) => world.openExport(ids, query.value),
  };
}
