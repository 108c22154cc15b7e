import type { Migration } from './migrations.ts';

// As the library was then: nothing here may follow later changes.
interface Article {
  id: string;
  title: string;
  siteName: string;
  words: number;
  minutes: number;
  savedAt: number;
  changedAt: number;
  deletedAt?: number;
}
interface State {
  place: { is: string };
  favourite: { is: boolean };
}

const LINES = 512;

/**
 * Gives each article a number and a line in the ledger, and leaves the words of all to be put into the
 * index. The order of saving is the order of the numbers.
 */
export const toSecondVersion: Migration = async (db, upgrade) => {
  const tags = db.createObjectStore('tags', { keyPath: ['id', 'key'] });
  tags.createIndex('live', 'live');
  tags.createIndex('words', 'words', { multiEntry: true });
  const versions = db.createObjectStore('versions', { keyPath: ['id', 'savedAt'] });
  versions.createIndex('replacedAt', 'replacedAt');
  db.createObjectStore('searches', { keyPath: 'id' });
  db.createObjectStore('albums', { keyPath: 'id' });
  db.createObjectStore('unmerged');
  db.createObjectStore('segments', { keyPath: 'id', autoIncrement: true });
  db.createObjectStore('blocks');
  db.createObjectStore('positions');
  const ledger = db.createObjectStore('ledger', { keyPath: 'chunk' });
  const unindexed = db.createObjectStore('unindexed', { keyPath: 'doc' });
  db.deleteObjectStore('texts');
  db.deleteObjectStore('rows');
  const rows = db.createObjectStore('rows', { keyPath: 'id' });
  rows.createIndex('titleKey', 'titleKey');
  rows.createIndex('siteKey', 'siteKey');

  const articles = (await upgrade.objectStore('articles').getAll()) as Article[];
  articles.sort((a, b) => a.savedAt - b.savedAt);
  const chunks: Record<string, unknown>[] = [];
  for (const [doc, article] of articles.entries()) {
    const state = (await upgrade.objectStore('states').get(article.id)) as State | undefined;
    const [place, favourite] = [state?.place.is ?? 'unread', state?.favourite.is ?? false];
    const { changedAt: _changed, deletedAt, ...facts } = article;
    await rows.put({
      ...{ ...facts, doc, place, favourite, tags: [], progress: 0 },
      titleKey: orderKey(article.title),
      siteKey: orderKey(article.siteName),
      ...(deletedAt !== undefined && { removed: true }),
    });
    await unindexed.put({ doc, id: article.id });
    const chunk = (chunks[Math.floor(doc / LINES)] ??= emptyChunk(Math.floor(doc / LINES)));
    const at = doc % LINES;
    chunk['count'] = at + 1;
    (chunk['ids'] as string) += article.id;
    (chunk['savedAt'] as Float64Array)[at] = article.savedAt;
    (chunk['words'] as Uint32Array)[at] = article.words;
    (chunk['minutes'] as Uint16Array)[at] = article.minutes;
    (chunk['flags'] as Uint16Array)[at] =
      (deletedAt === undefined ? 1 : 0) + (place === 'archive' ? 2 : 0) + (favourite ? 4 : 0);
  }
  for (const chunk of chunks) await ledger.put(chunk);
};

const emptyChunk = (chunk: number): Record<string, unknown> => ({
  ...{ chunk, edition: 1, count: 0, ids: '' },
  ...{ savedAt: new Float64Array(LINES), words: new Uint32Array(LINES) },
  ...{ minutes: new Uint16Array(LINES), flags: new Uint16Array(LINES) },
});

/** Accents and case aside, numbers by their value. */
const orderKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
    .slice(0, 80);
