import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../../article/article.ts';
import type { Change } from '../../article/library-change.ts';
import type { Found, LibraryQuery, ShelfCounts } from '../../article/library-query.ts';
import { done, type Result } from '../../article/result.ts';
import { leaves, movedCounts, rowAfter } from './row-after.ts';
import { createRowStore } from './row-store.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** An order of articles for a query. */
export interface FoundList {
  is: 'found';
  query: LibraryQuery;
  /** The first ones, and soon all. */
  ids: readonly ArticleId[];
  total: number;
  /** Parts of the words that nothing can match. */
  unknown: readonly string[];
}

/** What there is to show: nothing yet, a reason, or a list. */
export type Listing = { is: 'waiting' } | { is: 'failed'; reason: Trouble } | FoundList;

/** The list of a query and its rows, kept up to date. */
export interface ListingModel {
  listing: ReadonlySignal<Listing>;
  rows: ReadonlySignal<ReadonlyMap<ArticleId, ArticleRow>>;
  /** Null while unknown. */
  counts: ReadonlySignal<ShelfCounts | null>;
  /** The answer takes longer than a person calls "at once". */
  slow: ReadonlySignal<boolean>;
  ids(): readonly ArticleId[];
  /** All ids, once they are there; those at hand when they cannot be had. */
  allIds(): Promise<readonly ArticleId[]>;
  /** Asks for the current query; an answer that is overtaken by a later question is dropped. */
  load(): Promise<void>;
  /** Makes an answer that is under way count for nothing. */
  drop(): void;
  /** Fetches what is missing of the rows from `first` to `last`, and of some round them. */
  need(first: number, last: number): void;
  /** Shows rows as they will be, before the library has answered. */
  foresee(ids: ReadonlySet<ArticleId>, change: Change): void;
}

export interface ListingOptions {
  /** A row that stays whatever scrolls by. */
  kept: () => ArticleId | undefined;
  /** Hears of each list before it is shown; `same`: it is the same query as before. */
  onShow: (before: readonly ArticleId[], after: readonly ArticleId[], same: boolean) => void;
  /** Hears what fails while a list can still be shown. */
  onTrouble: (reason: Trouble) => void;
}

const AT_ONCE = 150;
/** The first rows are painted before the rest of a long list is asked for. */
const AFTER_PAINT = 60;
/** Rows fetched beyond those drawn. */
const AHEAD = 20;

/** The listing of `query`. */
export function createListing(
  world: LibraryWorld,
  query: Signal<LibraryQuery>,
  options: ListingOptions,
): ListingModel {
  const listing = signal<Listing>({ is: 'waiting' });
  const counts = signal<ShelfCounts | null>(null);
  const slow = signal(false);
  let asked = 0;
  let completing: Promise<void> | undefined;

  const ids = (): readonly ArticleId[] => (listing.value.is === 'found' ? listing.value.ids : []);

  const show = (after: FoundList): void => {
    const same = listing.value.is === 'found' && listing.value.query === after.query;
    options.onShow(ids(), after.ids, same);
    listing.value = after;
  };
  const takeOut = (gone: ReadonlySet<ArticleId>): void => {
    if (listing.value.is !== 'found') return;
    const before = listing.value;
    const staying = before.ids.filter((id) => !gone.has(id));
    const total = before.total - (before.ids.length - staying.length);
    if (staying.length < before.ids.length) show({ ...before, ids: staying, total });
  };

  const store = createRowStore(world, {
    kept: options.kept,
    onGone: (gone) => batch(() => takeOut(gone)),
    onTrouble: options.onTrouble,
  });

  const count = async (turn: number): Promise<void> => {
    const answer = await answerOf(world.send('library/counts'));
    if (turn === asked && answer.ok) counts.value = answer.value;
  };

  /** The whole list again: a long one must not shrink to its beginning under the person's eyes. */
  const findAll = async (question: LibraryQuery): Promise<Result<Found, Trouble>> => {
    const found = await answerOf(world.send('library/find', question));
    if (!found.ok || found.value.ids.length >= found.value.total) return found;
    const all = await answerOf(world.send('library/ids', question));
    return all.ok ? done({ ...found.value, ids: all.value, total: all.value.length }) : all;
  };

  const complete = async (turn: number, question: LibraryQuery): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, AFTER_PAINT));
    if (turn !== asked) return;
    const all = await answerOf(world.send('library/ids', question));
    if (turn !== asked || listing.value.is !== 'found') return;
    if (!all.ok) return options.onTrouble(all.reason);
    const before = listing.value;
    batch(() => show({ ...before, ids: all.value, total: all.value.length }));
  };

  const load = async (): Promise<void> => {
    const turn = (asked += 1);
    const question = query.value;
    const isNew = listing.value.is !== 'found' || listing.value.query !== question;
    const patience = setTimeout(() => (slow.value = isNew && turn === asked), AT_ONCE);
    const answer = isNew
      ? await answerOf(world.send('library/find', question))
      : await findAll(question);
    clearTimeout(patience);
    if (turn !== asked) return;
    // The list comes first.
    void count(turn);
    batch(() => {
      slow.value = false;
      if (answer.ok) {
        const { first, ids: found, total, unknown } = answer.value;
        store.renew(first);
        show({ is: 'found', query: question, ids: found, total, unknown });
        if (found.length < total) completing = complete(turn, question);
      } else if (isNew) listing.value = { is: 'failed', reason: answer.reason };
      else options.onTrouble(answer.reason);
    });
  };

  return {
    listing,
    rows: store.rows,
    counts,
    slow,
    ids,
    load,
    async allIds() {
      await completing;
      const isWhole = (): boolean =>
        listing.value.is === 'found' && listing.value.ids.length >= listing.value.total;
      if (!isWhole()) await load();
      return ids();
    },
    drop: () => (asked += 1),
    need: (first, last) => store.need(ids().slice(Math.max(0, first - AHEAD), last + 1 + AHEAD)),
    foresee(changed, change) {
      const current = listing.value;
      if (current.is !== 'found') return;
      batch(() => {
        const after: ArticleRow[] = [];
        for (const id of changed) {
          const row = store.rows.value.get(id);
          if (!row) continue;
          const next = rowAfter(row, change);
          if (counts.value) counts.value = movedCounts(counts.value, row, next);
          if (next) after.push(next);
        }
        store.put(after);
        if (leaves(current.query.shelf, change)) takeOut(changed);
      });
    },
  };
}
