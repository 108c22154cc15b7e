import type { CodeSpan } from './colour.ts';

/** The spans, which grow, as places in the texts of the element. */
export function rangesOf(code: Element, spans: readonly CodeSpan[]): Range[] {
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode() as Text | null;
  let before = 0;
  return spans.map(({ start, end }) => {
    const range = document.createRange();
    while (node && before + node.length <= start) next();
    if (node) range.setStart(node, start - before);
    while (node && before + node.length < end) next();
    if (node) range.setEnd(node, end - before);
    return range;
  });

  function next(): void {
    before += node!.length;
    node = walker.nextNode() as Text | null;
  }
}
