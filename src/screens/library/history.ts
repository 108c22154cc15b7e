import type { ArticleId } from '../../article/article.ts';
import type { Deed } from '../../article/library-change.ts';
import type { ListingModel } from './listing.ts';
import type { Portions } from './portions.ts';
import type { Selection } from './selection.ts';
import type { Toasts, Told } from './toast.ts';
import type { Trouble } from './world.ts';

/** Something that was done and can be taken back. */
export interface Past {
  told: Told;
  /** The article to go back to. */
  bring?: ArticleId | undefined;
  /** Whether anything was kept by the library; until then it cannot be taken back. */
  kept: Promise<boolean>;
  /** Ends what is still being done. */
  stop?: () => void;
  /** Takes it back; answers why not. */
  back: (stopped: AbortSignal) => Promise<Trouble | null>;
}

/** What was done on this page, the last on top, and the work that is going on. */
export interface History {
  add(past: Past): void;
  forget(past: Past): void;
  /** Takes back the last thing done, then the one before, and so on. */
  undo(): Promise<void>;
  /** Asks the library for something, and shows what came of it when nothing else is going on. */
  working<T>(work: () => Promise<T>): Promise<T>;
  /** Stops after the portion that is under way; what was done stays done. */
  cancel(): void;
  /** The library changed, here or elsewhere: shows it as soon as our own changes are kept. */
  refresh(): void;
  /** Does deeds in portions; stopped by `cancel` and by `stopping`. */
  run(deeds: readonly Deed[], stopping: AbortController): ReturnType<Portions['run']>;
}

interface HistoryParts {
  listing: ListingModel;
  selection: Selection;
  portions: Portions;
  toasts: Toasts;
  /** Tags and searches follow the articles. */
  alsoRefresh: () => void;
}

const REFRESH_PAUSE = 60;

/** An empty history. */
export function createHistory(parts: HistoryParts): History {
  const { listing, selection, portions, toasts } = parts;
  const past: Past[] = [];
  const going = new Set<AbortController>();
  let coming: ReturnType<typeof setTimeout> | undefined;
  let pending = 0;

  const refresh = (): void => {
    clearTimeout(coming);
    if (pending > 0) return;
    coming = setTimeout(() => {
      void listing.load();
      parts.alsoRefresh();
    }, REFRESH_PAUSE);
  };
  const working = async <T>(work: () => Promise<T>): Promise<T> => {
    // An answer given before this change would show the rows as they were.
    listing.drop();
    pending += 1;
    try {
      return await work();
    } finally {
      pending -= 1;
      refresh();
    }
  };
  const stoppable = async <T>(stopping: AbortController, work: () => Promise<T>): Promise<T> => {
    going.add(stopping);
    try {
      return await work();
    } finally {
      going.delete(stopping);
    }
  };

  return {
    add: (one) => past.push(one),
    forget: (one) => past.includes(one) && past.splice(past.indexOf(one), 1),
    refresh,
    working,
    cancel: () => going.forEach((one) => one.abort()),
    run: (deeds, stopping) =>
      stoppable(stopping, () =>
        portions.run(
          deeds,
          (portion) => portion.forEach(({ ids, change }) => listing.foresee(new Set(ids), change)),
          stopping.signal,
        ),
      ),
    async undo() {
      const last = past.pop();
      last?.stop?.();
      if (!last || !(await last.kept)) return;
      const stopping = new AbortController();
      // A refresh in between would overtake the answer that brings the rows back.
      await working(async () => {
        const trouble = await working(() => stoppable(stopping, () => last.back(stopping.signal)));
        if (trouble) return toasts.tell({ is: 'trouble', reason: trouble });
        await listing.load();
        toasts.tell({ ...last.told, is: 'undone' });
        if (last.bring && listing.ids().includes(last.bring)) selection.select(last.bring, true);
      });
    },
  };
}
