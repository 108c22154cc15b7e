import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../article/article.ts';

/** The articles chosen to be changed together. */
export interface Marks {
  marked: ReadonlySignal<ReadonlySet<ArticleId>>;
  toggle(id: ArticleId): void;
  /** Marks all from where marking began to `id`, and no longer what an earlier reach took in beyond. */
  reach(id: ArticleId, from?: ArticleId): void;
  all(ids: readonly ArticleId[]): void;
  none(): void;
  /** Lets go of what is no longer in the list. */
  follow(after: readonly ArticleId[]): void;
}

const NONE: ReadonlySet<ArticleId> = new Set();

/** Nothing marked; `ids` gives the list in its order. */
export function createMarks(ids: () => readonly ArticleId[]): Marks {
  const marked = signal(NONE);
  let anchor: ArticleId | undefined;
  /** What was marked before the reach from the anchor. */
  let before = NONE;

  const none = (): void => {
    anchor = undefined;
    before = NONE;
    if (marked.value.size > 0) marked.value = NONE;
  };
  const begin = (id: ArticleId): void => {
    anchor = id;
    before = marked.value;
  };
  return {
    marked,
    none,
    toggle(id) {
      const next = new Set(marked.value);
      if (!next.delete(id)) next.add(id);
      marked.value = next;
      begin(id);
    },
    reach(id, from = id) {
      const list = ids();
      if (anchor === undefined || !list.includes(anchor)) begin(from);
      const [a, b] = [list.indexOf(anchor!), list.indexOf(id)];
      if (a < 0 || b < 0) return;
      marked.value = new Set([...before, ...list.slice(Math.min(a, b), Math.max(a, b) + 1)]);
    },
    all(every) {
      marked.value = new Set(every);
      anchor = undefined;
    },
    follow(after) {
      if (marked.value.size === 0) return;
      const there = new Set(after);
      const staying = [...marked.value].filter((id) => there.has(id));
      if (staying.length === 0) none();
      else if (staying.length < marked.value.size) {
        marked.value = new Set(staying);
        before = NONE;
      }
    },
  };
}
