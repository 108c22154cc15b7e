import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../article/article.ts';

export interface Selected {
  id: ArticleId;
  /** Rises each time that the focus should go to the row. */
  turn: number;
}

/** The one article that keys act on. */
export interface Selection {
  selected: ReadonlySignal<Selected | null>;
  /** Selects; `bring` also asks for the focus. */
  select(id: ArticleId, bring: boolean): void;
  clear(): void;
  /** Keeps the selection when the list changes; a row that has gone hands it to the next one. */
  follow(before: readonly ArticleId[], after: readonly ArticleId[]): void;
}

/** A selection with nothing selected. */
export function createSelection(): Selection {
  const selected = signal<Selected | null>(null);
  const select = (id: ArticleId, bring: boolean): void => {
    const turn = (selected.value?.turn ?? 0) + (bring ? 1 : 0);
    if (bring || selected.value?.id !== id) selected.value = { id, turn };
  };
  return {
    selected,
    select,
    clear: () => (selected.value = null),
    follow(before, after) {
      const id = selected.value?.id;
      if (id === undefined || after.includes(id)) return;
      const heir = nearest(before, new Set(after), id);
      if (heir) select(heir, true);
      else selected.value = null;
    },
  };
}

/** The row that takes the place of one that has gone: the next that stays, else the one before. */
function nearest(
  before: readonly ArticleId[],
  staying: ReadonlySet<ArticleId>,
  id: ArticleId,
): ArticleId | undefined {
  const at = before.indexOf(id);
  return (
    before.slice(at + 1).find((next) => staying.has(next)) ??
    before.slice(0, Math.max(0, at)).findLast((previous) => staying.has(previous))
  );
}
