import { type ReadonlySignal, signal } from '@preact/signals';

/** What covers the text above and below, in CSS pixels. */
const TOP = 64;
const BOTTOM = 76;
/** A page that still scrolls after this long, in milliseconds, is scrolled by the person. */
const OWN_SCROLL = 1_200;
/** Text far below is laid out when it comes near, and then stands elsewhere. */
const LOOKS = 3;

export interface Follow {
  /** The person scrolled away from what is said. */
  isAway: ReadonlySignal<boolean>;
  /** Something else is said now. */
  look(): void;
  back(): void;
}

/** Keeps what is said in view, unless the person scrolled away from it. */
export function createFollow(spoken: () => Range | null, ending: AbortSignal): Follow {
  const isAway = signal(false);
  let ownUntil = 0;

  const distance = (): { top: number; left: number } | null => {
    const rects = [...(spoken()?.getClientRects() ?? [])];
    const [first] = rects;
    const last = rects.at(-1);
    if (!first || !last) return null;
    const bottom = innerHeight - BOTTOM;
    const isTall = last.bottom - first.top > bottom - TOP;
    const isSeen =
      first.top >= TOP && (last.bottom <= bottom || (isTall && first.top < bottom / 2));
    const isBeside = last.right < 0 || first.left > innerWidth;
    return {
      top: isSeen ? 0 : first.top - TOP - (bottom - TOP) * 0.25,
      left: isBeside ? first.left - innerWidth / 2 : 0,
    };
  };

  const scroll = (looks: number): void => {
    const way = distance();
    if (!way || (Math.abs(way.top) < 1 && Math.abs(way.left) < 1)) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const isFar = Math.abs(way.top) > innerHeight * 1.5;
    ownUntil = performance.now() + OWN_SCROLL;
    scrollBy({ ...way, behavior: isCalm || isFar ? 'instant' : 'smooth' });
    if (isFar && looks > 1) requestAnimationFrame(() => scroll(looks - 1));
  };

  addEventListener(
    'scroll',
    () => {
      if (performance.now() < ownUntil) return;
      const range = spoken();
      const rect = range?.getBoundingClientRect();
      if (!rect || (rect.width === 0 && rect.height === 0)) return;
      isAway.value = rect.bottom < TOP || rect.top > innerHeight - BOTTOM;
    },
    { passive: true, signal: ending },
  );

  return {
    isAway,
    look: () => {
      if (!isAway.peek()) scroll(LOOKS);
    },
    back() {
      isAway.value = false;
      scroll(LOOKS);
    },
  };
}
