import type { Fault, FaultReason, Origin } from '../imported.ts';
import { breaths } from './breath.ts';
import { fault } from './entry.ts';
import { type JsonEntry, JsonScanner } from './json-entries.ts';
import { LIMITS } from './limits.ts';
import { type Part, reasonOf, textOf, wholeText } from './part.ts';

/** An object out of a file of JSON. Read its properties with `own`: they are called as the file likes. */
export interface JsonObject {
  from: Origin;
  /** Which of the wanted paths it was found at. */
  path: string;
  value: object;
}

/** The objects at the given paths ('bookmarks/[]'), one by one; what is none is a fault. */
export async function* objectsOf(
  part: Part,
  ...paths: string[]
): AsyncGenerator<JsonObject | Fault> {
  const file = part.path;
  const breathe = breaths();
  let row = 0;
  let faults = 0;
  const scanner = new JsonScanner((path) => paths.includes(path));
  for await (const found of entries(part, scanner)) {
    const from = { file, row: 'isEnd' in found ? 0 : ++row };
    const read = 'reason' in found ? found.reason : objectIn(found.text);
    if (typeof read !== 'string') yield { from, path: found.path, value: read };
    else {
      yield fault(from, read, 'text' in found ? found.text.slice(0, LIMITS.bit * 4) : '');
      if (++faults > LIMITS.faults) {
        yield fault({ file, row: 0 }, 'too-many-faults');
        return;
      }
    }
    const pause = breathe();
    if (pause) await pause;
  }
}

type Found = JsonEntry | { path: string; reason: FaultReason; isEnd: true };

async function* entries(part: Part, scanner: JsonScanner): AsyncGenerator<Found> {
  try {
    for await (const piece of textOf(part)) yield* scanner.add(piece);
    yield* scanner.end();
  } catch (error) {
    yield { path: '', reason: reasonOf(error), isEnd: true };
  }
}

function objectIn(text: string): object | 'broken-json' | 'not-an-entry' {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : 'not-an-entry';
  } catch {
    return 'broken-json';
  }
}

/** All of a file that only makes sense as a whole; its depth is bounded before it is parsed. */
export async function wholeJson(
  part: Part,
): Promise<{ ok: true; value: unknown } | { ok: false; reason: FaultReason }> {
  const text = await wholeText(part, LIMITS.wholeJson);
  if (!text.ok) return text;
  if (isDeep(text.value)) return { ok: false, reason: 'too-deep' };
  try {
    return { ok: true, value: JSON.parse(text.value.replace(/^\ufeff/, '')) };
  } catch {
    return { ok: false, reason: 'broken-json' };
  }
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > LIMITS.jsonDepth * 4) return true;
  }
  return false;
}

const MOST_PATHS = 500;

/** The paths that have values in the beginning of a text; none where it is no JSON. */
export function shapeOf(head: string): ReadonlySet<string> {
  const paths = new Set<string>();
  if (!/^\s*[[{]/.test(head)) return paths;
  const scanner = new JsonScanner(
    () => false,
    (path) => {
      if (paths.size < MOST_PATHS) paths.add(path);
    },
  );
  scanner.add(head);
  return paths;
}
