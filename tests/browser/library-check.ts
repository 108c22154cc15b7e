import type { Driver } from './driver/driver.ts';

/** The library's stores beside one another. */
export interface Check {
  articles: number;
  /** Of these, removed and not yet purged. */
  removed: number;
  /** Pictures that are kept. */
  pictures: number;
  /** What does not agree, in words. */
  disagreements: string[];
}

/** Looks at every record as it is on disk; runs in the background. */
const LOOK = `
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (store) => new Promise((resolve, reject) => {
    const request = db.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const keysOf = (store) => new Promise((resolve, reject) => {
    const request = db.transaction(store).objectStore(store).getAllKeys();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const [articles, bodies, states, rows, ledger, tags, albums] = await Promise.all(['articles', 'bodies', 'states', 'rows', 'ledger', 'tags', 'albums'].map(all));
  const pictures = await keysOf('pictures');
  db.close();
  const wrong = [];
  const has = (records, id) => records.some((record) => record.id === id);
  const LINES = 512;
  const numbers = new Set();
  for (const row of rows) {
    const article = articles.find(({ id }) => id === row.id);
    const say = (what) => wrong.push(row.url + ': ' + what);
    if (!article) say('a row without an article');
    else if ((article.deletedAt !== undefined) !== (row.removed === true)) say('removed in one place only');
    if (!has(bodies, row.id)) say('no body');
    const state = states.find(({ id }) => id === row.id) ?? { place: { is: 'unread' }, favourite: { is: false } };
    if (state.place.is !== row.place || state.favourite.is !== row.favourite) say('the row tells another state');
    const live = tags.filter((tag) => tag.id === row.id && tag.live !== undefined).map(({ tag }) => tag);
    if (live.sort().join() !== [...row.tags].sort().join()) say('the row tells other tags');
    const chunk = ledger.find(({ chunk }) => chunk === Math.floor(row.doc / LINES));
    const at = row.doc % LINES;
    if (!chunk || chunk.ids.slice(at * 32, at * 32 + 32) !== row.id) say('another line in the ledger');
    else {
      const flags = (row.removed ? 0 : 1) + (row.place === 'archive' ? 2 : 0) + (row.favourite ? 4 : 0) + (row.tags.length ? 8 : 0);
      if ((chunk.flags[at] & 15) !== flags) say('the ledger tells another state');
    }
    const album = albums.find(({ id }) => id === row.id);
    const kept = (album?.kept ?? []).map(({ src }) => src).sort().join();
    const there = pictures.filter(([id]) => id === row.id).map(([, src]) => src).sort().join();
    if (kept !== there) say('the album tells of other pictures');
    if (chunk && ((chunk.flags[at] & 64) > 0) !== (kept !== '')) say('the ledger tells otherwise of pictures');
    if (album && new Set([...album.waiting, ...album.missing.map(({ src }) => src), ...album.kept.map(({ src }) => src)]).size !== album.waiting.length + album.missing.length + album.kept.length) say('a picture twice in the album');
    if (numbers.has(row.doc)) say('a number given twice');
    numbers.add(row.doc);
  }
  for (const [store, records] of Object.entries({ bodies, states, albums }))
    for (const { id } of records) if (!has(articles, id)) wrong.push(id + ': left in ' + store);
  for (const [id] of pictures) if (!has(articles, id)) wrong.push(id + ': pictures of nobody');
  for (const { id, url } of articles) if (!has(rows, id)) wrong.push(url + ': no row');
  for (const chunk of ledger)
    for (let at = 0; at < chunk.count; at += 1)
      if (chunk.flags[at] & 1 && !numbers.has(chunk.chunk * LINES + at)) wrong.push('line ' + (chunk.chunk * LINES + at) + ' is nobody\\'s');
  const removed = articles.filter(({ deletedAt }) => deletedAt !== undefined).length;
  return { articles: articles.length, removed, pictures: pictures.length, disagreements: wrong };`;

/** Whether all stores of the library tell the same. */
export const checkLibrary = (driver: Driver): Promise<Check> => driver.background<Check>(LOOK);
