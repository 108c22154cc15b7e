/** A line of text, in CSS pixels of the window. */
export interface Line {
  top: number;
  bottom: number;
}

/** More than this, in lines, is no gap between paragraphs. */
const WIDE_GAP = 3;

/** Rectangles of words as lines from top to bottom; raised signs and larger words belong to the line they overlap. */
export function linesOf(rects: readonly Line[]): Line[] {
  const lines: Line[] = [];
  for (const { top, bottom } of [...rects].sort((a, b) => a.top - b.top)) {
    const last = lines.at(-1);
    const shared = last ? last.bottom - top : 0;
    const smaller = last ? Math.min(last.bottom - last.top, bottom - top) : 0;
    if (last && shared > smaller / 2) last.bottom = Math.max(last.bottom, bottom);
    else if (bottom - top > 2) lines.push({ top, bottom });
  }
  return lines;
}

/** The line at a height, or the one nearest to it; -1 where there is none. */
export function lineAt(lines: readonly Line[], y: number): number {
  let best = -1;
  let least = Infinity;
  for (const [at, { top, bottom }] of lines.entries()) {
    const distance = y < top ? top - y : Math.max(0, y - bottom);
    if (distance < least) {
      least = distance;
      best = at;
    }
  }
  return best;
}

/** The strip of `count` lines round one; fewer at the ends, and where a picture stands between. */
export function stripAround(lines: readonly Line[], at: number, count: number): Line | null {
  const line = lines[at];
  if (!line) return null;
  const gap = (line.bottom - line.top) * WIDE_GAP;
  let { top, bottom } = line;
  for (let step = 1; step <= (count - 1) / 2; step += 1) {
    const above = lines[at - step];
    const below = lines[at + step];
    if (above && top - above.bottom < gap) top = above.top;
    if (below && below.top - bottom < gap) bottom = below.bottom;
  }
  return { top, bottom };
}

/** The lines of an article that are in the window now. */
export function visibleLines(article: Element): Line[] {
  const rects: Line[] = [];
  const range = document.createRange();
  for (const block of paragraphsBox(article)?.children ?? []) {
    const box = block.getBoundingClientRect();
    if (box.bottom < -80 || box.top > innerHeight + 80) continue;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!/\S/.test(texts.currentNode.nodeValue!)) continue;
      range.selectNodeContents(texts.currentNode);
      rects.push(...range.getClientRects());
    }
  }
  return linesOf(rects);
}

/** The element whose children are the paragraphs: below boxes that hold nothing else. */
export function paragraphsBox(article: Element): Element | null {
  let box = article.querySelector('.article-text');
  while (box?.children.length === 1 && box.firstElementChild!.children.length > 0)
    box = box.firstElementChild;
  return box;
}
