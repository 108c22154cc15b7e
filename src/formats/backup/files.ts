import { type Reader, ZipReader } from '@zip.js/zip.js/lib/zip-core-reader.js';

/** A file in a backup, by what its archive says of it. */
export interface BackupFile {
  name: string;
  /** Where its own head stands. */
  at: number;
  packed: number;
  isDeflated: boolean;
}

const MOST_FILES = 1_000_000;
const LOCAL = 0x04034b50;
const HEAD = 30;

/** The files of an archive, by its directory; `whole` is false where that is lost and they were looked for. */
export async function filesIn(
  archive: Blob,
): Promise<{ files: Map<string, BackupFile>; whole: boolean }> {
  const files = new Map<string, BackupFile>();
  try {
    const reader = new ZipReader(rangesOf(archive), { useWebWorkers: false });
    for await (const entry of reader.getEntriesGenerator()) {
      if (files.size >= MOST_FILES) break;
      const { filename: name, offset, compressedSize, compressionMethod, encrypted } = entry;
      if (encrypted || ![0, 8].includes(compressionMethod)) continue;
      const file = {
        name,
        at: offset,
        packed: compressedSize,
        isDeflated: compressionMethod === 8,
      };
      if (!files.has(name)) files.set(name, file);
    }
    return { files, whole: true };
  } catch {
    return { files: await lookFor(archive), whole: false };
  }
}

/** Goes from one file's head to the next, as far as they follow one another. */
async function lookFor(archive: Blob): Promise<Map<string, BackupFile>> {
  const files = new Map<string, BackupFile>();
  for (let at = 0; files.size < MOST_FILES;) {
    const head = await headAt(archive, at);
    if (!head) {
      const next = await nextHead(archive, at + 1);
      if (next === null) return files;
      at = next;
      continue;
    }
    const { name, packed, isDeflated, begins } = head;
    if (!files.has(name)) files.set(name, { name, at, packed, isDeflated });
    at = begins + packed;
  }
  return files;
}

async function headAt(archive: Blob, at: number) {
  if (at + HEAD > archive.size) return null;
  const bytes = new Uint8Array(await archive.slice(at, at + HEAD + 600).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const [nameLength, extraLength] = [view.getUint16(26, true), view.getUint16(28, true)];
  if (view.getUint32(0, true) !== LOCAL || nameLength > 270) return null;
  const name = new TextDecoder().decode(bytes.subarray(HEAD, HEAD + nameLength));
  const packed = packedSize(view, HEAD + nameLength, extraLength);
  if (packed === null) return null;
  return {
    ...{ name, packed, isDeflated: view.getUint16(8, true) === 8 },
    begins: at + HEAD + nameLength + extraLength,
  };
}

const IN_EXTRA = 0xffffffff;
const ZIP64 = 1;

/** The packed size, which a writer that did not know it before puts among the extra fields. (APPNOTE 4.5.3) */
function packedSize(view: DataView, extra: number, length: number): number | null {
  const size = view.getUint32(18, true);
  if (size !== IN_EXTRA) return size;
  const end = Math.min(extra + length, view.byteLength);
  for (let at = extra; at + 20 <= end; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === ZIP64) return Number(view.getBigUint64(at + 12, true));
  return null;
}

const STEP = 1_000_000;

/** The next place that begins as a file does. */
async function nextHead(archive: Blob, from: number): Promise<number | null> {
  for (let at = from; at < archive.size; at += STEP - 3) {
    const bytes = new Uint8Array(await archive.slice(at, at + STEP).arrayBuffer());
    for (let i = bytes.indexOf(0x50); i >= 0; i = bytes.indexOf(0x50, i + 1))
      if (bytes[i + 1] === 0x4b && bytes[i + 2] === 3 && bytes[i + 3] === 4) return at + i;
  }
  return null;
}

/** What can be read of a file, up to `most` bytes; `whole` is false where its bytes end or are altered. */
export async function readFile(
  archive: Blob,
  file: BackupFile,
  most: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let whole = false;
  try {
    const head = await headAt(archive, file.at);
    if (head) {
      const end = head.begins + file.packed;
      const packed = archive.slice(head.begins, end).stream();
      const stream = file.isDeflated
        ? packed.pipeThrough(inPieces()).pipeThrough(new DecompressionStream('deflate-raw'))
        : packed;
      const reader = stream.getReader();
      let size = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.length;
        if (size > most) {
          await reader.cancel();
          throw new Error('too large');
        }
        pieces.push(value);
      }
      whole = end <= archive.size;
    }
  } catch {
    whole = false;
  }
  return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), whole };
}

const PIECE = 8_000;

/**
 * Small pieces, and nothing at the end: an error throws away what is unpacked and not yet read. The last piece
 * is taken only when all before it was read.
 */
const inPieces = (): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> =>
  new TransformStream({
    transform(bytes, stream) {
      for (let at = 0; at < bytes.length; at += PIECE)
        stream.enqueue(bytes.subarray(at, at + PIECE));
    },
    flush: (stream) => stream.enqueue(new Uint8Array(0)),
  });

/** A file as zip.js asks for it: only the ranges that are wanted. */
const rangesOf = (archive: Blob): Reader<Blob> =>
  ({
    size: archive.size,
    readUint8Array: async (from: number, length: number) =>
      new Uint8Array(await archive.slice(from, from + length).arrayBuffer()),
  }) as Partial<Reader<Blob>> as Reader<Blob>;
