import { vi } from 'vitest';
import type { ArticleId, ArticleRow } from '../../../src/article/article.ts';
import type { Change, Deed } from '../../../src/article/library-change.ts';
import { tagKey } from '../../../src/article/library-change.ts';
import type { Lost } from '../../../src/article/library-mark.ts';
import type {
  LibraryFailure,
  LibraryQuery,
  SavedSearch,
} from '../../../src/article/library-query.ts';
import { done, failed } from '../../../src/article/result.ts';
import { changeBack, rowAfter } from '../../../src/screens/library/row-after.ts';
import { createLibraryModel, type LibraryModel } from '../../../src/screens/library/model.ts';
import type { LibraryWorld } from '../../../src/screens/library/world.ts';

export const id = (name: string): ArticleId => name as ArticleId;

/** A saved article of which only the named parts matter. */
export function row(name: string, part: Partial<ArticleRow> = {}): ArticleRow {
  return {
    id: id(name),
    url: `https://example.org/${name}`,
    title: name,
    byline: '',
    siteName: 'Example',
    publishedTime: '',
    lang: 'en',
    dir: 'ltr',
    excerpt: '',
    leadPicture: null,
    leadCaption: '',
    words: 200,
    minutes: 1,
    savedAt: 0,
    place: 'unread',
    favourite: false,
    tags: [],
    progress: 0,
    ...part,
  };
}

interface Ask {
  ask: string;
  about: unknown;
}

/** A library of a few articles, the model that shows it, and handles on what goes wrong. */
export interface FakeLibrary {
  model: LibraryModel;
  rows: ArticleRow[];
  asked: Ask[];
  /** Answers this to every question until it is null again; 'gone' never answers but rejects. */
  trouble: { reason: LibraryFailure | 'gone' | null };
  /** Milliseconds until the answer to a search for the words. */
  delays: Record<string, number>;
  /** How many ids `library/find` answers at most, and how long each portion of deeds takes. */
  limits: { ids: number; portion: number };
  /** Parts of a search that it cannot understand. */
  unknown: string[];
  /** What the browser lost before the page was opened. */
  lost: Lost | null;
  searches: Map<string, SavedSearch>;
  hash: { value: string; history: string[] };
  opened: string[];
  /** Something changed in another page. */
  announce: () => void;
  shownIds: () => string[];
}

/** Starts the page at an address over `rows`, newest first. */
export function startLibrary(
  rows: ArticleRow[],
  hash = '',
  { returnedFrom, firstIds = 2000 }: { returnedFrom?: string; firstIds?: number } = {},
): FakeLibrary {
  const fake: Omit<FakeLibrary, 'model' | 'announce' | 'shownIds'> = {
    rows,
    asked: [],
    trouble: { reason: null },
    delays: {},
    limits: { ids: firstIds, portion: 0 },
    unknown: [],
    lost: null,
    searches: new Map(),
    hash: { value: hash, history: [] },
    opened: [],
  };
  const removed = new Map<ArticleId, { row: ArticleRow; at: number }>();
  const changeListeners: (() => void)[] = [];
  let moved = (): void => undefined;

  const find = ({ shelf, words, minutes = Infinity }: LibraryQuery): ArticleRow[] =>
    fake.rows.filter(
      (one) =>
        (shelf === 'all' || (shelf === 'favourites' ? one.favourite : one.place === shelf)) &&
        one.minutes <= minutes &&
        (words.startsWith('tag:')
          ? one.tags.some((tag) => tag === words.slice(4))
          : one.title.includes(words)),
    );
  /** Does it; gives what takes it back, or null when nothing changed. */
  const doTo = (one: ArticleId, change: Change): Change | null => {
    const at = fake.rows.findIndex((candidate) => candidate.id === one);
    const before = fake.rows[at] ?? removed.get(one)?.row;
    if (!before || (change.is === 'removed' && change.removed === removed.has(one))) return null;
    if (change.is === 'removed' && !change.removed) {
      fake.rows = fake.rows.toSpliced(removed.get(one)!.at, 0, before);
      removed.delete(one);
    } else if (change.is === 'removed') {
      removed.set(one, { row: before, at });
      fake.rows = fake.rows.toSpliced(at, 1);
    } else fake.rows = fake.rows.toSpliced(at, 1, rowAfter(before, change)!);
    const isSame = JSON.stringify(rowAfter(before, change)) === JSON.stringify(before);
    return isSame && change.is !== 'removed' ? null : changeBack(before, change);
  };
  const perform = (deeds: Deed[]): Deed[] => {
    const undo: Deed[] = [];
    for (const { ids: those, change } of deeds) {
      for (const one of those) {
        const back = doTo(one, change);
        if (back) undo.unshift({ ids: [one], change: back });
      }
    }
    return undo;
  };
  const answers: Record<string, (about: never) => unknown> = {
    'library/find': (query: LibraryQuery) => {
      const found = find(query);
      const all = found.map((one) => one.id);
      const first = found.slice(0, 60);
      return {
        total: all.length,
        ids: all.slice(0, fake.limits.ids),
        first,
        unknown: fake.unknown,
      };
    },
    'library/ids': (query: LibraryQuery) => find(query).map((one) => one.id),
    'library/passages': ({ ids: those, words }: { ids: ArticleId[]; words: string }) =>
      Object.fromEntries(those.map((one) => [one, { text: `… ${words}`, marks: [[2, 3]] }])),
    'tags/all': () => {
      const counts = new Map<string, number>();
      for (const tag of fake.rows.flatMap(({ tags }) => tags))
        counts.set(tag, (counts.get(tag) ?? 0) + 1);
      return [...counts]
        .map(([tag, count]) => ({ tag, count }))
        .sort((a, b) => (a.tag < b.tag ? -1 : 1));
    },
    'tags/rename': ({ from, to }: { from: string; to: string }) => {
      const tagged = fake.rows.filter(({ tags }) =>
        tags.some((tag) => tagKey(tag) === tagKey(from)),
      );
      const change = { is: 'tags' as const, add: to ? [to] : [], remove: [from] };
      return perform([{ ids: tagged.map((one) => one.id), change }]);
    },
    'searches/all': () => [...fake.searches.values()],
    'searches/keep': ({ id: key, search }: { id: string; search: SavedSearch | null }) => {
      if (search) fake.searches.set(key, search);
      else fake.searches.delete(key);
      return null;
    },
    'library/rows': (ids: ArticleId[]) =>
      ids.flatMap((one) => fake.rows.find((candidate) => candidate.id === one) ?? []),
    'library/counts': () => ({
      unread: find({ shelf: 'unread', sort: 'newest', words: '' }).length,
      archive: find({ shelf: 'archive', sort: 'newest', words: '' }).length,
      favourites: find({ shelf: 'favourites', sort: 'newest', words: '' }).length,
      all: fake.rows.length,
    }),
    'library/damaged': () => 0,
    'library/do': perform,
  };
  const send = async (ask: string, about?: unknown): Promise<unknown> => {
    fake.asked.push({ ask, about });
    if (fake.trouble.reason === 'gone') throw new Error('no answer');
    if (ask === 'library/lost') return fake.lost;
    if (ask === 'library/lost-seen') fake.lost = null;
    if (ask === 'library/lost-seen') return true;
    if (fake.trouble.reason) return failed(fake.trouble.reason);
    const answer = done(answers[ask]!(about as never));
    const delay = ask === 'library/find' ? fake.delays[(about as LibraryQuery).words] : 0;
    const pause = ask === 'library/do' ? fake.limits.portion : delay;
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
    return answer;
  };
  const world: LibraryWorld = {
    send: send as LibraryWorld['send'],
    readerAddress: (one) => `reader?id=${one}`,
    openReader: (one) => fake.opened.push(`reader ${one}`),
    openOriginal: (url) => fake.opened.push(url),
    openTabs: (urls) => fake.opened.push(...urls),
    openExport: () => undefined,
    saveFile: (name) => fake.opened.push(`file ${name}`),
    openSettings: () => fake.opened.push('settings'),
    onLibraryChange: (listener) => changeListeners.push(listener),
    address: {
      read: () => fake.hash.value,
      push(value) {
        fake.hash.history.push(fake.hash.value);
        fake.hash.value = value;
        moved();
      },
      replace: (value) => (fake.hash.value = value),
      onChange: (listener) => (moved = listener),
    },
    saveKeys: Promise.resolve('Alt+Shift+S'),
    now: () => 0,
    randomId: () => `id${fake.searches.size}`,
    returnedFrom: returnedFrom === undefined ? undefined : id(returnedFrom),
  };
  const model = createLibraryModel(world);
  return Object.assign(fake, {
    model,
    announce: () => changeListeners.forEach((listener) => listener()),
    shownIds: () =>
      model.listing.value.is === 'found' ? [...model.listing.value.ids] : ['(no list)'],
  });
}

/** Lets answers arrive that are so many milliseconds away. */
export const wait = (milliseconds = 0): Promise<unknown> =>
  vi.advanceTimersByTimeAsync(milliseconds);
