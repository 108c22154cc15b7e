import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Which rows are near the window. */
export interface RowWindow {
  /** Height of every row in CSS pixels; 0 until it is measured. */
  height: number;
  first: number;
  last: number;
  /** The first row that is wholly in view. */
  top: number;
}

/** Rows drawn beyond each edge, so that Tab and a flick find the next one there. */
const BEYOND = 6;
const NOTHING: RowWindow = { height: 0, first: 0, last: -1, top: 0 };

/**
 * The part of a list of rows of one height that is worth drawing. The height is that of `ruler`, so it
 * follows the window, the zoom and the person's own text spacing.
 */
export function useRowWindow(
  count: number,
  list: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
): RowWindow {
  const [shown, setShown] = useState(NOTHING);
  useLayoutEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let height = 0;
    let covered = 0;
    const look = (): void => {
      const above = -list.current!.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(above / height) - BEYOND);
      const last = Math.min(count, Math.ceil((above + window.innerHeight) / height) + BEYOND) - 1;
      const top = Math.max(0, Math.ceil((above + covered) / height));
      setShown((now) =>
        now.height === height && now.first === first && now.last === last && now.top === top
          ? now
          : { height, first, last, top },
      );
    };
    const measure = (): void => {
      height = Math.ceil(ruler.current!.getBoundingClientRect().height);
      covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
      look();
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(ruler.current!);
    signal.addEventListener('abort', () => watching.disconnect());
    window.addEventListener('scroll', look, { passive: true, signal });
    window.addEventListener('resize', measure, { signal });
    return () => ending.abort();
  }, [count, list, ruler]);
  return shown;
}
