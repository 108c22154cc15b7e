import type { Entry } from '../imported.ts';
import { breaths } from './breath.ts';
import { fault } from './entry.ts';
import { LIMITS } from './limits.ts';
import { MarkupReader, type MarkupListener } from './markup-reader.ts';
import { type Part, reasonOf, textOf } from './part.ts';

/** Small pieces: each is read in one go. */
const PIECE = 16 * 1024;

/** What a listener hands to `tell` while a part's markup is read; `ended` may add the last of it. */
export async function* entriesInMarkup(
  part: Part,
  listen: (tell: (entry: Entry) => void) => MarkupListener & { ended?: () => void },
): AsyncGenerator<Entry> {
  const breathe = breaths();
  let told: Entry[] = [];
  let faults = 0;
  const listener = listen((entry) => told.push(entry));
  const reader = new MarkupReader(listener);
  try {
    for await (const text of textOf(part)) {
      for (let at = 0; at < text.length; at += PIECE) {
        reader.add(text.slice(at, at + PIECE));
        yield* told;
        faults += told.filter(({ kind }) => kind === 'fault').length;
        told = [];
        if (faults > LIMITS.faults) {
          yield fault({ file: part.path, row: 0 }, 'too-many-faults');
          return;
        }
        const pause = breathe();
        if (pause) await pause;
      }
    }
    reader.end();
    listener.ended?.();
    yield* told;
  } catch (error) {
    yield* told;
    yield fault({ file: part.path, row: 0 }, reasonOf(error));
  }
}
