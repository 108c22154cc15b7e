/** How big a page is, measured without copying it. */
export interface PageShape {
  elements: number;
  /** Levels of nesting of the deepest element. */
  depth: number;
  /** Characters of text, scripts and styles left out. */
  characters: number;
}

/** Above this a copy and Readability hold the tab for longer than a person forgives. */
export const LARGE: Omit<PageShape, 'depth'> = { elements: 100_000, characters: 6_000_000 };

/** The parser stops at 512 levels; scripts can nest on, and copying then takes seconds or overflows. */
export const DEEP = 1_500;

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);

/** Counts in one walk without recursion, and stops as soon as a limit is passed. */
export function measurePage(root: Element): PageShape {
  const shape: PageShape = { elements: 0, depth: 0, characters: 0 };
  let level = 1;
  let node: Node | null = root;
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) shape.characters += (node as Text).length;
    else shape.elements += 1;
    shape.depth = Math.max(shape.depth, level);
    if (isDeep(shape) || shape.elements > LARGE.elements * 20) return shape;
    if (node.firstChild && !UNSEEN.has(node.nodeName)) {
      node = node.firstChild;
      level += 1;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      level -= 1;
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return shape;
}

export const isLarge = (shape: PageShape): boolean =>
  shape.elements > LARGE.elements || shape.characters > LARGE.characters;

export const isDeep = (shape: PageShape): boolean => shape.depth > DEEP;
