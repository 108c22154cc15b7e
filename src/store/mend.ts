import type { IDBPTransaction } from 'idb';
import type { ArticleId, Time } from '../article/article.ts';
import { NO_TEXT } from './check.ts';
import { isArticle, isBody, isChunk, isRow, isState, isTag } from './damage.ts';
import { chunkOf, emptyChunk, FLAG, type Line, LINES, nextEdition } from './ledger.ts';
import { editOf, laidOver } from './edited.ts';
import { highlightFlags } from './highlight-record.ts';
import type { LibraryDatabase } from './open-library.ts';
import { readable } from './readable.ts';
import { flagsOf, toRow } from './row.ts';
import { isSaid, newState, ofArticle } from './save.ts';
import type { ArticleRecord, LedgerChunk, LibrarySchema, RowRecord } from './schema.ts';

const STORES = [
  ...(['articles', 'bodies', 'states', 'rows', 'tags', 'versions', 'albums'] as const),
  ...(['highlights', 'edits', 'ledger'] as const),
  ...(['unindexed', 'unmerged', 'segments', 'blocks', 'positions'] as const),
] as const;
type Mending = IDBPTransaction<LibrarySchema, typeof STORES, 'readwrite'>;

const AT_ONCE = 100;

/**
 * Makes rows and ledger anew from the articles, all in one transaction: it takes some seconds for ten
 * thousand articles. An article whose own record is lost too stays on disk as it is, and is counted, until
 * it is saved again; one that lost its text waits for it like an address that was kept alone.
 */
export async function mendLibrary(db: LibraryDatabase, at: Time): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
  await Promise.all([mend(transaction, at), transaction.done]);
}

async function mend(transaction: Mending, at: Time): Promise<void> {
  const [articles, rows, bodies, states] = await Promise.all([
    transaction.objectStore('articles').getAllKeys(),
    transaction.objectStore('rows').getAllKeys(),
    transaction.objectStore('bodies').getAllKeys(),
    transaction.objectStore('states').getAllKeys(),
  ]);
  const ids = [...new Set([...articles, ...rows])];
  const withBody = new Set(bodies);
  const withState = new Set(states);
  const numbers = await Numbers.read(transaction);
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await Promise.all(
      ids.slice(from, from + AT_ONCE).map((id) => {
        const one = { id, hasBody: withBody.has(id), hasState: withState.has(id), at };
        return mendArticle(transaction, one, numbers);
      }),
    );
  await numbers.write(transaction);
  if (numbers.isIndexWrong) await forgetIndex(transaction);
}

interface One {
  id: ArticleId;
  hasBody: boolean;
  hasState: boolean;
  at: Time;
}

async function mendArticle(
  transaction: Mending,
  { id, hasBody, hasState, at }: One,
  numbers: Numbers,
): Promise<void> {
  const [stored, row, state, tags, versions, album, highlights, edit] = await Promise.all([
    readable(transaction.objectStore('articles'), id),
    readable(transaction.objectStore('rows'), id),
    readable(transaction.objectStore('states'), id),
    transaction.objectStore('tags').getAll(ofArticle(id)),
    transaction.objectStore('versions').count(ofArticle(id)),
    readable(transaction.objectStore('albums'), id),
    transaction.objectStore('highlights').getAll(ofArticle(id)),
    editOf(transaction.objectStore('edits'), id),
  ]);
  const known = isRow(row) ? row : undefined;
  const doc = numbers.of(id, known?.doc);
  const article = isArticle(stored) ? stored : known && articleOf(known, at);
  if (!article) {
    await transaction.objectStore('rows').put(setAside(id, doc));
    numbers.line(doc, { id, savedAt: 0, words: 0, minutes: 1, flags: FLAG.damaged });
    return;
  }
  const isTextLost = !hasBody && !article.waiting;
  const whole: ArticleRecord = isTextLost ? { ...article, waiting: true } : article;
  const sound = isState(state) ? state : stateOf(id, known, at);
  const isUnsaid = !hasState && !isSaid(sound);
  const live = tags.filter((tag) => isTag(tag) && tag.live !== undefined);
  const names = live.sort((a, b) => a.changedAt - b.changedAt).map(({ tag }) => tag);
  const body = edit?.html && (await readable(transaction.objectStore('bodies'), id));
  // A row has the edit in it.
  const shown = article === stored ? laidOver(whole, isBody(body) ? body : NO_TEXT, edit) : whole;
  const made = toRow(shown, sound, { doc, tags: inOrderOf(known, names), versions });
  const flags =
    flagsOf(made) |
    highlightFlags(highlights) |
    (numbers.flagsBefore(doc) & FLAG.damaged) |
    (isTextLost ? FLAG.damaged : 0) |
    (album?.kept.length ? FLAG.pictures : 0);
  numbers.line(doc, { id, savedAt: made.savedAt, words: made.words, minutes: made.minutes, flags });
  await Promise.all([
    whole !== stored && transaction.objectStore('articles').put(whole),
    sound !== state && !isUnsaid && transaction.objectStore('states').put(sound),
    JSON.stringify(made) !== JSON.stringify(row) && transaction.objectStore('rows').put(made),
  ]);
}

/** Tags as the row has them: in the order in which the person gave them. */
function inOrderOf(row: RowRecord | undefined, names: string[]): string[] {
  const before = row?.tags.filter((tag) => names.includes(tag)) ?? [];
  return [...before, ...names.filter((name) => !before.includes(name))];
}

function stateOf(id: ArticleId, row: RowRecord | undefined, at: Time): ReturnType<typeof newState> {
  const state = newState(id, at);
  if (!row) return state;
  return { ...state, place: { is: row.place, at }, favourite: { is: row.favourite, at } };
}

/** The facts of an article, out of what the list shows of it. */
function articleOf(row: RowRecord, at: Time): ArticleRecord {
  const { doc: _doc, titleKey: _title, siteKey: _site, removed, ...shown } = row;
  const { place: _place, favourite: _favourite, progress: _progress, ...rest } = shown;
  const { tags: _tags, versions: _versions, thumbnail: _thumbnail, ...facts } = rest;
  return { ...facts, changedAt: at, ...(removed && { deletedAt: at }) };
}

/** In the place of a row that cannot be made: as if removed, so that saving the page brings it back. */
const setAside = (id: ArticleId, doc: number): RowRecord => ({
  ...{ id, doc, url: '', title: '', byline: '', siteName: '', publishedTime: '', lang: '' },
  ...{ dir: 'ltr', excerpt: '', leadPicture: null, leadCaption: '', words: 0, minutes: 1 },
  ...{ savedAt: 0, place: 'unread', favourite: false, progress: 0, tags: [] },
  ...{ titleKey: '', siteKey: '', removed: true },
});

/** The numbers of the articles, and the ledger as it is made anew. */
class Numbers {
  /** An article has a number that the index knows as another's. */
  isIndexWrong = false;
  readonly #before: Map<number, LedgerChunk>;
  readonly #chunks = new Map<number, LedgerChunk>();
  readonly #byId = new Map<ArticleId, number>();
  readonly #taken = new Set<number>();
  readonly #fresh: { doc: number; id: ArticleId }[] = [];
  /** The greatest number that the index may know. */
  readonly #indexed: number;
  #next: number;

  static async read(transaction: Mending): Promise<Numbers> {
    const ledger = transaction.objectStore('ledger');
    const keys = await ledger.getAllKeys();
    const chunks = await Promise.all(keys.map((key) => readable(ledger, key)));
    const [segments, unmerged, unindexed, rows] = await Promise.all([
      transaction.objectStore('segments').getAll(),
      transaction.objectStore('unmerged').getAllKeys(),
      transaction.objectStore('unindexed').getAllKeys(),
      transaction.objectStore('rows').count(),
    ]);
    const indexed = Math.max(
      ...segments.map(({ last }) => last),
      ...[unmerged.at(-1) ?? -1, unindexed.at(-1) ?? -1],
    );
    const used = [
      ...[indexed, rows - 1],
      // A number of a lost chunk may stand in a row.
      ...keys.map((key) => (key + 1) * LINES - 1),
    ];
    return new Numbers(chunks.filter(isChunk), indexed, Math.max(-1, ...used) + 1);
  }

  constructor(before: LedgerChunk[], indexed: number, next: number) {
    this.#indexed = indexed;
    this.#before = new Map(before.map((chunk) => [chunk.chunk, chunk]));
    this.#next = next;
    for (const { chunk, count, ids, flags } of before)
      for (let at = 0; at < count; at += 1)
        if (!(flags[at]! & FLAG.gone))
          this.#byId.set(ids.slice(at * 32, at * 32 + 32) as ArticleId, chunk * LINES + at);
  }

  /** The number that an article has, in its row or else in the ledger; or a new one. */
  of(id: ArticleId, inRow: number | undefined): number {
    const inLedger = this.#byId.get(id);
    const owner = inRow === undefined ? undefined : this.#ownerOf(inRow);
    // What neither ledger nor index knows is no number: its words are to be put.
    const isKnown = inRow !== undefined && (owner !== undefined || inRow <= this.#indexed);
    const isFree = isKnown && inRow >= 0 && !this.#taken.has(inRow);
    const doc = isFree && (owner === undefined || owner === id) ? inRow : inLedger;
    if (doc !== undefined && !this.#taken.has(doc)) {
      this.#taken.add(doc);
      this.#next = Math.max(this.#next, doc + 1);
      return doc;
    }
    this.isIndexWrong ||= isKnown;
    const fresh = this.#next;
    this.#next += 1;
    this.#taken.add(fresh);
    this.#fresh.push({ doc: fresh, id });
    return fresh;
  }

  flagsBefore(doc: number): number {
    return this.#before.get(chunkOf(doc))?.flags[doc % LINES] ?? 0;
  }

  line(doc: number, line: Line): void {
    const chunk = this.#chunk(chunkOf(doc));
    const at = doc % LINES;
    chunk.savedAt[at] = line.savedAt;
    chunk.words[at] = line.words;
    chunk.minutes[at] = Math.min(line.minutes, 0xffff);
    chunk.flags[at] = line.flags;
    this.#ids(chunk)[at] = line.id;
    chunk.count = Math.max(chunk.count, at + 1);
  }

  /** Puts the whole ledger; lines that are nobody's are gone. */
  async write(transaction: Mending): Promise<void> {
    const ledger = transaction.objectStore('ledger');
    const unindexed = transaction.objectStore('unindexed');
    const last = Math.max(-1, ...this.#chunks.keys());
    const edition = await nextEdition(ledger);
    await ledger.clear();
    const puts: Promise<unknown>[] = this.#fresh.map((one) => unindexed.put(one));
    for (let number = 0; number <= last; number += 1) {
      const chunk = this.#chunk(number);
      if (number < last) chunk.count = LINES;
      const ids = this.#ids(chunk);
      const known = this.#before.get(number);
      for (let at = 0; at < chunk.count; at += 1) {
        if (ids[at] !== undefined) continue;
        ids[at] = (known?.ids.slice(at * 32, at * 32 + 32) || NOBODY) as ArticleId;
        chunk.flags[at] = FLAG.gone;
      }
      chunk.ids = ids.slice(0, chunk.count).join('');
      chunk.edition = edition;
      puts.push(ledger.put(chunk));
    }
    await Promise.all(puts);
  }

  #ownerOf(doc: number): string | undefined {
    const chunk = this.#before.get(chunkOf(doc));
    const at = doc % LINES;
    if (!chunk || at >= chunk.count || chunk.flags[at]! & FLAG.gone) return undefined;
    return chunk.ids.slice(at * 32, at * 32 + 32);
  }

  readonly #lists = new Map<LedgerChunk, ArticleId[]>();
  #ids(chunk: LedgerChunk): ArticleId[] {
    let list = this.#lists.get(chunk);
    if (!list) this.#lists.set(chunk, (list = []));
    return list;
  }

  #chunk(number: number): LedgerChunk {
    let chunk = this.#chunks.get(number);
    if (!chunk) this.#chunks.set(number, (chunk = emptyChunk(number)));
    return chunk;
  }
}

const NOBODY = '0'.repeat(32);

const INDEX = ['unmerged', 'segments', 'blocks', 'positions'] as const;

/** Leaves the words of all articles to be put into an empty index. */
export async function rebuildIndex(db: LibraryDatabase): Promise<void> {
  const transaction = db.transaction(STORES, 'readwrite');
  await Promise.all([forgetIndex(transaction), transaction.done]);
}

async function forgetIndex(transaction: Mending): Promise<void> {
  const unindexed = transaction.objectStore('unindexed');
  await Promise.all(
    [...INDEX, 'unindexed' as const].map((name) => transaction.objectStore(name).clear()),
  );
  for (let after: ArticleId | null = null; ;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const rows: RowRecord[] = await transaction.objectStore('rows').getAll(range, AT_ONCE);
    await Promise.all(rows.filter(isRow).map(({ doc, id }) => unindexed.put({ doc, id })));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}
