/** The words of an element as one string, and the ways between places in it and places on the page. */
export interface TextMap {
  /** Every run of spaces is one space, every change of block one line break; nothing at the ends. */
  text: string;
  /** From `start` up to `end`, in UTF-16 units of `text`; never around the space outside of words. */
  range(start: number, end: number): Range;
  /** The place in `text` of a boundary point on the page; what is not in the text counts to what follows. */
  offset(node: Node, at: number): number;
}

/** A stretch of one text node that stands in the text as it is. */
interface Stretch {
  /** In the text. */
  start: number;
  node: Text;
  /** In the node. */
  from: number;
  length: number;
}

const BLOCKS =
  'address, article, aside, blockquote, br, caption, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, summary, table, td, th, tr, ul';
/** Not read with the text: readings above characters, and controls of ours or of the page. */
const UNREAD =
  'rt, rp, script, style, noscript, template, button, select, textarea, [hidden], [data-beside]';

/** Reads `root` as it is now: where nodes are changed afterwards, it has to be asked anew. */
export function mapText(root: Element): TextMap {
  const stretches: Stretch[] = [];
  let text = '';
  let between: '' | ' ' | '\n' = '';
  const breakLine = (): void => {
    between = '\n';
  };
  const read = (node: Text): void => {
    for (const { 0: piece, index } of node.data.matchAll(/\s+|\S+/g)) {
      if (/^\s/.test(piece)) {
        between ||= ' ';
        continue;
      }
      if (text) text += between;
      between = '';
      const last = stretches.at(-1);
      const isNext = last?.node === node && last.start + index - last.from === text.length;
      if (isNext) last.length = index + piece.length - last.from;
      else stretches.push({ start: text.length, node, from: index, length: piece.length });
      text += piece;
    }
  };
  walk(root, read, breakLine);

  return {
    text,
    range(start, end) {
      const range = (root.ownerDocument ?? document).createRange();
      const first = stretches[lastAtOrBefore(stretches, start)];
      const final = stretches[lastAtOrBefore(stretches, Math.max(start, end - 1))];
      if (!first || !final) {
        range.selectNodeContents(root);
        range.collapse(true);
        return range;
      }
      // A start in the space after a word begins with the next word.
      const isAfter = start >= first.start + first.length;
      const begin = (isAfter && stretches[stretches.indexOf(first) + 1]) || first;
      range.setStart(begin.node, begin.from + Math.max(0, start - begin.start));
      range.setEnd(final.node, final.from + Math.min(final.length, end - final.start));
      return range;
    },
    offset(node, at) {
      const point = (root.ownerDocument ?? document).createRange();
      point.setStart(node, at);
      point.collapse(true);
      // The first stretch that ends at or after the point.
      let low = 0;
      let high = stretches.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const { node: words, from, length } = stretches[middle]!;
        if (point.comparePoint(words, from + length) < 0) low = middle + 1;
        else high = middle;
      }
      const found = stretches[low];
      if (!found) return text.length;
      const inside = found.node === node ? at - found.from : 0;
      return found.start + Math.min(found.length, Math.max(0, inside));
    },
  };
}

function walk(element: Element, read: (node: Text) => void, breakLine: () => void): void {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) read(child as Text);
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const inner = child as Element;
      if (inner.matches(UNREAD)) continue;
      const isBlock = inner.matches(BLOCKS);
      if (isBlock) breakLine();
      walk(inner, read, breakLine);
      if (isBlock) breakLine();
    }
  }
}

function lastAtOrBefore(stretches: readonly Stretch[], place: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.start <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
