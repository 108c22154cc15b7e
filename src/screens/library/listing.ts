import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../../article/article.ts';
import type { LibraryQuery, Shelf, ShelfCounts } from '../../article/library-query.ts';
import { SHELVES } from '../../article/library-query.ts';
import { createRowStore } from './row-store.ts';
import type { Selection } from './selection.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** What there is to show: nothing yet, a reason, or an order of articles for a query. */
export type Listing =
  | { is: 'waiting' }
  | { is: 'failed'; reason: Trouble }
  | { is: 'found'; query: LibraryQuery; ids: readonly ArticleId[] };

/** The list of a query and its rows, kept up to date. */
export interface ListingModel {
  listing: ReadonlySignal<Listing>;
  rows: ReadonlySignal<ReadonlyMap<ArticleId, ArticleRow>>;
  /** Null while unknown. */
  counts: ReadonlySignal<ShelfCounts | null>;
  /** The answer takes longer than a person calls "at once". */
  slow: ReadonlySignal<boolean>;
  ids(): readonly ArticleId[];
  /** Asks for the current query; an answer that is overtaken by a later question is dropped. */
  load(): Promise<void>;
  /** Makes an answer that is under way count for nothing. */
  drop(): void;
  /** Fetches what is missing of the rows from `first` to `last`. */
  need(first: number, last: number): void;
  /** Shows a row as it will be, before the library has answered; null for removed. */
  foresee(row: ArticleRow, after: ArticleRow | null): void;
}

const AT_ONCE = 150;

/** The listing of `query`. `onTrouble` hears what fails while a list can still be shown. */
export function createListing(
  world: LibraryWorld,
  query: Signal<LibraryQuery>,
  selection: Selection,
  onTrouble: (reason: Trouble) => void,
): ListingModel {
  const listing = signal<Listing>({ is: 'waiting' });
  const counts = signal<ShelfCounts | null>(null);
  const slow = signal(false);
  let asked = 0;

  const ids = (): readonly ArticleId[] => (listing.value.is === 'found' ? listing.value.ids : []);

  const show = (shown: LibraryQuery, after: readonly ArticleId[]): void => {
    const same = listing.value.is === 'found' && listing.value.query === shown;
    if (same) selection.follow(ids(), after);
    else selection.clear();
    listing.value = { is: 'found', query: shown, ids: after };
  };

  const store = createRowStore(world, {
    kept: () => selection.selected.value?.id,
    onGone: (gone) => {
      if (listing.value.is !== 'found') return;
      const { query: shown, ids: before } = listing.value;
      batch(() =>
        show(
          shown,
          before.filter((id) => !gone.has(id)),
        ),
      );
    },
    onTrouble,
  });

  const count = async (turn: number): Promise<void> => {
    const answer = await answerOf(world.send('library/counts'));
    if (turn === asked && answer.ok) counts.value = answer.value;
  };

  return {
    listing,
    rows: store.rows,
    counts,
    slow,
    ids,
    async load() {
      const turn = (asked += 1);
      const question = query.value;
      const isNew = listing.value.is !== 'found' || listing.value.query !== question;
      const patience = setTimeout(() => (slow.value = isNew && turn === asked), AT_ONCE);
      void count(turn);
      const answer = await answerOf(world.send('library/find', question));
      clearTimeout(patience);
      if (turn !== asked) return;
      batch(() => {
        slow.value = false;
        if (answer.ok) {
          store.renew(answer.value.first);
          show(question, answer.value.ids);
        } else if (isNew) listing.value = { is: 'failed', reason: answer.reason };
        else onTrouble(answer.reason);
      });
    },
    drop: () => (asked += 1),
    need: (first, last) => store.need(ids().slice(Math.max(0, first), last + 1)),
    foresee(row, after) {
      const current = listing.value;
      if (current.is !== 'found') return;
      batch(() => {
        if (after) store.put(after);
        const before = counts.value;
        if (before) counts.value = movedCounts(before, row, after);
        if (!after || !liesOn(current.query.shelf, after))
          show(
            current.query,
            current.ids.filter((id) => id !== row.id),
          );
      });
    },
  };
}

const liesOn = (shelf: Shelf, { place, favourite }: ArticleRow): boolean =>
  shelf === 'all' || (shelf === 'favourites' ? favourite : shelf === place);

function movedCounts(counts: ShelfCounts, row: ArticleRow, after: ArticleRow | null): ShelfCounts {
  const moved = { ...counts };
  for (const shelf of SHELVES)
    moved[shelf] += Number(after !== null && liesOn(shelf, after)) - Number(liesOn(shelf, row));
  return moved;
}
