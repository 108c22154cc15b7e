import { type IDBPTransaction, unwrap } from 'idb';
import type { ArticleId, Time } from '../article/article.ts';
import type { ImportArticle, ImportText } from '../article/import-job.ts';
import { cleanTag, tagKey } from '../article/library-change.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { addressAsTitle } from './addresses.ts';
import { highlightFlags, newHighlight } from './highlight-record.ts';
import { FLAG, LedgerPen } from './ledger.ts';
import { flagsOf, toRow } from './row.ts';
import { dropFacts, isSaid, newState, SAVE_STORES } from './save.ts';
import type {
  AlbumRecord,
  ArticleRecord,
  HighlightRecord,
  LedgerChunk,
  LibrarySchema,
  RowRecord,
  StateRecord,
} from './schema.ts';
import type { Numbered } from './search/first-segment.ts';
import type { Prepared } from './search/prepare.ts';
import type { IndexWriting } from './search/tidy.ts';
import { wordsOf } from './search/words.ts';

export const IMPORT_STORES = [
  ...SAVE_STORES,
  ...(['segments', 'blocks', 'positions', 'imports', 'importBatches'] as const),
] as const;
export type ImportTransaction = IDBPTransaction<LibrarySchema, typeof IMPORT_STORES, 'readwrite'>;

const LONGEST_TITLE = 500;
const MOST_PICTURES = 300;

/** Writes the articles of one batch. What it puts it does not wait for: the transaction does. */
export class ImportPen {
  readonly transaction: ImportTransaction;
  readonly at: Time;
  readonly ledger: LedgerPen;
  /** What came into the index, by growing number. */
  readonly documents: Numbered[] = [];
  readonly #words = new Map<string, string[]>();
  readonly #stores = new Map<string, IDBObjectStore>();

  constructor(transaction: ImportTransaction, at: Time) {
    this.transaction = transaction;
    this.at = at;
    this.ledger = new LedgerPen(transaction.objectStore('ledger'));
  }

  /** The index sees its own stores alone. */
  get indexPart(): IndexWriting {
    return this.transaction as unknown as IndexWriting;
  }

  /** The rows of these articles, as far as they are there. */
  async rowsOf(ids: readonly ArticleId[]): Promise<Map<ArticleId, RowRecord | undefined>> {
    const store = this.#plain('rows');
    const unique = [...new Set(ids)];
    const requests = unique.map((id) => store.get(id));
    // The last answer comes last: one promise for all of them. What fails ends the transaction.
    await new Promise<void>((resolve, reject) => {
      const last = requests.at(-1);
      if (!last) return resolve();
      last.addEventListener('success', () => resolve());
      for (const request of requests)
        request.addEventListener('error', () => reject(request.error!), { once: true });
    });
    return new Map(unique.map((id, at) => [id, requests[at]!.result as RowRecord | undefined]));
  }

  /** Adds an article that is not there; `before`: it was, and was removed. */
  async add(
    id: ArticleId,
    { text, tags, highlights, place, favourite, progress, ...found }: ImportArticle<SafeHtml>,
    { savedAt, words, before }: { savedAt: Time; words: Prepared; before: RowRecord | undefined },
  ): Promise<RowRecord> {
    const { at, transaction } = this;
    if (before) {
      await dropFacts(transaction as unknown as Parameters<typeof dropFacts>[0], before, at);
      await this.ledger.flag(before, FLAG.gone, FLAG.alive | FLAG.damaged);
    }
    const article = articleOf(id, found, text, { savedAt, changedAt: at });
    const state: StateRecord = newState(id, at);
    state.place.is = place;
    state.favourite.is = favourite;
    if (progress) state.progress = { is: { part: progress, block: 0 }, at };
    const row = toRow(article, state, { doc: 0, tags: [] });
    this.tag(row, tags);
    const marks = highlights.map((one) => newHighlight(id, one, at));
    const flags = flagsOf(row) | highlightFlags(marks);
    row.doc = await this.ledger.add({ ...article, flags });
    this.find(row.doc, words);
    this.mark(marks);
    this.put('articles', article);
    if (text) this.put('bodies', { id, html: text.html, changedAt: at });
    else if (before) this.put('bodies', { id, html: '' as SafeHtml, changedAt: at });
    if (isSaid(state)) this.put('states', state);
    // Fails where an article came meanwhile: then the whole batch is tried again.
    if (before) this.put('rows', row);
    else this.#plain('rows').add(row);
    this.picture(id, article, text);
    return row;
  }

  put<Name extends 'articles' | 'bodies' | 'states' | 'rows' | 'albums' | 'highlights' | 'tags'>(
    name: Name,
    record: LibrarySchema[Name]['value'],
  ): void {
    this.#plain(name).put(record);
  }

  /** The plain store: a promise for each of thousands costs as much as the writing itself. */
  #plain(name: (typeof IMPORT_STORES)[number]): IDBObjectStore {
    let store = this.#stores.get(name);
    if (!store) {
      store = unwrap(this.transaction.objectStore(name));
      this.#stores.set(name, store);
    }
    return store;
  }

  /** The words of an article under its number. */
  find(number: number, document: Prepared): void {
    this.documents.push({ number, document });
  }

  /** Gives a row the tags that it has not; answers those. */
  tag(row: RowRecord, tags: readonly string[]): string[] {
    const there = new Set(row.tags.map(tagKey));
    const come: string[] = [];
    for (const tag of tags.map(cleanTag)) {
      const key = tagKey(tag);
      if (!key || there.has(key)) continue;
      there.add(key);
      come.push(tag);
      const words = this.#words.get(tag) ?? wordsOf(tag);
      this.#words.set(tag, words);
      this.put('tags', { id: row.id, key, live: key, words, tag, changedAt: this.at });
    }
    if (come.length > 0) row.tags = [...row.tags, ...come];
    return come;
  }

  mark(highlights: readonly HighlightRecord[]): void {
    for (const one of highlights) this.put('highlights', one);
  }

  /** Its pictures are missing until somebody allows them: an import asks nobody for anything. */
  picture(
    id: ArticleId,
    { leadPicture }: ArticleRecord,
    text: ImportText | null,
    kept: AlbumRecord['kept'] = [],
  ): void {
    if (!text) return;
    const all = new Set([...(leadPicture ? [leadPicture.src] : []), ...text.pictures]);
    const wanted = [...all].filter((src) => !kept.some((one) => one.src === src));
    if (wanted.length === 0) return;
    const missing = wanted
      .slice(0, MOST_PICTURES)
      .map((src) => ({ src, reason: 'no-grant' as const }));
    this.put('albums', { id, waiting: [], missing, kept });
  }

  /** Writes the ledger; whether all is written, the transaction says. */
  end(): Promise<LedgerChunk[]> {
    return this.ledger.write();
  }
}

type Found = Omit<
  ImportArticle,
  'text' | 'tags' | 'highlights' | 'place' | 'favourite' | 'progress'
>;

/** The article of a row. */
export function articleOf(
  id: ArticleId,
  found: Found,
  text: ImportText | null,
  times: { savedAt: Time; changedAt: Time },
): ArticleRecord {
  const url = new URL(found.url);
  const isFile = url.host === 'file.invalid';
  return {
    id,
    url: url.href,
    title: found.title.slice(0, LONGEST_TITLE) || addressAsTitle(url),
    byline: found.byline,
    siteName: found.siteName || (isFile ? '' : url.host.replace(/^www\./, '')),
    publishedTime: found.publishedTime,
    lang: found.lang,
    dir: text?.dir ?? 'ltr',
    excerpt: found.excerpt,
    leadPicture: found.leadPicture
      ? { src: found.leadPicture, alt: '', width: 0, height: 0 }
      : null,
    leadCaption: '',
    words: text?.words ?? 0,
    minutes: text?.minutes ?? 1,
    ...times,
    ...(!text && { waiting: true as const }),
  };
}
