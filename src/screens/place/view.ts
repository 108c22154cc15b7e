import { forward, isSideways, pageWidth } from '../../ui/sideways.ts';

/** How an article lies where it is read: along the way of reading, down or sideways. */
interface Lie {
  /** The text is turned page by page: a place is on a page, and nowhere more exactly. */
  isPaged: () => boolean;
  /** From the edge where reading begins to where the first line of a view stands, in CSS pixels. */
  line(): number;
  /** What is seen of the text at once. */
  extent(): number;
  /** Where a box begins and ends along the way of reading, from the same edge as the line. */
  along(box: DOMRect): { start: number; end: number };
  /** How far the text must be moved on to have in view what is so far from the line. */
  off(way: number): number;
  /** Moves the text on, at once. */
  move(by: number): void;
}

/** Where an article is read, and how it is moved there: the reader's window, or a box that scrolls. */
export interface ReadingView extends Lie {
  /** The box whose blocks are the article's. */
  text: Element;
  /** What tells of scrolling. */
  scrollers: EventTarget[];
  /** What may scroll. */
  roots: HTMLElement[];
}

/** The look may have the text go on down the window, down the page's own box or sideways in it, and change that. */
export function readingView(text: Element, bar: Element | null): ReadingView {
  const main = text.closest<HTMLElement>('main');
  let known: Lie | null = null;
  const lie = (): Lie => {
    // Asked for each line of a text: it stays as it is as long as nobody else has a turn.
    if (!known) queueMicrotask(() => (known = null));
    return (known ??= lieOf(main, bar));
  };
  return {
    text,
    scrollers: main ? [document, main] : [document],
    roots: main ? [document.documentElement, main] : [document.documentElement],
    isPaged: () => lie().isPaged(),
    line: () => lie().line(),
    extent: () => lie().extent(),
    along: (box) => lie().along(box),
    off: (way) => lie().off(way),
    move: (by) => lie().move(by),
  };
}

function lieOf(main: HTMLElement | null, bar: Element | null): Lie {
  if (main && isSideways(main)) return pageWidth(main) === null ? acrossLines(main) : inPages(main);
  return main && /auto|scroll/.test(getComputedStyle(main).overflowY)
    ? downBox(main)
    : downWindow(bar);
}

/** The window of a reader tab, whose bar stands above the text. */
function downWindow(bar: Element | null): Lie {
  const barEnd = (): number => bar?.getBoundingClientRect().bottom ?? 0;
  return {
    isPaged: () => false,
    line: barEnd,
    extent: () => innerHeight - barEnd(),
    along: ({ top, bottom }) => ({ start: top, end: bottom }),
    off: (way) => way,
    move: (by) => scrollBy({ top: by, behavior: 'instant' }),
  };
}

/** A box that scrolls by itself. */
const downBox = (box: HTMLElement): Lie => ({
  isPaged: () => false,
  line: () => box.getBoundingClientRect().top,
  extent: () => box.clientHeight,
  along: ({ top, bottom }) => ({ start: top, end: bottom }),
  off: (way) => way,
  move: (by) => box.scrollBy({ top: by, behavior: 'instant' }),
});

/** From the side where reading begins. */
function alongSide(box: HTMLElement): Lie['along'] {
  const edge = box.getBoundingClientRect();
  return forward(box) === 1
    ? ({ left, right }) => ({ start: left - edge.left, end: right - edge.left })
    : ({ left, right }) => ({ start: edge.right - right, end: edge.right - left });
}

/** Lines that run down the page, one beside the other. */
const acrossLines = (box: HTMLElement): Lie => ({
  isPaged: () => false,
  line: () => 0,
  extent: () => box.clientWidth,
  along: alongSide(box),
  off: (way) => way,
  move: (by) => box.scrollBy({ left: forward(box) * by, behavior: 'instant' }),
});

/** Columns that are turned like pages. */
function inPages(box: HTMLElement): Lie {
  const width = pageWidth(box)!;
  return {
    isPaged: () => true,
    line: () => Number.parseFloat(getComputedStyle(box).paddingInlineStart) || 0,
    extent: () => box.clientWidth,
    along: alongSide(box),
    off(way) {
      const from = Math.abs(box.scrollLeft);
      const page = Math.max(0, Math.floor((from + way + 1) / width));
      return page * width - from;
    },
    move: (by) => box.scrollBy({ left: forward(box) * by, behavior: 'instant' }),
  };
}
