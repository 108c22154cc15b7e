import { breaths } from './breath.ts';
import { LIMITS } from './limits.ts';
import { type Part, textOf } from './part.ts';

const LONGEST_LINE = 2 * LIMITS.address;

/** The lines of a text that are not empty, each cut where no address would go on. */
export async function* linesIn(part: Part): AsyncGenerator<string> {
  const breathe = breaths();
  let rest = '';
  for await (const piece of textOf(part)) {
    const all = (rest + piece).split(/\r\n?|\n/);
    rest = (all.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of all) {
      if (line.trim()) yield line.slice(0, LONGEST_LINE);
      const pause = breathe();
      if (pause) await pause;
    }
  }
  if (rest.trim()) yield rest;
}

/** Which part of the lines of a beginning are as asked; 0 where there is no line. */
export function shareOfLines(head: string, fits: (line: string) => boolean): number {
  const all = head
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim());
  return all.length === 0 ? 0 : all.filter(fits).length / all.length;
}
