import type { TextPosition } from '../../article/text-quote.ts';
import type { TextMap } from '../../ui/text-map.ts';

/** What is selected of the text, as a range that lies in it; null for nothing. */
export function selectedIn(host: Element): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(host)) return null;
  // From the title into the text, or out of it: only the text counts.
  if (!host.contains(range.startContainer)) range.setStart(host, 0);
  if (!host.contains(range.endContainer)) range.setEnd(host, host.childNodes.length);
  return /\S/.test(range.toString()) ? range : null;
}

/** Where a range stands in the text, without the spaces at its ends; null where it holds no words. */
export function positionOf(map: TextMap, range: Range): TextPosition | null {
  let start = map.offset(range.startContainer, range.startOffset);
  let end = map.offset(range.endContainer, range.endOffset);
  // The end of the text, or of a block, is where the next words begin.
  while (start < end && /\s/.test(map.text[start]!)) start += 1;
  while (end > start && /\s/.test(map.text[end - 1]!)) end -= 1;
  return end > start ? { start, end } : null;
}

/** The last box of what is selected: beside it the hand is. */
export function boxOf(range: Range): DOMRect {
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const seen = boxes.filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
  return seen[0] ?? boxes[0] ?? range.getBoundingClientRect();
}
