/** How big a page is, measured without copying it. */
export interface PageShape {
  elements: number;
  /** Levels of nesting that no element goes below; so many more than the deepest at most as `STEP` tells. */
  depth: number;
}

/** Above this a copy and Readability hold the tab for a second and longer: the person is asked first. */
export const LARGE = { elements: 25_000, characters: 12_000_000 };

/** The parser stops at 512 levels; scripts can nest on, and copying then takes seconds or overflows. */
export const DEEP = 1_500;
/** From one element to the next in the page it goes down one level at most: every so many are enough. */
const STEP = 500;

/** Measures without copying, without recursion and without visiting every element. */
export function measurePage(root: Element): PageShape {
  const all = root.getElementsByTagName('*');
  let deepest = 0;
  for (let at = 0; at < all.length; at += STEP)
    deepest = Math.max(deepest, depthOf(all[at]!, root));
  return { elements: all.length + 1, depth: deepest + Math.min(STEP, all.length) };
}

/** Levels above an element below the root, and its own. */
function depthOf(element: Element, root: Element): number {
  let level = 1;
  for (let box: Element | null = element; box && box !== root && level <= DEEP; level += 1)
    box = box.parentElement;
  return level;
}

export const isLarge = (shape: PageShape): boolean => shape.elements > LARGE.elements;

/** Whether a page has more text than a book; of a copy without scripts, which may hold as much. */
export const isLong = (copy: Document): boolean =>
  (copy.body.textContent?.length ?? 0) > LARGE.characters;

export const isDeep = (shape: PageShape): boolean => shape.depth > DEEP;
