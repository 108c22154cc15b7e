import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, ArticleRow } from '../../article/article.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** Rows as they were last heard of, fetched for what is in view. */
export interface RowStore {
  rows: ReadonlySignal<ReadonlyMap<ArticleId, ArticleRow>>;
  put(rows: readonly ArticleRow[]): void;
  /** Takes fresh rows; the others stay on show until they are fetched again. */
  renew(first: readonly ArticleRow[]): void;
  need(ids: readonly ArticleId[]): void;
}

interface RowStoreOptions {
  /** A row that stays whatever scrolls by. */
  kept: () => ArticleId | undefined;
  /** Rows that the library no longer has. */
  onGone: (ids: ReadonlySet<ArticleId>) => void;
  onTrouble: (reason: Trouble) => void;
}

const BATCH = 60;
/** With their pictures rows are some kilobytes each: those far from view are forgotten. */
const MOST_ROWS = 1500;

/** An empty store that fetches through `library/rows`, one batch at a time. */
export function createRowStore(world: LibraryWorld, options: RowStoreOptions): RowStore {
  const rows = signal<ReadonlyMap<ArticleId, ArticleRow>>(new Map());
  const fresh = new Set<ArticleId>();
  let wanted: readonly ArticleId[] = [];
  let fetching = false;

  const keep = (arrived: readonly ArticleRow[]): void => {
    const next = new Map(rows.value);
    for (const row of arrived) {
      next.set(row.id, row);
      fresh.add(row.id);
    }
    if (next.size > MOST_ROWS) {
      const near = new Set<ArticleId | undefined>([...wanted, options.kept()]);
      for (const id of next.keys()) if (!near.has(id) && next.delete(id)) fresh.delete(id);
    }
    rows.value = next;
  };

  const fetchBatch = async (missing: ArticleId[]): Promise<boolean> => {
    const answer = await answerOf(world.send('library/rows', missing));
    if (!answer.ok) {
      options.onTrouble(answer.reason);
      return false;
    }
    keep(answer.value);
    const gone = new Set(missing);
    for (const { id } of answer.value) gone.delete(id);
    wanted = wanted.filter((id) => !gone.has(id));
    if (gone.size > 0) options.onGone(gone);
    return true;
  };

  const fetchWanted = async (): Promise<void> => {
    if (fetching) return;
    fetching = true;
    for (;;) {
      // What scrolled by meanwhile is no longer wanted, so a long flight asks only for where it ends.
      const missing = wanted.filter((id) => !fresh.has(id)).slice(0, BATCH);
      if (missing.length === 0 || !(await fetchBatch(missing))) break;
    }
    fetching = false;
  };

  return {
    rows,
    put: keep,
    renew(first) {
      fresh.clear();
      keep(first);
    },
    need(ids) {
      wanted = ids;
      void fetchWanted();
    },
  };
}
