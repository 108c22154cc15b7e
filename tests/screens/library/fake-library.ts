import { vi } from 'vitest';
import type { ArticleId, ArticleRow } from '../../../src/article/article.ts';
import type { Change, Deed } from '../../../src/article/library-change.ts';
import type { LibraryFailure, LibraryQuery } from '../../../src/article/library-query.ts';
import { done, failed } from '../../../src/article/result.ts';
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
  hash: { value: string; history: string[] };
  opened: string[];
  /** Something changed in another page. */
  announce: () => void;
  shownIds: () => string[];
}

/** Starts the page at an address over `rows`, newest first. */
export function startLibrary(rows: ArticleRow[], hash = ''): FakeLibrary {
  const fake: Omit<FakeLibrary, 'model' | 'announce' | 'shownIds'> = {
    rows,
    asked: [],
    trouble: { reason: null },
    delays: {},
    hash: { value: hash, history: [] },
    opened: [],
  };
  const removed = new Map<ArticleId, { row: ArticleRow; at: number }>();
  const changeListeners: (() => void)[] = [];
  let moved = (): void => undefined;

  const find = ({ shelf, words }: LibraryQuery): ArticleRow[] =>
    fake.rows.filter(
      (one) =>
        (shelf === 'all' || (shelf === 'favourites' ? one.favourite : one.place === shelf)) &&
        one.title.includes(words),
    );
  const doTo = (one: ArticleId, change: Change): void => {
    if (change.is !== 'removed') {
      const { is: _is, ...part } = change;
      const changed = part as Partial<ArticleRow>;
      fake.rows = fake.rows.map((other) => (other.id === one ? { ...other, ...changed } : other));
    } else if (change.removed) {
      const at = fake.rows.findIndex((candidate) => candidate.id === one);
      removed.set(one, { row: fake.rows[at]!, at });
      fake.rows = fake.rows.filter((candidate) => candidate.id !== one);
    } else {
      const { row: back, at } = removed.get(one)!;
      fake.rows = fake.rows.toSpliced(at, 0, back);
    }
  };
  const answers: Record<string, (about: never) => unknown> = {
    'library/find': (query: LibraryQuery) => {
      const found = find(query);
      const ids = found.map((one) => one.id);
      return { total: ids.length, ids, first: found.slice(0, 60), unknown: [] };
    },
    'library/rows': (ids: ArticleId[]) =>
      ids.flatMap((one) => fake.rows.find((candidate) => candidate.id === one) ?? []),
    'library/counts': () => ({
      unread: find({ shelf: 'unread', sort: 'newest', words: '' }).length,
      archive: find({ shelf: 'archive', sort: 'newest', words: '' }).length,
      favourites: find({ shelf: 'favourites', sort: 'newest', words: '' }).length,
      all: fake.rows.length,
    }),
    'library/do': (deeds: Deed[]) => {
      for (const { ids, change } of deeds) for (const one of ids) doTo(one, change);
      return [];
    },
  };
  const send = async (ask: string, about?: unknown): Promise<unknown> => {
    fake.asked.push({ ask, about });
    if (fake.trouble.reason === 'gone') throw new Error('no answer');
    if (fake.trouble.reason) return failed(fake.trouble.reason);
    const answer = done(answers[ask]!(about as never));
    const delay = ask === 'library/find' ? fake.delays[(about as LibraryQuery).words] : 0;
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    return answer;
  };
  const world: LibraryWorld = {
    send: send as LibraryWorld['send'],
    readerAddress: (one) => `reader?id=${one}`,
    openReader: (one) => fake.opened.push(`reader ${one}`),
    openOriginal: (url) => fake.opened.push(url),
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
