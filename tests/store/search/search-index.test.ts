import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepare, type SearchFields } from '../../../src/store/search/prepare.ts';
import { parseQuery } from '../../../src/store/search/query.ts';
import {
  createIndexStores,
  type IndexDatabase,
  type IndexSchema,
} from '../../../src/store/search/schema.ts';
import { SearchIndex } from '../../../src/store/search/search-index.ts';
import { answers, article, typed } from './libraries.ts';

let db: IndexDatabase;
let index: SearchIndex;

beforeEach(async () => {
  await deleteDB('index');
  db = await openDB<IndexSchema>('index', 1, { upgrade: (opened) => createIndexStores(opened) });
  index = new SearchIndex();
});
afterEach(() => db.close());

const fields = (part: Partial<SearchFields>): SearchFields => ({
  title: 'The Tide Clock',
  byline: 'Ines Holloway',
  siteName: 'The Mercator Review',
  url: 'https://www.review.example/clock',
  lang: 'en',
  text: 'A clock with one hand is never wrong for long.',
  ...part,
});

async function add(doc: number, part: Partial<SearchFields> | SearchFields): Promise<void> {
  const transaction = db.transaction('unmerged', 'readwrite');
  await index.add(transaction, doc, prepare(fields(part)));
  await transaction.done;
}

const found = async (query: string): Promise<number[]> => [
  ...(await index.search(db, parseQuery(query).clauses)).docs,
];

async function tidyAll(isAlive = (_doc: number): boolean => true): Promise<void> {
  while (await index.tidy(db, isAlive));
}

describe('the index', () => {
  it('finds nothing in an empty library', async () => {
    expect(await found('tide')).toEqual([]);
    expect(await found('-tide')).toEqual([]);
    expect(await index.tidy(db, () => true)).toBe(false);
  });

  it('puts whole words before beginnings and titles before both', async () => {
    await add(0, { title: 'Water', text: 'Some clocks.' });
    await add(1, { title: 'Water', text: 'One clock.' });
    await add(2, { title: 'The Clock', text: 'Water.' });
    await add(3, { title: 'Water', text: 'A clock, the clock, his clock.' });
    const { docs, scores } = await index.search(db, parseQuery('clock').clauses);
    const order = [...docs.keys()].sort((a, b) => scores[b]! - scores[a]!).map((at) => docs[at]);
    expect(order).toEqual([2, 3, 1, 0]);
  });

  it('joins what tags and notes find to the words, not to phrases', async () => {
    await add(0, {});
    await add(1, { title: 'Other', text: 'Nothing.' });
    const asked: string[] = [];
    const extra = (words: readonly string[]): Promise<number[][]> => {
      asked.push(...words);
      return Promise.resolve(words.map(() => [1, 99]));
    };
    const { docs } = await index.search(db, parseQuery('tide "clock" 東京').clauses, extra);
    expect([...docs]).toEqual([]);
    expect(asked).toEqual(['tide', '東京']);
    const { docs: both } = await index.search(db, parseQuery('tide').clauses, extra);
    expect([...both]).toEqual([0, 1]);
  });

  it('finds no phrase across two fields', async () => {
    await add(0, {});
    expect(await found('"clock ines"')).toEqual([]);
    expect(await found('"tide clock" "one hand is"')).toEqual([0]);
  });

  it('sees at once what another connection wrote or tidied', async () => {
    for (let doc = 0; doc < 40; doc++) await add(doc, { text: `number ${doc}` });
    expect(await found('"number 3"')).toEqual([3]);
    const other = new SearchIndex();
    while (await other.tidy(db, (doc) => doc !== 3));
    expect(await found('"number 3"')).toEqual([]);
    expect(await found('"number 39"')).toEqual([39]);
  });

  it('keeps a word of more documents than a block holds', async () => {
    const text = `tide ${'of the '.repeat(800)} end`;
    for (let doc = 0; doc < 300; doc++) await add(doc, { text: doc % 3 ? text : `${text} hand` });
    await tidyAll();
    expect(await db.count('unmerged')).toBe(300 % 32);
    expect(await found('the')).toHaveLength(300);
    expect(await found('"the end"')).toHaveLength(300);
    expect(await found('"end hand"')).toHaveLength(100);
    expect(await found('"tide of the of"')).toHaveLength(300);
    expect(await found('-hand')).toHaveLength(200);
  }, 60_000);

  it('deletes the words of the dead, and all that was merged', async () => {
    for (let doc = 0; doc < 256; doc++) await add(doc, { text: `number w${doc}` });
    await tidyAll();
    expect(await db.count('segments')).toBe(1);
    const before = await db.count('blocks');
    await tidyAll((doc) => doc >= 128);
    const [segment, ...others] = await db.getAll('segments');
    expect(others).toEqual([]);
    expect(segment).toMatchObject({ state: 'whole', documents: 128, last: 255 });
    expect(await db.count('blocks')).toBeLessThanOrEqual(before);
    expect(await found('"w12"')).toEqual([]);
    expect(await found('"w129"')).toEqual([129]);
    await tidyAll(() => false);
    expect(await db.count('blocks')).toBe(0);
    expect(await db.count('positions')).toBe(0);
  });

  it('goes on with a merge in a worker that was started since, and in two at once', async () => {
    const text = 'word '.repeat(300);
    for (let doc = 0; doc < 512; doc++) await add(doc, { text: `${text} w${doc * 7}x ${doc}` });
    for (let more = true; more;) {
      const steps = [index, new SearchIndex(), new SearchIndex()].map((each) =>
        each.tidy(db, (doc) => doc !== 5),
      );
      more = (await Promise.all(steps)).some(Boolean);
      expect(await found('w7x')).toEqual([1]);
      expect(await found('"word w14x 2"')).toEqual([2]);
    }
    expect((await found('word')).length).toBe(511);
    const [segments, all] = [await db.getAll('segments'), await db.getAllKeys('blocks')];
    expect(new Set(all.map(([id]) => id))).toEqual(new Set(segments.map(({ id }) => id)));
    expect(segments.every(({ state }) => state === 'whole')).toBe(true);
  }, 60_000);

  it('is not changed by a save that was given up', async () => {
    await add(0, {});
    const transaction = db.transaction('unmerged', 'readwrite');
    await index.add(transaction, 1, prepare(fields({})));
    transaction.abort();
    await expect(transaction.done).rejects.toThrow();
    expect(await found('tide')).toEqual([0]);
  });
});

describe('a search', () => {
  it('finds what a reading of all articles finds', { timeout: 240_000 }, async () => {
    const library = fc.array(article, { minLength: 40, maxLength: 300 });
    const questions = fc.array(typed, { minLength: 50, maxLength: 50 });
    const property = fc.asyncProperty(library, questions, fc.infiniteStream(fc.nat(99)), agrees);
    await fc.assert(property, { numRuns: 12, endOnFailure: true });
  });

  /** Saves and tidies in a chance order, with deaths and kills, and asks in between. */
  async function agrees(
    library: SearchFields[],
    questions: string[],
    chance: IterableIterator<number>,
  ): Promise<void> {
    const luck = (percent: number): boolean => (chance.next().value as number) < percent;
    await Promise.all([db.clear('unmerged'), db.clear('segments')]);
    await Promise.all([db.clear('blocks'), db.clear('positions')]);
    const alive = new Map<number, SearchFields>();
    const dead = new Set<number>();
    const every = Math.ceil(library.length / questions.length);
    for (const [doc, each] of library.entries()) {
      await add(doc, each);
      alive.set(doc, each);
      if (luck(10)) {
        alive.delete(doc);
        dead.add(doc);
      }
      if (luck(30)) await tidyOrBeKilled(luck(30), (n) => !dead.has(n));
      if (doc % 70 === 69) await tidyAll((n) => !dead.has(n));
      const question = doc % every === 0 ? questions[doc / every] : undefined;
      if (question !== undefined) await ask(question, alive);
    }
    await tidyAll((n) => !dead.has(n));
    for (const question of questions) await ask(question, alive);
  }

  async function tidyOrBeKilled(kill: boolean, isAlive: (doc: number) => boolean): Promise<void> {
    if (!kill) return void (await index.tidy(db, isAlive));
    const { transaction } = IDBDatabase.prototype;
    // A killed worker's transaction is rolled back, whatever it has written.
    IDBDatabase.prototype.transaction = function begin(...args) {
      const begun = transaction.apply(this, args);
      if (args[1] === 'readwrite') queueMicrotask(() => begun.abort());
      return begun;
    };
    await index.tidy(db, isAlive).catch(() => undefined);
    IDBDatabase.prototype.transaction = transaction;
    index = new SearchIndex();
  }

  async function ask(question: string, alive: Map<number, SearchFields>): Promise<void> {
    const { clauses } = parseQuery(question);
    const { docs } = await index.search(db, clauses);
    const plain = [...alive].filter(([, each]) => clauses.every((clause) => answers(each, clause)));
    expect(
      [...docs].filter((doc) => alive.has(doc)),
      question,
    ).toEqual(plain.map(([doc]) => doc));
  }
});
