import type { Time } from '../../article/article.ts';
import type { Entry, Fault } from '../imported.ts';
import { isArchive, partsOf } from './archive.ts';
import { breaths } from './breath.ts';
import { fault } from './entry.ts';
import { firstText } from './first-text.ts';
import { type Format, glanceAt } from './format.ts';
import { formatOf } from './formats.ts';
import { extensionOf, fileNameOf, firstBytes, type Part, partOfFile, reasonOf } from './part.ts';

/** A file whose format is known, wherever it lay. */
export interface Source {
  kind: 'source';
  path: string;
  size: number;
  format: Format;
  /** Its entries, each with its origin; the same file gives the same ones in the same order. */
  read: (now: Time) => AsyncGenerator<Entry>;
}

/**
 * What is in the files that somebody chose: archives are looked into, each file is recognised by its
 * content, and what belongs to another (the texts of an Omnivore export) is left to that. Faults are files
 * that nobody can read. Nothing is changed, kept or fetched.
 */
export async function* sourcesIn(files: readonly File[]): AsyncGenerator<Source | Fault> {
  const loose: Part[] = [];
  for (const file of files) {
    const part = partOfFile(file);
    const head = await headOf(part);
    if (!(head instanceof Uint8Array)) yield head;
    else if (head.length === 0) yield fault({ file: part.path, row: 0 }, 'empty');
    else if (isArchive(head)) yield* sourcesInArchive(file, part.path);
    else loose.push(part);
  }
  yield* sourcesAmong(loose, () => true);
}

/** Every entry of the files, format by format; ends when `signal` says so. */
export async function* entriesIn(
  files: readonly File[],
  now: Time,
  signal?: AbortSignal,
): AsyncGenerator<Entry> {
  for await (const source of sourcesIn(files)) {
    if (source.kind === 'fault') yield source;
    else
      for await (const entry of source.read(now)) {
        if (signal?.aborted) return;
        yield entry;
      }
    if (signal?.aborted) return;
  }
}

async function headOf(part: Part): Promise<Uint8Array | Fault> {
  try {
    return await firstBytes(part, 4);
  } catch (error) {
    return fault({ file: part.path, row: 0 }, reasonOf(error));
  }
}

async function* sourcesInArchive(file: File, path: string): AsyncGenerator<Source | Fault> {
  const parts: Part[] = [];
  let faults = 0;
  for await (const found of partsOf(file, path)) {
    if ('bytes' in found) parts.push(found);
    else {
      faults++;
      yield found;
    }
  }
  let sources = 0;
  // A book is no collection of pages.
  const isBook = parts.some(({ path: inside }) => inside === `${path}/META-INF/container.xml`);
  if (!isBook)
    for await (const found of sourcesAmong(parts, mayBeRead)) {
      sources++;
      yield found;
    }
  if (sources === 0 && faults === 0) yield fault({ file: path, row: 0 }, 'unknown-format');
}

/** In archives lie pictures by the thousand: what is called like a text is looked at. */
const READABLE = new Set([
  ...['csv', 'tsv', 'json', 'jsonl', 'ndjson', 'txt', 'text'],
  ...['html', 'htm', 'xhtml', 'md', 'markdown', 'mdown', ''],
]);
const mayBeRead = ({ path }: Part): boolean =>
  READABLE.has(extensionOf(path)) && !/^(?:\.|__MACOSX\/)|\/(?:\.|__MACOSX\/)/.test(path);

async function* sourcesAmong(
  parts: readonly Part[],
  isWanted: (part: Part) => boolean,
): AsyncGenerator<Source | Fault> {
  const byPath = new Map(parts.map((part) => [part.path, part] as const).reverse());
  const owned: ((path: string) => boolean)[] = [];
  const breathe = breaths();
  for (const part of inOrder(parts.filter(isWanted))) {
    if (owned.some((owns) => owns(part.path))) continue;
    const source = await recognised(part, byPath);
    if (source.kind === 'source' && source.format.owns) owned.push(source.format.owns(part));
    yield source;
    const pause = breathe();
    if (pause) await pause;
  }
}

/** Lists first: what they own is then not looked at by itself. */
const inOrder = (parts: readonly Part[]): Part[] => {
  const isList = ({ path }: Part): boolean => /\.(?:json|csv)$/i.test(path);
  return [...parts.filter(isList), ...parts.filter((part) => !isList(part))];
};

async function recognised(part: Part, byPath: ReadonlyMap<string, Part>): Promise<Source | Fault> {
  const from = { file: part.path, row: 0 };
  try {
    const head = await firstText(part);
    if (!head.trim()) return fault(from, 'empty', fileNameOf(part.path));
    const format = formatOf(glanceAt(part.path, extensionOf(part.path), head));
    if (!format) return fault(from, 'unknown-format', head);
    const read = (now: Time) => format.read(part, { now, part: (path) => byPath.get(path) });
    return { kind: 'source', path: part.path, size: part.size, format, read };
  } catch (error) {
    return fault(from, reasonOf(error));
  }
}
