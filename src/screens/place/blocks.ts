/** The box that holds the article's blocks, below boxes that hold nothing else. */
function boxOfBlocks(text: Element): Element {
  let box = text;
  while (box.children.length === 1 && box.firstElementChild!.children.length > 0)
    box = box.firstElementChild!;
  return box;
}

/** The blocks of the text, which a place counts from 0. */
export const blocksOf = (text: Element): HTMLCollection => boxOfBlocks(text).children;

/** The index of the first that fits, of `length`, where all after one that fits do so too. */
export function firstFitting(length: number, fits: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const textNodes = (block: Element): TreeWalker =>
  document.createTreeWalker(block, NodeFilter.SHOW_TEXT);

/** How many characters of the block stand before a place in one of its texts. */
export function offsetIn(block: Element, node: Text, at: number): number {
  const walker = textNodes(block);
  let before = 0;
  while (walker.nextNode() && walker.currentNode !== node)
    before += (walker.currentNode as Text).length;
  return before + at;
}

/** The character after so many of the block that is drawn; null where there is none. */
export function characterAt(block: Element, offset: number): Range | null {
  const walker = textNodes(block);
  let left = offset;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (left < node.length) {
      const drawn = drawnFrom(node, left);
      if (drawn) return drawn.range;
      left = 0;
    } else left -= node.length;
  }
  return null;
}

/** The first character of a text, from `at` on, that takes up room: white space often does not. */
export function drawnFrom(node: Text, at: number): { range: Range; at: number } | null {
  const range = document.createRange();
  for (let index = at; index < node.length; index += 1) {
    if (/\s/.test(node.data[index]!)) continue;
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    if (range.getClientRects().length > 0) return { range, at: index };
    // Hidden text is so as a whole.
    return null;
  }
  return null;
}
