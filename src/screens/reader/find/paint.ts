import type { TextMap } from '../../../ui/text-map.ts';
import type { Span } from './matches.ts';

/** More at once would take longer than a frame to draw: those on either side of the current one. */
const MOST = 600;

/** Marks what was found without a change of the text, the current match apart. */
export function paintMatches(map: TextMap, spans: readonly Span[], at: number): void {
  const from = Math.max(0, at - MOST);
  const ranges = spans.slice(from, at + MOST).map(([start, end]) => map.range(start, end));
  const current = ranges.splice(at - from, 1);
  CSS.highlights.set('find', new Highlight(...ranges));
  const marked = new Highlight(...current);
  marked.priority = 1;
  CSS.highlights.set('find-current', marked);
}

export function unpaintMatches(): void {
  CSS.highlights.delete('find');
  CSS.highlights.delete('find-current');
}
