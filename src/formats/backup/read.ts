import { MIGRATIONS } from '../../store/migrations.ts';
import { failed, done, type Result } from '../../article/result.ts';
import { fileSum, lineSum } from './checksum.ts';
import { type BackupFile, filesIn, readFile } from './files.ts';
import {
  type BackupHead,
  type BackupManifest,
  FORMAT_VERSION,
  HEAD,
  MANIFEST,
  PART,
  partsOfLine,
  PICTURE,
  SETTINGS,
} from './layout.ts';

/** Why a file is not taken at all. */
export type NoBackup = 'not-a-backup' | 'newer-backup';

/** What of a backup could not be read; `line` 0 for the rest of a part, or a part. */
export interface BackupFault {
  part: string;
  line: number;
  reason: 'cut' | 'altered' | 'missing' | 'not-a-record' | 'no-article' | 'picture';
}

/** A record that stands whole in a backup. */
export interface BackupRecord {
  store: string;
  record: unknown;
  part: string;
  line: number;
}

export interface Backup {
  head: BackupHead;
  /** Null where the end of the file is lost. */
  manifest: BackupManifest | null;
  isCut: boolean;
  parts: string[];
  size: number;
  /** The whole lines of a part, and what is wrong with the others. */
  read(part: string): Promise<{ records: BackupRecord[]; faults: BackupFault[] }>;
  /** The bytes of a picture; null where they are lost or are not those that were written. */
  picture(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  settings(): Promise<Record<string, unknown>>;
}

const MOST_JSON = 16_000_000;
/** A portion of some megabytes, or one very large record. */
const MOST_PART = 160_000_000;
const MOST_PICTURE = 45_000_000;

/** Looks at a file that somebody chose. What is in it is as hostile as any page. */
export async function openBackup(file: Blob): Promise<Result<Backup, NoBackup>> {
  const { files, whole } = await filesIn(file);
  const json = async (name: string): Promise<Record<string, unknown> | null> => {
    const entry = files.get(name);
    if (!entry) return null;
    const { bytes } = await readFile(file, entry, MOST_JSON);
    return objectOf(new TextDecoder().decode(bytes));
  };
  const head = await json(HEAD);
  if (head?.['format'] !== 'lectern-backup') return failed('not-a-backup');
  const { version, schema, made } = head;
  if (typeof version !== 'number' || typeof schema !== 'number') return failed('not-a-backup');
  if (version > FORMAT_VERSION || schema > MIGRATIONS.length) return failed('newer-backup');
  const said = await json(MANIFEST);
  const manifest = said && isManifest(said) ? said : null;
  const pictures = new Map<string, BackupFile>();
  for (const [name, entry] of files) {
    const sha256 = PICTURE.exec(name)?.[1];
    if (sha256) pictures.set(sha256, entry);
  }
  const there = [...files.keys()].filter((name) => PART.test(name));
  const told = manifest?.parts.map(({ name }) => name).filter((name) => PART.test(name)) ?? [];
  const sums = new Map(manifest?.parts.map(({ name, sha256 }) => [name, sha256]));
  return done({
    head: { format: 'lectern-backup', version, schema, made: typeof made === 'string' ? made : '' },
    manifest,
    isCut: !whole || !manifest,
    parts: [...new Set([...told, ...there])],
    size: file.size,
    async read(part) {
      const entry = files.get(part);
      if (!entry) return { records: [], faults: [{ part, line: 0, reason: 'missing' }] };
      const { bytes, whole: isWhole } = await readFile(file, entry, MOST_PART);
      const found = linesOf(part, bytes);
      const sum = sums.get(part);
      const isSound = isWhole && (sum === undefined || sum === (await fileSum(bytes)));
      if (!isWhole) found.faults.push({ part, line: 0, reason: 'cut' });
      else if (!isSound && found.faults.length === 0)
        found.faults.push({ part, line: 0, reason: 'altered' });
      return found;
    },
    async picture(sha256) {
      const entry = pictures.get(sha256);
      if (!entry) return null;
      const { bytes, whole: isWhole } = await readFile(file, entry, MOST_PICTURE);
      return isWhole && (await fileSum(bytes)) === sha256 ? bytes : null;
    },
    settings: async () => (await json(SETTINGS)) ?? {},
  });
}

function linesOf(
  part: string,
  bytes: Uint8Array,
): { records: BackupRecord[]; faults: BackupFault[] } {
  const records: BackupRecord[] = [];
  const faults: BackupFault[] = [];
  const lines = new TextDecoder().decode(bytes).split('\n');
  for (const [at, text] of lines.entries()) {
    if (text === '') continue;
    const line = at + 1;
    const parts = partsOfLine(text);
    if (!parts || lineSum(parts.record) !== parts.sum) {
      faults.push({ part, line, reason: 'altered' });
      continue;
    }
    const record = objectOf(parts.record);
    if (record) records.push({ store: parts.store, record, part, line });
    else faults.push({ part, line, reason: 'not-a-record' });
  }
  return { records, faults };
}

function objectOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function isManifest(value: object): value is BackupManifest {
  const { counts, parts } = value as Partial<Record<keyof BackupManifest, unknown>>;
  const { articles, highlights, pictures, pictureBytes } = { ...(counts as object) } as Record<
    string,
    unknown
  >;
  return (
    [articles, highlights, pictures, pictureBytes].every((count) => typeof count === 'number') &&
    Array.isArray(parts) &&
    parts.length < 1_000_000 &&
    parts.every((part: unknown) => {
      const { name, sha256 } = { ...(part as object) } as Record<string, unknown>;
      return typeof name === 'string' && typeof sha256 === 'string';
    })
  );
}
