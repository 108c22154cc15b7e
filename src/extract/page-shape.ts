/** How big a page is, measured without copying it. */
export interface PageShape {
  elements: number;
  /** Levels of nesting of the deepest element, or more where there are too few elements to matter. */
  depth: number;
  /** Characters of text, scripts and styles among it. */
  characters: number;
}

/** Above this a copy and Readability hold the tab for a second and longer: the person is asked first. */
export const LARGE: Omit<PageShape, 'depth'> = { elements: 25_000, characters: 12_000_000 };

/** The parser stops at 512 levels; scripts can nest on, and copying then takes seconds or overflows. */
export const DEEP = 1_500;

/**
 * Measures without copying and without recursion. What the browser counts by itself comes first: a
 * page with few elements cannot be deep, and one with little text in all has little to read.
 */
export function measurePage(root: Element): PageShape {
  const elements = root.getElementsByTagName('*').length + 1;
  return {
    elements,
    depth: elements > DEEP ? depthOf(root) : elements,
    characters: root.textContent?.length ?? 0,
  };
}

/** Levels below and with the root; stops when it is deep. */
function depthOf(root: Element): number {
  let deepest = 1;
  let level = 1;
  let element: Element | null = root;
  while (element && deepest <= DEEP) {
    if (element.firstElementChild) {
      element = element.firstElementChild;
      level += 1;
      deepest = Math.max(deepest, level);
      continue;
    }
    while (element && element !== root && !element.nextElementSibling) {
      element = element.parentElement;
      level -= 1;
    }
    if (!element || element === root) break;
    element = element.nextElementSibling;
  }
  return deepest;
}

export const isLarge = (shape: PageShape): boolean =>
  shape.elements > LARGE.elements || shape.characters > LARGE.characters;

export const isDeep = (shape: PageShape): boolean => shape.depth > DEEP;
