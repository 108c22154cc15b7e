import type { Progress } from '../../article/article.ts';
import type { Anchor } from './anchor.ts';
import { blocksOf } from './blocks.ts';
import type { ReadingView } from './view.ts';

/** How much of a text is read at an anchor, by its characters: heights of what was never drawn are guesses. */
export function progressIn(text: Element): (view: ReadingView, anchor: Anchor) => Progress {
  const before: number[] = [];
  let all = 0;
  for (const block of blocksOf(text)) {
    before.push(all);
    all += block.textContent.length;
  }
  return (view, { block, offset }) => {
    const { start, end } = view.along(text.getBoundingClientRect());
    const seen = view.line() + view.extent();
    const rest = end - start > 0 ? (all * view.extent()) / (end - start) : 0;
    const read = (before[block] ?? 0) + offset;
    const part = end <= seen + 1 ? 1 : Math.min(1, read / Math.max(1, all - rest));
    return { part, block, ...(offset > 0 && { offset }) };
  };
}
