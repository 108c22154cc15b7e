import { countWords } from '../../article/reading-time.ts';

/** Fewer words are a word looked up or a line marked in passing, not a part to read. */
const FEWEST_WORDS = 8;
/** The share of a page's text that may be left when everything is selected. */
const MOST_OUTSIDE = 0.02;
const UNSEEN = 'script, style, noscript, template';

/**
 * What the person selected on the page, when it is worth reading alone: several ranges in Firefox, where
 * Ctrl adds to a selection. Empty for none.
 */
export function selectionOf(page: Document): Range[] {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed) return [];
  const ranges = Array.from({ length: selection.rangeCount }, (_none, at) =>
    selection.getRangeAt(at),
  ).filter(({ commonAncestorContainer }) => page.body.contains(commonAncestorContainer));
  const text = ranges.map(String).join(' ');
  return countWords(text) < FEWEST_WORDS || isEverything(ranges, text, page.body) ? [] : ranges;
}

/** Who selects all means the page, and not its menus. */
function isEverything(ranges: Range[], { length }: string, body: Element): boolean {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let outside = 0;
  while (texts.nextNode() && outside <= length * MOST_OUTSIDE) {
    const text = texts.currentNode;
    if (!text.parentElement?.closest(UNSEEN) && !ranges.some((range) => range.intersectsNode(text)))
      outside += text.nodeValue!.trim().length;
  }
  return outside <= length * MOST_OUTSIDE;
}

/**
 * Deletes from a fresh copy of the page's body what is in none of the ranges; the boxes round a range
 * stay, so that half a list is a list. No ranges: everything stays.
 */
export function keepOnly(ranges: Range[], body: Element, copy: Element): void {
  if (ranges.length === 0) return;
  // Ranges follow the changes of their document, so all are made before the first deletion.
  const gaps = [...ranges, null].map((range, at) => {
    const gap = copy.ownerDocument.createRange();
    const before = ranges[at - 1];
    if (before) gap.setStart(twin(before.endContainer, body, copy), before.endOffset);
    else gap.setStart(copy, 0);
    if (range) gap.setEnd(twin(range.startContainer, body, copy), range.startOffset);
    else gap.setEnd(copy, copy.childNodes.length);
    return gap;
  });
  for (const gap of gaps) gap.deleteContents();
}

/** The node of the copy that stands where this one stands in the body. */
function twin(node: Node, body: Element, copy: Element): Node {
  if (node === body) return copy;
  const parent = node.parentNode!;
  return twin(parent, body, copy).childNodes[[...parent.childNodes].indexOf(node as ChildNode)]!;
}
