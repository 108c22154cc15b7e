import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../../article/article.ts';
import type { Change, Deed } from '../../article/library-change.ts';
import type { Shelf } from '../../article/library-query.ts';
import type { History, Past } from './history.ts';
import type { ListingModel } from './listing.ts';
import type { Portions } from './portions.ts';
import { changeBack } from './row-after.ts';
import type { DoneWord, Toasts, Told } from './toast.ts';
import type { Trouble } from './world.ts';

/** One article or many. */
export type Which = ArticleId | readonly ArticleId[];

/** What the toggles would do to some articles: the same to all of them. */
export interface State {
  archived: boolean;
  favourite: boolean;
}

/** What can be done to articles of the list, and undone. */
export interface Actions {
  /** What was done without a toast, for those who do not see the row change. */
  said: ReadonlySignal<DoneWord | null>;
  stateOf(ids: Iterable<ArticleId>): State;
  toggleArchive(which: Which): Promise<void>;
  toggleFavourite(which: Which): Promise<void>;
  remove(which: Which): Promise<void>;
  tag(which: Which, add: readonly string[], remove: readonly string[]): Promise<void>;
  /** What the library has done already, with the deeds that take it back. */
  keepUndo(undo: Deed[], told: Told): void;
}

interface ActionParts {
  listing: ListingModel;
  history: History;
  portions: Portions;
  toasts: Toasts;
  shelf: () => Shelf;
}

/** More articles than these are told of when it is done. */
const AT_ONCE = 300;

/** The actions on a listing, which shows each one at once and asks the library after it. */
export function createActions(parts: ActionParts): Actions {
  const { listing, history, portions, toasts } = parts;
  const said = signal<DoneWord | null>(null);
  const knownRows = (ids: Iterable<ArticleId>): ArticleRow[] =>
    [...ids].flatMap((id) => listing.rows.value.get(id) ?? []);

  const stateOf = (ids: Iterable<ArticleId>): State => {
    const shelf = parts.shelf();
    const rows = knownRows(ids);
    const isEvery = (has: (row: ArticleRow) => boolean): boolean =>
      rows.length > 0 && rows.every(has);
    return {
      archived: shelf === 'archive' || isEvery(({ place }) => place === 'archive'),
      favourite: shelf === 'favourites' || isEvery(({ favourite }) => favourite),
    };
  };

  /** Takes the deeds back; those that a cancel or a trouble left wait for the next undo. */
  const backOf = (undo: Deed[], told: Told) => {
    return async (stopped: AbortSignal): Promise<Trouble | null> => {
      const outcome = await portions.run(undo, () => undefined, stopped);
      if (outcome.rest.length > 0) keepUndo(outcome.rest, told, false);
      return outcome.trouble;
    };
  };
  const keepUndo = (undo: Deed[], told: Told, isTold = true): void => {
    history.add({ told, kept: Promise.resolve(undo.length > 0), back: backOf(undo, told) });
    if (isTold) toasts.tell(told);
  };

  const perform = async (ids: readonly ArticleId[], change: Change, is: DoneWord) => {
    const rows = knownRows(ids);
    const only = ids.length === 1 ? rows[0] : undefined;
    if (ids.length === 0 || (ids.length === 1 && !only)) return;
    const toldOf = (count: number): Told => ({
      is,
      title: only?.title ?? '',
      ...(!only && { count }),
    });
    const shown = listing.ids().length;
    const stopping = new AbortController();
    const past: Past = {
      told: toldOf(ids.length),
      bring: only?.id,
      kept: Promise.resolve(false),
      stop: () => stopping.abort(),
      back: () => Promise.resolve(null),
    };
    const isQuick = ids.length <= AT_ONCE;
    await history.working(async () => {
      const running = history.run([{ ids: [...ids], change }], stopping);
      past.kept = running.then(({ undo, trouble, done: count }) => {
        // A lost answer is asked for again, and then there was nothing left to do.
        if (only && !trouble && undo.length === 0)
          undo.push({ ids: [only.id], change: changeBack(only, change) });
        past.told = toldOf(count);
        past.back = backOf(undo, past.told);
        return undo.length > 0;
      });
      history.add(past);
      const stayed = listing.ids().length === shown;
      // A star that lights up in its row needs no second message.
      if (only && stayed && (is === 'favourited' || is === 'unfavourited')) said.value = is;
      else if (isQuick) toasts.tell(past.told);
      const { trouble } = await running;
      const isKept = await past.kept;
      if (!isKept) history.forget(past);
      if (trouble) toasts.tell({ is: 'trouble', reason: trouble });
      else if (isKept && !isQuick) toasts.tell(past.told);
    });
  };

  const all = (which: Which): readonly ArticleId[] => (typeof which === 'string' ? [which] : which);

  return {
    said,
    stateOf,
    keepUndo,
    async toggleArchive(which) {
      const place = stateOne(which, 'archived') ? 'unread' : 'archive';
      const word = place === 'archive' ? 'archived' : 'unarchived';
      await perform(all(which), { is: 'place', place }, word);
    },
    async toggleFavourite(which) {
      const favourite = !stateOne(which, 'favourite');
      const word = favourite ? 'favourited' : 'unfavourited';
      await perform(all(which), { is: 'favourite', favourite }, word);
    },
    remove: (which) => perform(all(which), { is: 'removed', removed: true }, 'removed'),
    tag: (which, add, remove) => perform(all(which), { is: 'tags', add, remove }, 'tagged'),
  };

  /** An article by itself is as its row says, wherever it lies. */
  function stateOne(which: Which, key: keyof State): boolean {
    const row = typeof which === 'string' ? listing.rows.value.get(which) : undefined;
    if (!row) return stateOf(all(which))[key];
    return key === 'archived' ? row.place === 'archive' : row.favourite;
  }
}
