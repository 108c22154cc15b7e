import { blocksOf, characterAt, drawnFrom, firstFitting, offsetIn } from './blocks.ts';
import type { ReadingView } from './view.ts';

/** What stands at the top of the view, and how: enough to have it there again in other type or width. */
export interface Anchor {
  /** Counted from 0. */
  block: number;
  /** Characters of the block before the first whole line in view. */
  offset: number;
  /** How far below the top that line begins, in letter sizes. */
  gap: number;
  /** How much of the block is past the top, where no line of it is near: of a picture, say. */
  share?: number;
}

/** A line may begin this far above the top and still be in view, in CSS pixels: its letters begin lower. */
const TOLERANCE = 4;
/** The first line further below the top than this is not what is read there, in letter sizes. */
const NEAR = 4;
const UNREAD = 'rt, rp, button';

/** What is at the top of the view now; null where nothing of the text is. */
export function anchorNow(view: ReadingView): Anchor | null {
  const line = view.line();
  const blocks = blocksOf(view.text);
  const size = letterSize(view.text);
  const endOf = (block: Element): number => endAlong(view, block);
  const first = firstFitting(blocks.length, (at) => endOf(blocks[at]!) > line + TOLERANCE);
  for (let block = first; block < blocks.length; block += 1) {
    const element = blocks[block]!;
    const { start, end } = view.along(element.getBoundingClientRect());
    if (end <= start) continue;
    const found = firstLine(view, element, line);
    const gap = found ? (found.start - line) / size : Infinity;
    const offset = found && gap < NEAR ? offsetIn(element, found.node, found.at) : 0;
    if (offset > 0) return { block, offset, gap };
    // A block that begins in view is not past the top by any share.
    if (start >= line - TOLERANCE) return { block, offset: 0, gap: (start - line) / size };
    // The end of a paragraph, less than a line of it: what is read is the next.
    if (!found && end - line < size * 2) continue;
    return { block, offset: 0, gap: 0, share: (line - start) / (end - start) };
  }
  return null;
}

/** A place in the text as what is to stand `gap` letter sizes below the top; null outside of the text. */
export function anchorAt(view: ReadingView, target: Range | Element, gap: number): Anchor | null {
  const node = target instanceof Range ? target.startContainer : target;
  const blocks = [...blocksOf(view.text)];
  const block = blocks.findIndex((one) => one.contains(node));
  if (block === -1) return null;
  const before = document.createRange();
  before.setStartBefore(blocks[block]!);
  if (target instanceof Range) before.setEnd(node, target.startOffset);
  else before.setEndBefore(target);
  return { block, offset: before.toString().length, gap };
}

/** How far the text must be moved on to have the anchor where it was; null where it is not drawn. */
export function wayTo(view: ReadingView, anchor: Anchor): number | null {
  const block = blocksOf(view.text)[anchor.block];
  if (!block) return null;
  const { start, end } = view.along(block.getBoundingClientRect());
  const line = view.line();
  if (anchor.share !== undefined) return start + anchor.share * (end - start) - line;
  const character = anchor.offset > 0 ? characterAt(block, anchor.offset) : null;
  const inside = character ? view.along(character.getBoundingClientRect()).start : start;
  // Below its own block: that is not drawn yet, and will be when its beginning is in view.
  const at = inside <= end ? inside : start;
  return at - line - (view.isPaged() ? 0 : anchor.gap * letterSize(view.text));
}

/** The letter size of the text in CSS pixels. */
export const letterSize = (text: Element): number =>
  Number.parseFloat(getComputedStyle(text).fontSize) || 16;

const endAlong = (view: ReadingView, element: Element): number =>
  view.along(element.getBoundingClientRect()).end;

interface Line {
  node: Text;
  at: number;
  start: number;
}

/** The first line of text in `element` that begins at the top or below it. */
function firstLine(view: ReadingView, element: Element, line: number): Line | null {
  const nodes = element.childNodes;
  const range = document.createRange();
  const endOf = (node: Node): number => {
    if (node.nodeType === Node.ELEMENT_NODE) return endAlong(view, node as Element);
    range.selectNode(node);
    const box = range.getBoundingClientRect();
    return box.width === 0 && box.height === 0 ? -Infinity : view.along(box).end;
  };
  // Only a first guess: cells and white space are not in order. From a little before it, one by one.
  const many = nodes.length > 40;
  const guess = many ? firstFitting(nodes.length, (at) => endOf(nodes[at]!) > line) : 0;
  for (let at = Math.max(0, guess - 2); at < nodes.length; at += 1) {
    const node = nodes[at]!;
    if (endOf(node) <= line) continue;
    const isText = node.nodeType === Node.TEXT_NODE;
    if (!isText && (node.nodeType !== Node.ELEMENT_NODE || (node as Element).matches(UNREAD)))
      continue;
    const found = isText
      ? lineIn(view, node as Text, line)
      : firstLine(view, node as Element, line);
    if (found) return found;
  }
  return null;
}

function lineIn(view: ReadingView, node: Text, line: number): Line | null {
  const startAt = (at: number): number | null => {
    const drawn = drawnFrom(node, at);
    return drawn && view.along(drawn.range.getBoundingClientRect()).start;
  };
  const index = firstFitting(node.length, (at) => {
    const start = startAt(at);
    return start === null || start >= line - TOLERANCE;
  });
  const drawn = index < node.length ? drawnFrom(node, index) : null;
  if (!drawn) return null;
  return { node, at: drawn.at, start: view.along(drawn.range.getBoundingClientRect()).start };
}
