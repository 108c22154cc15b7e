import type { Part } from './part.ts';
import { breaths } from './breath.ts';

export type Encoding = string;

/**
 * In what a text is encoded: by its mark, by the zeros of UTF-16, else UTF-8 where its bytes allow it. What
 * is no UTF-8 says in its head what it is (pages do), or is Windows-1252, as tables of old are. Reads all
 * of the part: a wrong guess shows only where the first letter beyond ASCII stands.
 */
export async function encodingOf(part: Part): Promise<Encoding> {
  const reader = part.bytes().getReader();
  const strict = new TextDecoder('utf-8', { fatal: true });
  const breathe = breaths();
  let head: Uint8Array | undefined;
  let beyondAscii = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!head) {
        head = value;
        const marked = byMark(value) ?? byZeros(value);
        if (marked) return marked;
      }
      try {
        const text = strict.decode(value, { stream: true });
        beyondAscii ||= text.length < value.length;
      } catch {
        return beyondAscii ? 'utf-8' : named(head);
      }
      const pause = breathe();
      if (pause) await pause;
    }
    return 'utf-8';
  } catch {
    // Whoever reads it next will find the same, and says so.
    return 'utf-8';
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function byMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

/** Latin letters in UTF-16 have a zero in every other place. */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  const most = Math.min(bytes.length, 1000);
  for (let at = 0; at < most; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (odd > most / 4 && even < most / 50) return 'utf-16le';
  return even > most / 4 && odd < most / 50 ? 'utf-16be' : undefined;
}

/** As the head of a page names it. */
function named(head: Uint8Array): Encoding {
  const ascii = new TextDecoder('windows-1252').decode(head.subarray(0, 2048));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(ascii)?.[1];
  try {
    const found = label ? new TextDecoder(label).encoding : 'windows-1252';
    // It is not UTF-8, whatever it says; but the first wrong byte may be the only one.
    return found.startsWith('utf-16') ? 'utf-8' : found;
  } catch {
    return 'windows-1252';
  }
}

/** A beginning as text, good enough to recognise a file by. */
export const textFromHead = (bytes: Uint8Array): string =>
  new TextDecoder(byMark(bytes) ?? byZeros(bytes) ?? 'utf-8').decode(bytes);
