import type { IDBPObjectStore, StoreNames } from 'idb';
import type { ArticleId, Time } from '../article/article.ts';
import { damaged, isChunk } from './damage.ts';
import type { LedgerChunk, LibrarySchema, RowRecord } from './schema.ts';

export const LINES = 512;
const ID = 32;

export const FLAG = {
  alive: 1,
  archive: 2,
  favourite: 4,
  tags: 8,
  notes: 16,
  highlights: 32,
  pictures: 64,
  waiting: 128,
  /** Gone for good, or another line took its place. */
  gone: 256,
  /** Its text, or all of it, cannot be read: until it is saved again. */
  damaged: 512,
} as const;

/** What the ledger knows of one article. */
export interface Line {
  id: ArticleId;
  savedAt: Time;
  words: number;
  minutes: number;
  flags: number;
}

/** A store that a transaction may write to. */
export type LedgerStore = IDBPObjectStore<
  LibrarySchema,
  ArrayLike<StoreNames<LibrarySchema>>,
  'ledger',
  'readwrite'
>;

/**
 * One line an article, in memory: so that shelves, orders and filters need no record to be read. Some 50
 * bytes an article. A number is never given twice: an article whose words changed gets a new one.
 */
export class Ledger {
  readonly #chunks: LedgerChunk[];
  #numbers: Map<ArticleId, number> | undefined;

  constructor(chunks: LedgerChunk[]) {
    this.#chunks = chunks;
  }

  /** One past the largest number. */
  get size(): number {
    const last = this.#chunks.at(-1);
    return last ? last.chunk * LINES + last.count : 0;
  }

  idOf(doc: number): ArticleId {
    const at = (doc % LINES) * ID;
    return this.#of(doc).ids.slice(at, at + ID) as ArticleId;
  }

  /** The number of a living article. */
  numberOf(id: ArticleId): number | undefined {
    const doc = this.#known().get(id);
    return doc !== undefined && this.isAlive(doc) ? doc : undefined;
  }

  /** Whether an article is there, living or removed. */
  has = (id: ArticleId): boolean => this.#known().has(id);

  /** Whether its words are still wanted: a removed article may come back. */
  isKept = (doc: number): boolean => doc >= this.size || (this.flags(doc) & FLAG.gone) === 0;
  isAlive = (doc: number): boolean => (this.flags(doc) & FLAG.alive) !== 0;
  flags = (doc: number): number => this.#of(doc).flags[doc % LINES]!;
  savedAt = (doc: number): Time => this.#of(doc).savedAt[doc % LINES]!;
  words = (doc: number): number => this.#of(doc).words[doc % LINES]!;
  minutes = (doc: number): number => this.#of(doc).minutes[doc % LINES]!;

  /** Takes chunks as they now are on disk; one that is known in a later edition stays. */
  take(chunks: Iterable<LedgerChunk>): void {
    for (const chunk of chunks) {
      const known = this.#chunks[chunk.chunk];
      if (known && known.edition >= chunk.edition) continue;
      this.#chunks[chunk.chunk] = chunk;
      if (this.#numbers) this.#number(chunk, this.#numbers);
    }
  }

  #known(): Map<ArticleId, number> {
    if (!this.#numbers) {
      this.#numbers = new Map();
      for (const chunk of this.#chunks) this.#number(chunk, this.#numbers);
    }
    return this.#numbers;
  }

  #number({ chunk, count }: LedgerChunk, numbers: Map<ArticleId, number>): void {
    for (let doc = chunk * LINES; doc < chunk * LINES + count; doc += 1) {
      const id = this.idOf(doc);
      if (this.isKept(doc)) numbers.set(id, doc);
      else if (numbers.get(id) === doc) numbers.delete(id);
    }
  }

  #of(doc: number): LedgerChunk {
    return this.#chunks[chunkOf(doc)]!;
  }
}

/** What a row says of its line. */
type Numbered = Pick<RowRecord, 'id' | 'doc'>;

/** Writes to the ledger within one transaction; `write` puts what was touched. */
export class LedgerPen {
  readonly #store: LedgerStore;
  readonly #known = new Map<number, Promise<LedgerChunk>>();
  readonly #touched = new Set<LedgerChunk>();
  #last: Promise<LedgerChunk> | undefined;
  #edition: Promise<number> | undefined;

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  /** Reads what `add` needs, while the caller reads what else it needs. */
  readAhead(): Promise<unknown> {
    return this.#lastChunk();
  }

  /** Adds a line and gives its number. */
  async add(line: Line): Promise<number> {
    let chunk = await this.#lastChunk();
    if (chunk.count === LINES) chunk = await (this.#last = this.#chunk(chunk.chunk + 1));
    this.#touched.add(chunk);
    const at = chunk.count;
    chunk.count += 1;
    chunk.ids += line.id;
    chunk.savedAt[at] = line.savedAt;
    chunk.words[at] = line.words;
    chunk.minutes[at] = Math.min(line.minutes, 0xffff);
    chunk.flags[at] = line.flags;
    return chunk.chunk * LINES + at;
  }

  /**
   * Ends the transaction as damaged where a row has no line of its own: when the disk is full, Firefox keeps
   * single records of a transaction that it took back.
   */
  async check(row: Numbered): Promise<void> {
    await this.#lineOf(row);
  }

  /** Sets and clears flags of a row's line. */
  async flag(row: Numbered, on: number, off = 0): Promise<void> {
    const { chunk, at } = await this.#lineOf(row);
    chunk.flags[at] = (chunk.flags[at]! & ~off) | on;
    this.#touched.add(chunk);
  }

  /** Gives a row's line another day. */
  async date(row: Numbered, savedAt: Time): Promise<void> {
    const { chunk, at } = await this.#lineOf(row);
    chunk.savedAt[at] = savedAt;
    this.#touched.add(chunk);
  }

  /** The flags of a row's line as they are now. */
  async flagsOf(row: Numbered): Promise<number> {
    const { chunk, at } = await this.#lineOf(row);
    return chunk.flags[at]!;
  }

  /** The chunks as they will be once the transaction has completed. */
  async write(): Promise<LedgerChunk[]> {
    const chunks = [...this.#touched];
    const edition = await this.#edition;
    await Promise.all(
      chunks.map((chunk) => {
        chunk.edition = edition!;
        return this.#store.put(chunk);
      }),
    );
    return chunks;
  }

  async #lineOf(row: Numbered): Promise<{ chunk: LedgerChunk; at: number }> {
    const { transaction } = this.#store;
    if (!Number.isInteger(row.doc)) damaged(transaction, 'a row has no number');
    const chunk = await this.#chunk(chunkOf(row.doc));
    if (!isLineOf(chunk, row)) damaged(transaction, 'a row has no line in the ledger');
    return { chunk, at: row.doc % LINES };
  }

  /** Asked of the disk once: what is added meanwhile is added here. */
  #lastChunk(): Promise<LedgerChunk> {
    return (this.#last ??= this.#readLast());
  }

  async #readLast(): Promise<LedgerChunk> {
    const asked = this.#store.openCursor(null, 'prev').then((cursor) => cursor?.value);
    const last = await this.#read(asked);
    const known = this.#known.get(last.chunk);
    if (!known) this.#known.set(last.chunk, Promise.resolve(last));
    return known ?? last;
  }

  #chunk(chunk: number): Promise<LedgerChunk> {
    const known = this.#known.get(chunk);
    if (known) return known;
    const read = this.#read(this.#store.get(chunk), chunk);
    this.#known.set(chunk, read);
    return read;
  }

  async #read(asked: Promise<LedgerChunk | undefined>, chunk = 0): Promise<LedgerChunk> {
    this.#edition ??= nextEdition(this.#store);
    const [stored] = await Promise.all([asked, this.#edition]);
    if (stored && !isChunk(stored)) damaged(this.#store.transaction, 'a chunk of the ledger');
    return stored ?? emptyChunk(chunk);
  }
}

/** The chunk that has the line of a number. */
export const chunkOf = (doc: number): number => Math.floor(doc / LINES);

/** Whether a row's line in its chunk is its own. */
export const isLineOf = ({ ids, count }: LedgerChunk, { id, doc }: Numbered): boolean =>
  doc % LINES < count && ids.startsWith(id, (doc % LINES) * ID);

/** One more than any chunk has. */
export async function nextEdition(store: Pick<LedgerStore, 'index'>): Promise<number> {
  const numbers = IDBKeyRange.upperBound(Number.MAX_SAFE_INTEGER - 1);
  const last = await store.index('edition').openKeyCursor(numbers, 'prev');
  return (last?.key ?? 0) + 1;
}

export const emptyChunk = (chunk: number): LedgerChunk => ({
  chunk,
  edition: 0,
  count: 0,
  ids: '',
  savedAt: new Float64Array(LINES),
  words: new Uint32Array(LINES),
  minutes: new Uint16Array(LINES),
  flags: new Uint16Array(LINES),
});
