/** Where to go on reading: a store, and the last key that was read of it. */
export interface OutPlace {
  store: string;
  after: OutKey | null;
}

/** The keys that our stores have; a record with another is counted as unreadable. */
export type OutKey = string | number | OutKey[];

/** Some records of a library, as JSON can hold them: bytes are left out, with a word of how many. */
export interface OutPortion {
  /** The schema that wrote the library. */
  version: number;
  store: string;
  records: unknown[];
  /** Records that the disk does not give back. */
  unreadable: number;
  next: OutPlace | null;
}
