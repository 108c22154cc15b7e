import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../../article/article.ts';
import { type Change, removal } from '../../article/library-change.ts';
import type { Result } from '../../article/result.ts';
import type { ListingModel } from './listing.ts';
import type { Selection } from './selection.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

export type Deed = 'archived' | 'unarchived' | 'removed' | 'favourited' | 'unfavourited';

/** A short message: what was done and can be undone, or why something was not. */
export type Toast = { is: Deed | 'undone'; title: string } | { is: 'trouble'; reason: Trouble };

interface Done {
  id: ArticleId;
  title: string;
  /** Whether the library has kept the change. */
  kept: Promise<boolean>;
  back: () => Promise<Result<unknown, Trouble>>;
}

/** What can be done to an article of the list, and undone. */
export interface Actions {
  toast: ReadonlySignal<Toast | null>;
  /** What was done without a toast, for those who do not see the row change. */
  said: ReadonlySignal<Deed | null>;
  toggleArchive(id: ArticleId): Promise<void>;
  toggleFavourite(id: ArticleId): Promise<void>;
  remove(id: ArticleId): Promise<void>;
  /** Takes back the last thing done, then the one before, and so on. */
  undo(): Promise<void>;
  /** Keeps the toast while someone points at it or is in it. */
  holdToast(): void;
  letToastGo(): void;
  closeToast(): void;
  tell(reason: Trouble): void;
  /** The library changed, here or elsewhere: shows it as soon as our own changes are kept. */
  refresh(): void;
}

const TOAST_STAYS = 9000;
/** A message that asks for nothing. */
const NOTE_STAYS = 4000;
const REFRESH_PAUSE = 60;

/** The actions on a listing, which shows each one at once and asks the library after it. */
export function createActions(
  world: LibraryWorld,
  listing: ListingModel,
  selection: Selection,
): Actions {
  const toast = signal<Toast | null>(null);
  const said = signal<Deed | null>(null);
  const past: Done[] = [];
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let coming: ReturnType<typeof setTimeout> | undefined;
  let pending = 0;

  const letToastGo = (): void => {
    clearTimeout(leaving);
    const stays = toast.value?.is === 'undone' ? NOTE_STAYS : TOAST_STAYS;
    leaving = setTimeout(() => (toast.value = null), stays);
  };
  const tell = (message: Toast): void => {
    toast.value = message;
    letToastGo();
  };
  const refresh = (): void => {
    clearTimeout(coming);
    if (pending === 0) coming = setTimeout(() => void listing.load(), REFRESH_PAUSE);
  };

  const ask = async <T>(asking: () => Promise<Result<T, Trouble>>): Promise<boolean> => {
    // An answer given before this change would show the row as it was.
    listing.drop();
    pending += 1;
    const answer = await asking();
    pending -= 1;
    refresh();
    if (!answer.ok) tell({ is: 'trouble', reason: answer.reason });
    return answer.ok;
  };

  const change = (id: ArticleId, to: Change): Promise<Result<unknown, Trouble>> =>
    answerOf(world.send('library/do', [{ ids: [id], change: to }]));

  const perform = async (
    row: ArticleRow,
    deed: Deed,
    after: ArticleRow | null,
    [forward, back]: [Done['back'], Done['back']],
  ): Promise<void> => {
    const shown = listing.ids().length;
    const kept = ask(forward);
    const done: Done = { id: row.id, title: row.title, kept, back };
    past.push(done);
    batch(() => {
      listing.foresee(row, after);
      const stayed = listing.ids().length === shown;
      // A star that lights up in its row needs no second message.
      if (stayed && (deed === 'favourited' || deed === 'unfavourited')) said.value = deed;
      else tell({ is: deed, title: row.title });
    });
    if (!(await kept)) past.splice(past.indexOf(done), 1);
  };

  return {
    toast,
    said,
    async toggleArchive(id) {
      const row = listing.rows.value.get(id);
      if (!row) return;
      const place = row.place === 'archive' ? 'unread' : 'archive';
      const deed = place === 'archive' ? 'archived' : 'unarchived';
      await perform(row, deed, { ...row, place }, [
        () => change(id, { is: 'place', place }),
        () => change(id, { is: 'place', place: row.place }),
      ]);
    },
    async toggleFavourite(id) {
      const row = listing.rows.value.get(id);
      if (!row) return;
      const favourite = !row.favourite;
      const deed = favourite ? 'favourited' : 'unfavourited';
      await perform(row, deed, { ...row, favourite }, [
        () => change(id, { is: 'favourite', favourite }),
        () => change(id, { is: 'favourite', favourite: !favourite }),
      ]);
    },
    async remove(id) {
      const row = listing.rows.value.get(id);
      if (!row) return;
      await perform(row, 'removed', null, [
        () => answerOf(world.send('library/do', [removal(id, true)])),
        () => answerOf(world.send('library/do', [removal(id, false)])),
      ]);
    },
    async undo() {
      const last = past.pop();
      if (!last || !(await last.kept)) return;
      // A refresh in between would overtake the answer that brings the row back.
      pending += 1;
      if (await ask(last.back)) {
        await listing.load();
        tell({ is: 'undone', title: last.title });
        if (listing.ids().includes(last.id)) selection.select(last.id, true);
      }
      pending -= 1;
      refresh();
    },
    holdToast: () => clearTimeout(leaving),
    letToastGo,
    closeToast: () => (toast.value = null),
    tell: (reason) => tell({ is: 'trouble', reason }),
    refresh,
  };
}
