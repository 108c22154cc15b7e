/** What a backup says of itself. */
export interface BackupHead {
  format: 'lectern-backup';
  /** Of this format. */
  version: number;
  /** Of the library that it was made from. */
  schema: number;
  /** ISO 8601. */
  made: string;
}

/** Written last: a backup without it was cut short. */
export interface BackupManifest extends BackupHead {
  counts: BackupCounts;
  /** Records in each store. */
  records: Record<string, number>;
  parts: { name: string; lines: number; sha256: string }[];
  /** Records that the disk did not give back when it was made. */
  unreadable: number;
}

/** What a person has in it; removed articles are not counted. */
export interface BackupCounts {
  articles: number;
  highlights: number;
  pictures: number;
  pictureBytes: number;
}

export const FORMAT_VERSION = 1;
export const HEAD = 'lectern-backup.json';
export const SETTINGS = 'settings.json';
export const MANIFEST = 'manifest.json';
export const PART = /^records\/\d{5,7}\.jsonl$/;
export const PICTURE = /^pictures\/([\da-f]{64})(?:\.[a-z]{3,4})?$/;

export const partName = (number: number): string =>
  `records/${String(number).padStart(5, '0')}.jsonl`;

const BEFORE_RECORD = '{"store":';

/** A line: its checksum is of the record as it stands there. */
export const lineOf = (store: string, record: string, sum: string): string =>
  `${BEFORE_RECORD}${JSON.stringify(store)},"sum":"${sum}","record":${record}}`;

const LINE = /^\{"store":"(\w{1,40})","sum":"([\da-f]{8})","record":/;

/** The parts of a line; null for what is none. */
export function partsOfLine(line: string): { store: string; sum: string; record: string } | null {
  const [head, store, sum] = LINE.exec(line.slice(0, 200)) ?? [];
  if (!head || !store || !sum || !line.endsWith('}')) return null;
  return { store, sum, record: line.slice(head.length, -1) };
}
