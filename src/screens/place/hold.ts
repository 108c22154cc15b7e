import { keepPlaceBy } from '../../ui/place-keeper.ts';
import { type Anchor, anchorNow, wayTo } from './anchor.ts';
import type { ReadingView } from './view.ts';

/** Milliseconds after the hand's last move, or the scrolling it began, in which scrolling is its doing. */
const HAND = 400;
/** How often a new place is looked at again, until what comes into view has its true size. */
const LOOKS = 30;

export interface Hold {
  /** Has this at the top; answers when it stands there for good. */
  goTo(anchor: Anchor): Promise<void>;
  /** What is at the top; null while nothing is. */
  anchor(): Anchor | null;
  /** The person stays here: by now all is drawn that was not yet when it came into view. */
  settle(): void;
}

/**
 * Keeps the same words at the top whatever changes in type, width or pictures, until the person scrolls.
 * `onPlace` hears of every new place, once a frame at most.
 */
export function holdPlace(view: ReadingView, signal: AbortSignal, onPlace: () => void): Hold {
  let held: Anchor | null = null;
  let shape = '';
  /** The hand is scrolling: the browser itself keeps the text from jumping then. */
  let moving = false;
  let still: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let latest = 0;
  /** Taken from a text that moved. */
  let isRough = false;
  /** On the way to a place: what moves then is the text, which takes its true size. */
  let going = false;

  const shapeNow = (): string => {
    const { width, height } = view.text.getBoundingClientRect();
    return `${width} ${height} ${view.extent()}`;
  };
  const take = (): void => {
    shape = shapeNow();
    held = anchorNow(view);
    isRough = true;
    onPlace();
  };
  /** How far the text is from its place, in CSS pixels; null where the place is not drawn, or there is none. */
  const offBy = (): number | null => {
    const way = held && wayTo(view, held);
    return way === null ? null : view.off(way);
  };
  /** Answers how far it was from its place. */
  const putBack = (): number => {
    const off = offBy() ?? 0;
    if (Math.abs(off) >= 1) view.move(off);
    shape = shapeNow();
    return Math.abs(off);
  };
  const onScroll = (): void => {
    due = 0;
    if (signal.aborted) return;
    // Without a hand, in a text of another shape: the browser moved it, and to the wrong place.
    if (going && !moving) return;
    if (!moving && held && shapeNow() !== shape) putBack();
    else if (Math.abs(offBy() ?? 1) >= 1) take();
  };
  /** Two that put the text back would move it twice: the browser does while the hand moves, else we. */
  const leaveToBrowser = (isLeft: boolean): void => {
    const wanted = isLeft ? '' : 'none';
    for (const { style } of view.roots)
      if (style.getPropertyValue('overflow-anchor') !== wanted)
        style.setProperty('overflow-anchor', wanted);
  };
  const restLater = (): void => {
    clearTimeout(still);
    still = setTimeout(onRest, HAND);
  };
  const onHand = (): void => {
    moving = true;
    leaveToBrowser(true);
    restLater();
  };
  const onRest = (): void => {
    clearTimeout(still);
    if (moving && due) {
      cancelAnimationFrame(due);
      due = 0;
      take();
    }
    moving = false;
    leaveToBrowser(held === null);
  };

  const options = { passive: true, signal };
  const onScrolling = (): void => {
    due ||= requestAnimationFrame(onScroll);
    // The smooth way to the end of a long text takes longer than a key's press.
    if (moving) restLater();
  };
  for (const scroller of view.scrollers) {
    scroller.addEventListener('scroll', onScrolling, options);
    scroller.addEventListener('scrollend', onRest, options);
  }
  for (const name of ['wheel', 'touchstart', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(name, onHand, { ...options, capture: true });
  addEventListener('touchend', onHand, options);
  addEventListener('resize', () => held && putBack(), options);
  // Other letters may move the lines of a text that stays as high as it was.
  document.fonts.addEventListener('loadingdone', () => held && !moving && putBack(), { signal });
  const sizes = new ResizeObserver(() => {
    if (held && !moving) putBack();
    else if (held) shape = shapeNow();
  });
  sizes.observe(view.text);
  sizes.observe(document.body);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    leaveToBrowser(true);
    cancelAnimationFrame(due);
    clearTimeout(still);
  });

  const goTo = async (anchor: Anchor): Promise<void> => {
    const mine = (latest += 1);
    held = anchor;
    isRough = false;
    moving = false;
    leaveToBrowser(false);
    going = true;
    let settled = 0;
    for (let look = 0; look < LOOKS && settled < 3; look += 1) {
      settled = putBack() < 1 ? settled + 1 : 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (signal.aborted || mine !== latest || held !== anchor) break;
    }
    if (mine !== latest) return;
    going = false;
    if (!signal.aborted) onPlace();
  };
  keepPlaceBy(() => {
    if (due) {
      cancelAnimationFrame(due);
      onScroll();
    }
    const before = held;
    return before && (() => void goTo(before));
  }, signal);
  const settle = (): void => {
    // Once: a place that is taken again and again creeps away as letters change.
    if (isRough && Math.abs(offBy() ?? 1) < 1) held = anchorNow(view);
    isRough = false;
  };
  return { anchor: () => held ?? anchorNow(view), settle, goTo };
}
