import { type ReadonlySignal, signal } from '@preact/signals';
import type { LibraryQuery, SavedSearch } from '../../article/library-query.ts';
import type { History } from './history.ts';
import type { DoneWord, Toasts } from './toast.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** The searches that the person gave a name, by name. */
export interface SearchesModel {
  searches: ReadonlySignal<readonly SavedSearch[]>;
  load(): Promise<void>;
  save(name: string, query: LibraryQuery): Promise<void>;
  rename(search: SavedSearch, name: string): Promise<void>;
  remove(search: SavedSearch): Promise<void>;
}

/** In characters. */
const LONGEST_NAME = 80;

/** The saved searches of the library in `world`; none until they are loaded. */
export function createSearches(
  world: LibraryWorld,
  history: History,
  toasts: Toasts,
): SearchesModel {
  const searches = signal<readonly SavedSearch[]>([]);
  let asked = 0;

  const foresee = (id: string, search: SavedSearch | null): void => {
    const others = searches.value.filter((one) => one.id !== id);
    searches.value = byName(search ? [...others, search] : others);
  };
  const keep = async (id: string, search: SavedSearch | null): Promise<Trouble | null> => {
    asked += 1;
    foresee(id, search);
    const answer = await answerOf(world.send('searches/keep', { id, search }));
    return answer.ok ? null : answer.reason;
  };
  const change = async (
    is: DoneWord,
    before: SavedSearch | null,
    after: SavedSearch | null,
  ): Promise<void> => {
    const { id, name: title } = (after ?? before)!;
    const trouble = await history.working(() => keep(id, after));
    if (trouble) {
      foresee(id, before);
      return toasts.tell({ is: 'trouble', reason: trouble });
    }
    const told = { is, title };
    history.add({ told, kept: Promise.resolve(true), back: () => keep(id, before) });
    toasts.tell(told);
  };

  return {
    searches,
    async load() {
      const turn = (asked += 1);
      const answer = await answerOf(world.send('searches/all'));
      if (answer.ok && turn === asked) searches.value = byName(answer.value);
    },
    async save(name, query) {
      const title = cleanName(name);
      if (!title) return;
      const search = { id: world.randomId(), name: title, query, changedAt: world.now() };
      await change('search-saved', null, search);
    },
    async rename(search, name) {
      const title = cleanName(name);
      if (title && title !== search.name)
        await change('search-renamed', search, { ...search, name: title });
    },
    remove: (search) => change('search-removed', search, null),
  };
}

const cleanName = (name: string): string => name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);

const byName = (searches: readonly SavedSearch[]): SavedSearch[] =>
  searches.toSorted((a, b) => a.name.localeCompare(b.name));
