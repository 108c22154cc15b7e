import type { FaultReason } from '../imported.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import { LIMITS } from './limits.ts';

/** One file to be read, wherever it lies. Its bytes can be asked for again and again. */
export interface Part {
  /** As a person would say where it is, archives and folders first. */
  path: string;
  /** Stated size in bytes, which an archive may lie about. */
  size: number;
  bytes: () => ReadableStream<Uint8Array>;
}

/** Thrown into a stream by what unpacks it; becomes a fault where the stream is read. */
export class UnreadableError extends Error {
  readonly reason: FaultReason;
  constructor(reason: FaultReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

export const reasonOf = (error: unknown): FaultReason =>
  error instanceof UnreadableError ? error.reason : 'unreadable';

export const partOfFile = (file: File): Part => ({
  // A folder that was dropped keeps its paths.
  path: file.webkitRelativePath || file.name,
  size: file.size,
  bytes: () => file.stream(),
});

/** The first bytes of a part; fewer where it is shorter. */
export async function firstBytes(part: Part, most: number): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let size = 0;
  const reader = part.bytes().getReader();
  try {
    while (size < most) {
      const { done, value } = await reader.read();
      if (done) break;
      taken.push(value);
      size += value.length;
    }
  } finally {
    // What unpacks may mind being stopped; nobody else does.
    void reader.cancel().catch(() => undefined);
  }
  return joined(taken, Math.min(size, most));
}

function joined(taken: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const bytes of taken) {
    all.set(bytes.subarray(0, size - at), at);
    at += Math.min(bytes.length, size - at);
  }
  return all;
}

/** The text of a part, piece by piece, in the encoding that its bytes are in; without a byte order mark. */
export async function* textOf(part: Part, encoding?: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding ?? (await encodingOf(part)));
  const reader = part.bytes().getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LIMITS.file) throw new UnreadableError('too-large');
      for (let at = 0; at < value.length; at += PIECE)
        yield decoder.decode(value.subarray(at, at + PIECE), { stream: true });
    }
    const end = decoder.decode();
    if (end) yield end;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** Small enough that what is done with a piece takes a moment. */
const PIECE = 128 * 1024;

/** All of a text at once; a reason when it is longer than `most` or cannot be unpacked. */
export async function wholeText(
  part: Part,
  most: number = LIMITS.text,
): Promise<{ ok: true; value: string } | { ok: false; reason: FaultReason }> {
  const pieces: string[] = [];
  let length = 0;
  try {
    for await (const piece of textOf(part)) {
      length += piece.length;
      if (length > most) return { ok: false, reason: 'too-large' };
      pieces.push(piece);
    }
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  return { ok: true, value: pieces.join('') };
}

export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
export const extensionOf = (path: string): string =>
  /\.([a-z\d]{1,10})$/i.exec(fileNameOf(path))?.[1]?.toLowerCase() ?? '';
