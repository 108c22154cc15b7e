import { type ReadonlySignal, signal } from '@preact/signals';
import type { Deed } from '../../article/library-change.ts';
import { answerOf, type LibraryWorld, type Trouble } from './world.ts';

/** How far a long piece of work has come, in articles. */
export interface Work {
  done: number;
  of: number;
}

/** How a piece of work ended. */
export interface Outcome {
  /** How many articles were asked for, of those that were done. */
  done: number;
  /** What takes back what was done, the last first. */
  undo: Deed[];
  /** What was not done: after a cancel, or because of the trouble. */
  rest: Deed[];
  trouble: Trouble | null;
}

/** Does deeds portion by portion, so that thousands can be watched and stopped. */
export interface Portions {
  /** Null while nothing takes longer than a second. */
  work: ReadonlySignal<Work | null>;
  /** `ahead` hears of each portion before it is asked for. */
  run(
    deeds: readonly Deed[],
    ahead: (portion: readonly Deed[]) => void,
    stopped: AbortSignal,
  ): Promise<Outcome>;
}

/** In articles. */
const PORTION = 300;
const SHOWN_AFTER = 1000;

/** The portions of the library in `world`. */
export function createPortions(world: LibraryWorld): Portions {
  const work = signal<Work | null>(null);
  return {
    work,
    async run(deeds, ahead, stopped) {
      const at = world.now();
      const portions = inPortions(deeds.map((deed) => ({ ...deed, at })));
      const of = articlesIn(deeds);
      const outcome: Outcome = { done: 0, undo: [], rest: [], trouble: null };
      let isLong = false;
      const patience = setTimeout(() => {
        isLong = true;
        work.value = { done: outcome.done, of };
      }, SHOWN_AFTER);
      while (portions.length > 0 && !stopped.aborted) {
        const portion = portions[0]!;
        ahead(portion);
        const answer = await answerOf(world.send('library/do', portion));
        if (!answer.ok) {
          outcome.trouble = answer.reason;
          break;
        }
        portions.shift();
        outcome.undo.unshift(...answer.value);
        outcome.done += articlesIn(portion);
        if (isLong) work.value = { done: outcome.done, of };
      }
      clearTimeout(patience);
      if (isLong) work.value = null;
      outcome.rest = portions.flat();
      return outcome;
    },
  };
}

const articlesIn = (deeds: readonly Deed[]): number =>
  deeds.reduce((sum, { ids }) => sum + ids.length, 0);

/** The deeds in their order, cut so that no portion has too many articles. */
function inPortions(deeds: readonly Deed[]): Deed[][] {
  const portions: Deed[][] = [];
  let room = 0;
  for (const { ids, ...deed } of deeds) {
    for (let from = 0; from < ids.length;) {
      if (room === 0) {
        portions.push([]);
        room = PORTION;
      }
      const part = ids.slice(from, from + room);
      portions.at(-1)!.push({ ids: part, ...deed });
      room -= part.length;
      from += part.length;
    }
  }
  return portions;
}
