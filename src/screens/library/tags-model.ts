import { type ReadonlySignal, signal } from '@preact/signals';
import { cleanTag, tagKey } from '../../article/library-change.ts';
import type { TagCount } from '../../article/library-query.ts';
import type { Actions } from './actions.ts';
import type { History } from './history.ts';
import type { Toasts } from './toast.ts';
import { answerOf, type LibraryWorld } from './world.ts';

/** The tags in use. */
export interface TagsModel {
  tags: ReadonlySignal<readonly TagCount[]>;
  /** Whether they are known by now. */
  isLoaded: ReadonlySignal<boolean>;
  /** Asks for them; while an answer is on its way, once more after it. */
  load(): Promise<void>;
  /** The other tag that a new name would make one with this. */
  mergesWith(from: string, to: string): TagCount | null;
  rename(from: string, to: string): Promise<void>;
  /** Takes the tag from all articles. */
  remove(tag: string): Promise<void>;
}

/** The tags of the library in `world`; none until they are loaded. */
export function createTags(
  world: LibraryWorld,
  history: History,
  toasts: Toasts,
  keepUndo: Actions['keepUndo'],
): TagsModel {
  const tags = signal<readonly TagCount[]>([]);
  const isLoaded = signal(false);
  let isLoading = false;
  let isStale = false;

  const mergesWith = (from: string, to: string): TagCount | null => {
    const key = tagKey(to);
    if (!key || key === tagKey(from)) return null;
    return tags.value.find(({ tag }) => tagKey(tag) === key) ?? null;
  };
  const load = async (): Promise<void> => {
    isStale = isLoading;
    if (isLoading) return;
    isLoading = true;
    const answer = await answerOf(world.send('tags/all'));
    isLoading = false;
    // Without them the list still works: a failure has been told for the articles.
    if (answer.ok) tags.value = answer.value.toSorted(byName);
    isLoaded.value ||= answer.ok;
    if (isStale) await load();
  };
  const ask = async (from: string, to: string, done: Parameters<Actions['keepUndo']>[1]) => {
    const answer = await history.working(() => answerOf(world.send('tags/rename', { from, to })));
    if (answer.ok) keepUndo(answer.value, done);
    else toasts.tell({ is: 'trouble', reason: answer.reason });
  };
  return {
    tags,
    isLoaded,
    mergesWith,
    load,
    async rename(from, to) {
      const name = cleanTag(to);
      if (!name || name === from) return;
      const other = mergesWith(from, name);
      const title = other?.tag ?? name;
      await ask(from, title, { is: other ? 'tags-merged' : 'tag-renamed', title });
    },
    // No name is left: the library only takes the old one away.
    remove: (tag) => ask(tag, '', { is: 'tag-removed', title: tag }),
  };
}

const { compare } = new Intl.Collator(undefined, { numeric: true });
const byName = (a: TagCount, b: TagCount): number => compare(a.tag, b.tag);
