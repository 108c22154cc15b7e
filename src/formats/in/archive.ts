import { type FileEntry, type Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { Fault } from '../imported.ts';
import { fault } from './entry.ts';
import { LIMITS } from './limits.ts';
import { extensionOf, type Part, UnreadableError } from './part.ts';

const ZIP = [0x50, 0x4b];

/** By its first bytes; an empty archive, and one of several volumes, too. */
export const isArchive = (head: Uint8Array): boolean =>
  head[0] === ZIP[0] &&
  head[1] === ZIP[1] &&
  ((head[2] === 3 && head[3] === 4) ||
    (head[2] === 5 && head[3] === 6) ||
    (head[2] === 7 && head[3] === 8));

/**
 * The files in an archive, and in the archives that lie in it. Nothing is unpacked but what is asked for,
 * and then as a stream that ends with a reason where a file is larger than any honest one.
 */
export async function* partsOf(
  archive: Blob,
  path: string,
  depth = 1,
): AsyncGenerator<Part | Fault> {
  const budget = { left: LIMITS.archive };
  const reader = new ZipReader(rangesOf(archive), { useWebWorkers: false });
  try {
    let entries = 0;
    let files = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++entries > LIMITS.filesInArchive) {
        yield fault({ file: path, row: 0 }, 'too-many-files');
        return;
      }
      if (entry.directory || entry.uncompressedSize === 0) continue;
      files++;
      const part = partOf(entry, path, budget);
      if (entry.encrypted) yield fault({ file: part.path, row: 0 }, 'locked-archive');
      else if (extensionOf(part.path) === 'zip') yield* inner(part, depth);
      else yield part;
    }
    if (files === 0) yield fault({ file: path, row: 0 }, 'empty');
  } catch {
    yield fault({ file: path, row: 0 }, 'broken-archive');
  }
}

async function* inner(part: Part, depth: number): AsyncGenerator<Part | Fault> {
  if (depth >= LIMITS.archiveDepth) {
    yield fault({ file: part.path, row: 0 }, 'archives-in-archives');
    return;
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    const reader = part.bytes().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LIMITS.innerArchive) {
        void reader.cancel().catch(() => undefined);
        throw new UnreadableError('too-large');
      }
      pieces.push(value as Uint8Array<ArrayBuffer>);
    }
  } catch (error) {
    const reason = error instanceof UnreadableError ? error.reason : 'broken-archive';
    yield fault({ file: part.path, row: 0 }, reason);
    return;
  }
  yield* partsOf(new Blob(pieces), part.path, depth + 1);
}

const partOf = (entry: FileEntry, archive: string, budget: { left: number }): Part => ({
  path: `${archive}/${safePath(entry.filename)}`,
  size: entry.uncompressedSize,
  bytes: () => unpacked(entry, budget),
});

interface Range {
  offset?: number;
  size?: number;
}

/** A file as zip.js asks for it: only the ranges that are wanted. Its own class for that brings all it can write. */
const rangesOf = (archive: Blob): Reader<Blob> =>
  ({
    size: archive.size,
    readUint8Array: async (from: number, length: number) =>
      new Uint8Array(await archive.slice(from, from + length).arrayBuffer()),
    createReadable: ({ offset = 0, size = archive.size - offset }: Range = {}) =>
      archive.slice(offset, offset + size).stream(),
  }) as Partial<Reader<Blob>> as Reader<Blob>;

/** A name to be shown and looked up by, never a place on a disk. */
export const safePath = (name: string): string =>
  name
    .slice(0, LIMITS.address)
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .split(/[/\\]+/)
    .filter((step) => step && step !== '.' && step !== '..')
    .slice(-LIMITS.folderDepth)
    .join('/');

function unpacked(entry: FileEntry, budget: { left: number }): ReadableStream<Uint8Array> {
  const most = Math.max(LIMITS.swellingFrom, entry.compressedSize * LIMITS.swelling);
  const stop = new AbortController();
  let size = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      size += bytes.length;
      budget.left -= bytes.length;
      if (size > most || budget.left < 0) throw new UnreadableError('swelling-archive');
      if (size > LIMITS.file) throw new UnreadableError('too-large');
      controller.enqueue(bytes);
    },
  });
  const reader = counted.readable.getReader();
  // What zip.js finds wrong is thrown beside the stream: it is told to whoever reads it.
  const done = entry
    .getData(counted.writable, { signal: stop.signal, checkSignature: true, useWebWorkers: false })
    .then(
      () => null,
      (error: unknown) =>
        error instanceof UnreadableError ? error : new UnreadableError('broken-archive', error),
    );
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await reader.read();
          if (!next.done) return controller.enqueue(next.value);
          const wrong = await done;
          if (wrong) controller.error(wrong);
          else controller.close();
        } catch (error) {
          stop.abort();
          controller.error(error instanceof UnreadableError ? error : ((await done) ?? error));
        }
      },
      async cancel() {
        stop.abort();
        await reader.cancel().catch(() => undefined);
        await done;
      },
    },
    { highWaterMark: 0 },
  );
}
