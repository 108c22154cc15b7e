import { type ArticleId, articleId, type Time } from '../article/article.ts';
import type { Wish } from '../article/adding.ts';
import type { LibraryFailure } from '../article/library-query.ts';
import type { Result } from '../article/result.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import type { Library } from './library.ts';
import type { LibraryDatabase } from './open-library.ts';
import { flagsOf, toRow } from './row.ts';
import { dropFacts, untouched, SAVE_STORES, type SaveReceipt } from './save.ts';
import type { ArticleRecord, LedgerChunk } from './schema.ts';

const LONGEST_TITLE = 500;

/**
 * Keeps an address whose text is not there yet, as an article that waits for it: the first save of that
 * page fills it, in its place. What is saved already stays as it is.
 */
export const keepAddress = (
  library: Library,
  wish: Wish,
): Promise<Result<SaveReceipt, LibraryFailure>> =>
  library.write((db, at) => keepInOne(db, wish, at));

async function keepInOne(
  db: LibraryDatabase,
  { url, title }: Wish,
  at: Time,
): Promise<{ value: SaveReceipt; chunks: LedgerChunk[] }> {
  const id = await articleId(url);
  const transaction = db.transaction(SAVE_STORES, 'readwrite', { durability: 'strict' });
  const before = await transaction.objectStore('rows').get(id);
  const pen = new LedgerPen(transaction.objectStore('ledger'));
  if (before) await pen.check(before);
  if (before && !before.removed) return { value: { id, already: true }, chunks: [] };

  const article = waitingArticle(id, url, title, at);
  if (before) await dropFacts(transaction, before, at);
  if (before) await pen.flag(before, FLAG.gone, FLAG.alive | FLAG.damaged);
  const row = toRow(article, untouched(article), { doc: 0, tags: [] });
  row.doc = await pen.add({ id, savedAt: at, words: 0, minutes: 1, flags: flagsOf(row) });
  const [chunks] = await Promise.all([
    pen.write(),
    transaction.objectStore('articles').put(article),
    transaction.objectStore('bodies').put({ id, html: '' as SafeHtml, changedAt: at }),
    transaction.objectStore('rows').put(row),
    transaction.objectStore('unindexed').put({ doc: row.doc, id }),
    transaction.done,
  ]);
  return { value: { id, already: false }, chunks };
}

const waitingArticle = (id: ArticleId, address: string, title: string, at: Time): ArticleRecord => {
  const url = new URL(address);
  const named = title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  return {
    id,
    url: url.href,
    title: named || addressAsTitle(url),
    byline: '',
    siteName: url.host.replace(/^www\./, ''),
    publishedTime: '',
    lang: '',
    dir: 'ltr',
    excerpt: '',
    leadPicture: null,
    leadCaption: '',
    words: 0,
    minutes: 1,
    savedAt: at,
    changedAt: at,
    waiting: true,
  };
};

/** What an article is called as long as nobody knows its title. */
export function addressAsTitle({ host, pathname, search }: URL): string {
  const path = `${pathname}${search}`.replace(/\/$/, '');
  let readable = path;
  try {
    readable = decodeURIComponent(path);
  } catch {
    // It is not encoded as UTF-8: it stays as it is.
  }
  return `${host.replace(/^www\./, '')}${readable}`.slice(0, LONGEST_TITLE);
}
