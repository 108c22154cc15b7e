import type { DBSchema, IDBPDatabase } from 'idb';

type Bytes = Uint8Array<ArrayBuffer>;

/** The words of a document that is in no segment yet: a block and its positions, see block.ts. */
export interface UnmergedDocument {
  terms: Bytes;
  positions: Bytes;
}

/**
 * Many documents' words, sorted. Never changed once whole, and its number is never used again, so what is
 * remembered of it stays right.
 */
export interface SegmentRecord {
  id: number;
  /** Only whole ones are searched. Building: some of `sources` are in it. Dropped: its blocks are to be deleted. */
  state: 'whole' | 'building' | 'dropped';
  /** How many documents, and the greatest number of one. */
  documents: number;
  last: number;
  /** How many blocks, from 1; block 0 is the first terms of the others. */
  blocks: number;
  /** While building: the segments it is made of, the last term it holds, the first terms of its blocks. */
  sources?: number[];
  after?: string;
  firsts?: string[];
}

/** The stores of the index, to be part of a database's schema. */
export interface IndexSchema extends DBSchema {
  unmerged: { key: number; value: UnmergedDocument };
  segments: { key: number; value: SegmentRecord };
  /** By segment and number of the block; number 0 holds the first terms of the others, a line each. */
  blocks: { key: [number, number]; value: Bytes | string };
  positions: { key: [number, number]; value: Bytes };
}

export const INDEX_STORES = ['unmerged', 'segments', 'blocks', 'positions'] as const;

export type IndexDatabase = IDBPDatabase<IndexSchema>;

/** Makes the stores, in an upgrade. */
export function createIndexStores(db: {
  createObjectStore(name: string, options?: IDBObjectStoreParameters): unknown;
}): void {
  db.createObjectStore('unmerged');
  db.createObjectStore('segments', { keyPath: 'id', autoIncrement: true });
  db.createObjectStore('blocks');
  db.createObjectStore('positions');
}

/** The keys of all blocks of a segment. */
export const blocksOf = (segment: number): IDBKeyRange =>
  IDBKeyRange.bound([segment], [segment, []]);
