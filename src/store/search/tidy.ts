// The upkeep of the index: unmerged documents become a segment, and segments of like size one of the next
// size, so that there are few to search and each document is written anew only a handful of times.
//
// Each step ends in one transaction. What is being built is invisible until its last step, and goes on from
// the term it had reached, also in a worker that was started since: nothing is done twice and nothing is lost.

import type { IDBPTransaction } from 'idb';
import { BlockWriter } from './block.ts';
import { type Numbered, writeDocuments } from './first-segment.ts';
import { mergeTerms } from './merge.ts';
import { type Memory, SegmentSource } from './reading.ts';
import {
  blocksOf,
  INDEX_STORES,
  type IndexDatabase,
  type IndexSchema,
  type SegmentRecord,
} from './schema.ts';
import { EVERY_DOCUMENT, mark } from './lookups.ts';

/** Unmerged documents that become a segment together: a few tens of milliseconds. */
export const DOCUMENTS_A_SEGMENT = 32;
/** So many segments of like size become one. */
const SEGMENTS_A_MERGE = 8;
/** A segment with a greater part of dead documents is written anew. */
const MOST_DEAD = 0.2;

type Writing = IDBPTransaction<IndexSchema, (typeof INDEX_STORES)[number][], 'readwrite'>;
/** The part that somebody else's transaction plays here, whatever other stores it has. */
export type IndexWriting = Pick<Writing, 'objectStore'>;
type Alive = (doc: number) => boolean;

/** Does one bounded step; true when there is more to do. Safe beside saves, searches and another `tidyStep`. */
export async function tidyStep(
  db: IndexDatabase,
  memory: Memory,
  isAlive: Alive,
): Promise<boolean> {
  const reading = db.transaction(['segments', 'unmerged']);
  const [segments, unmerged] = await Promise.all([
    reading.objectStore('segments').getAll(),
    reading.objectStore('unmerged').getAllKeys(null, DOCUMENTS_A_SEGMENT),
  ]);
  const dropped = segments.find(({ state }) => state === 'dropped');
  if (dropped) await deleteSegment(db, dropped.id);
  else if (unmerged.length === DOCUMENTS_A_SEGMENT) await mergeDocuments(db, unmerged, isAlive);
  else {
    const building = segments.find(({ state }) => state === 'building');
    if (building) await mergeFurther(db, memory, building, isAlive);
    else {
      const sources = await chooseSources(db, memory, segments, isAlive);
      if (!sources) return false;
      await beginMerge(db, sources);
    }
  }
  return true;
}

/** Segments of like size, or one with many dead documents; nothing when all is well. */
async function chooseSources(
  db: IndexDatabase,
  memory: Memory,
  segments: readonly SegmentRecord[],
  isAlive: Alive,
): Promise<SegmentRecord[] | undefined> {
  const levels: SegmentRecord[][] = [];
  for (const segment of segments) {
    const sizes = Math.log(segment.documents / DOCUMENTS_A_SEGMENT) / Math.log(SEGMENTS_A_MERGE);
    // A few documents died: it stays with those of its size.
    (levels[Math.max(0, Math.round(sizes))] ??= []).push(segment);
  }
  const many = levels.find((level) => level && level.length >= SEGMENTS_A_MERGE);
  if (many) return many.slice(0, SEGMENTS_A_MERGE);
  for (const segment of segments)
    if ((await deadIn(db, memory, segment, isAlive)) > segment.documents * MOST_DEAD)
      return [segment];
  return undefined;
}

async function deadIn(
  db: IndexDatabase,
  memory: Memory,
  segment: SegmentRecord,
  isAlive: Alive,
): Promise<number> {
  const reading = db.transaction([...INDEX_STORES]);
  const documents = new Uint8Array(segment.last + 1);
  await mark(new SegmentSource(memory, reading, segment), EVERY_DOCUMENT, documents);
  return documents.reduce((dead, is, doc) => dead + (is > 0 && !isAlive(doc) ? 1 : 0), 0);
}

async function beginMerge(db: IndexDatabase, sources: readonly SegmentRecord[]): Promise<void> {
  const transaction = db.transaction('segments', 'readwrite');
  await committed(transaction, async () => {
    const now = await transaction.store.getAll();
    const ids = sources.map(({ id }) => id);
    const free = ids.every((id) => now.some((each) => each.id === id && each.state === 'whole'));
    if (!free || now.some(({ state }) => state === 'building')) return;
    const none = { documents: 0, last: -1, blocks: 0, after: '', firsts: [] };
    const record = { ...none, state: 'building', sources: ids };
    await transaction.store.put(record as unknown as SegmentRecord);
  });
}

/** Does the work in its transaction; resolves when that is on disk, rejects once when either fails. */
async function committed(
  transaction: { done: Promise<void> },
  work: () => Promise<void>,
): Promise<void> {
  await Promise.all([work(), transaction.done]);
}

/** Makes a segment of documents, unless another has. */
async function mergeDocuments(
  db: IndexDatabase,
  numbers: readonly number[],
  isAlive: Alive,
): Promise<void> {
  const from = db.transaction('unmerged').store;
  const range = IDBKeyRange.bound(numbers[0], numbers.at(-1));
  const documents = await from.getAll(range, numbers.length);
  // Others took them meanwhile, or put a document between them: the next step looks again.
  if (documents.length !== numbers.length) return;
  const pairs = documents.map((document, at) => ({ number: numbers[at]!, document }));
  const alive = pairs.filter(({ number }) => isAlive(number));
  const blocks = writeDocuments(alive);
  const transaction = db.transaction([...INDEX_STORES], 'readwrite');
  await committed(transaction, async () => {
    const unmerged = transaction.objectStore('unmerged');
    const still = await unmerged.getAllKeys(range);
    if (still.length !== numbers.length) return;
    await unmerged.delete(range);
    if (alive.length === 0) return;
    await putSegment(transaction, alive, blocks);
  });
}

/** Puts a segment of these documents, which come by growing number, with its blocks. */
export async function putSegment(
  transaction: IndexWriting,
  documents: readonly Numbered[],
  blocks = writeDocuments(documents),
): Promise<void> {
  const record = {
    state: 'whole',
    documents: documents.length,
    last: documents.at(-1)!.number,
    blocks: blocks.length,
  };
  const segments = transaction.objectStore('segments');
  const id = await segments.add(record as unknown as SegmentRecord);
  const firsts = blocks.map(({ first }) => first);
  await putBlocks(transaction, id, blocks, firsts);
}

/** Puts the blocks, with the list of their first terms when it is complete. */
async function putBlocks(
  writing: IndexWriting,
  id: number,
  blocks: BlockWriter['blocks'],
  firsts?: readonly string[],
): Promise<void> {
  const terms = writing.objectStore('blocks');
  const places = writing.objectStore('positions');
  await Promise.all([
    ...(firsts ? [terms.put(firsts.join('\n'), [id, 0])] : []),
    ...blocks.map(({ n, terms: bytes }) => terms.put(bytes, [id, n])),
    ...blocks.map(({ n, positions }) => places.put(positions, [id, n])),
  ]);
}

/** Merges the next terms of the sources; with the last of them the segment takes their place. */
async function mergeFurther(
  db: IndexDatabase,
  memory: Memory,
  building: SegmentRecord,
  isAlive: Alive,
): Promise<void> {
  const reading = db.transaction([...INDEX_STORES]);
  const { id, sources = [], after = '', firsts = [] } = building;
  const store = reading.objectStore('segments');
  const records = await Promise.all(sources.map((source) => store.get(source)));
  // Another step has ended the merge.
  if (records.includes(undefined)) return;
  const writer = new BlockWriter(building.blocks + 1);
  const merged = await mergeTerms(
    reading,
    memory,
    records as SegmentRecord[],
    after,
    writer,
    isAlive,
  );
  const blocks = writer.finish();
  const next: SegmentRecord = {
    ...building,
    documents: building.documents + merged.documents,
    last: Math.max(building.last, merged.last),
    blocks: building.blocks + blocks.length,
    after: merged.after,
    firsts: [...firsts, ...blocks.map(({ first }) => first)],
  };
  const transaction = db.transaction([...INDEX_STORES], 'readwrite');
  await committed(transaction, async () => {
    const segments = transaction.objectStore('segments');
    const now = await segments.get(id);
    // Another has gone on from there meanwhile.
    if (now?.state !== 'building' || now.blocks !== building.blocks || now.after !== after) return;
    const { sources: _sources, after: _after, firsts: all, ...whole } = next;
    await putBlocks(transaction, id, blocks, merged.done ? all : undefined);
    if (!merged.done) {
      await segments.put(next);
      return;
    }
    const ended = { ...whole, state: whole.documents > 0 ? 'whole' : 'dropped' } as const;
    const sourcesEnded = records.map((record) => ({ ...record!, state: 'dropped' }) as const);
    await Promise.all([ended, ...sourcesEnded].map((record) => segments.put(record)));
  });
}

async function deleteSegment(db: IndexDatabase, id: number): Promise<void> {
  const transaction = db.transaction(['segments', 'blocks', 'positions'], 'readwrite');
  await Promise.all([
    transaction.objectStore('blocks').delete(blocksOf(id)),
    transaction.objectStore('positions').delete(blocksOf(id)),
    transaction.objectStore('segments').delete(id),
    transaction.done,
  ]);
}
