import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TallList } from './tall-list.ts';

/** Which rows are near the window. */
export interface RowWindow {
  /** Height of every row in CSS pixels; 0 until it is measured. */
  height: number;
  first: number;
  last: number;
  /** The first row that is wholly in view. */
  top: number;
  /** How much of the list's natural height is left out above: see `TallList`. */
  shift: number;
}

/** The window, and how to go to a place in the list. */
export interface RowWindowHandle extends RowWindow {
  tall: TallList;
  /** Scrolls so that this place of the list, in CSS pixels of its natural height, is at the page's top. */
  goTo: (place: number) => void;
}

/** Rows drawn beyond each edge, so that Tab and a flick find the next one there. */
const BEYOND = 6;
const NOTHING: RowWindow = { height: 0, first: 0, last: -1, top: 0, shift: 0 };

/**
 * The part of a list of rows of one height that is worth drawing. The height is that of `ruler`, so it
 * follows the window, the zoom and the person's own text spacing.
 */
export function useRowWindow(
  count: number,
  list: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
): RowWindowHandle {
  const [shown, setShown] = useState(NOTHING);
  const [tall] = useState(() => new TallList());
  tall.resize(count * shown.height);
  const look = useRef((): void => undefined);

  useLayoutEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let height = 0;
    let covered = 0;
    look.current = (): void => {
      tall.resize(count * height);
      const scrolled = -list.current!.getBoundingClientRect().top;
      const right = tall.scrolled(scrolled, window.innerHeight);
      if (Math.abs(right - scrolled) >= 1) window.scrollBy(0, right - scrolled);
      const seen = right + tall.shift;
      const first = Math.max(0, Math.floor(seen / height) - BEYOND);
      const last = Math.min(count, Math.ceil((seen + window.innerHeight) / height) + BEYOND) - 1;
      const top = Math.max(0, Math.ceil((seen + covered) / height));
      const next = { height, first, last, top, shift: tall.shift };
      setShown((now) => (isSame(now, next) ? now : next));
    };
    const measure = (): void => {
      height = Math.ceil(ruler.current!.getBoundingClientRect().height);
      covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
      look.current();
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(ruler.current!);
    signal.addEventListener('abort', () => watching.disconnect());
    window.addEventListener('scroll', () => look.current(), { passive: true, signal });
    window.addEventListener('resize', measure, { signal });
    return () => ending.abort();
  }, [count, list, ruler]);

  return {
    ...shown,
    tall,
    goTo(place) {
      const listTop = window.scrollY + list.current!.getBoundingClientRect().top;
      window.scrollTo(0, tall.show(place - listTop, window.innerHeight) + listTop);
      look.current();
    },
  };
}

const isSame = (a: RowWindow, b: RowWindow): boolean =>
  a.height === b.height &&
  a.first === b.first &&
  a.last === b.last &&
  a.top === b.top &&
  a.shift === b.shift;
