import { wrapNumbers } from './upright-numbers.ts';

/** How long one turn of the wheel counts as one turn of the page, in milliseconds. */
const TURN = 350;
/** How far an arrow key goes where there are no pages, in pixels. */
const STEP = 80;
/** In how many frames the end of the text comes to rest once it is in view. */
const END_FRAMES = 8;

/** Whether the text in `main` goes on sideways (article-lines-down.css, article-columns.css). */
export const isSideways = (main: Element): boolean => {
  const { overflowX, overflowY } = getComputedStyle(main);
  return overflowX === 'auto' && overflowY === 'hidden';
};

/** The width of one page of columns, the last one filled up; null where lines run down and there are no pages. */
export function pageWidth(main: Element): number | null {
  const article = main.querySelector(':scope > article');
  if (!article) return null;
  const { columnCount, columnGap } = getComputedStyle(article);
  if (columnCount === 'auto') return null;
  const gap = Number.parseFloat(columnGap);
  const width = article.getBoundingClientRect().width + gap;
  const pages = Math.ceil((article.scrollWidth + gap - 1) / width);
  (main as HTMLElement).style.setProperty('--pages-end', `${pages * width}px`);
  return width;
}

/** 1 where reading on means going right. */
export function forward(main: Element): 1 | -1 {
  const { writingMode, direction } = getComputedStyle(main);
  const isLeftwards = writingMode === 'vertical-rl' || direction === 'rtl';
  return isLeftwards ? -1 : 1;
}

const behavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

/** What is drawn on the way and there moves the end: it is looked for again in the frames after. */
function toEnd(main: Element): void {
  const go = (how: ScrollBehavior): void =>
    main.scrollTo({ left: forward(main) * main.scrollWidth, behavior: how });
  const again = (frames: number): void => {
    go('instant');
    if (frames > 1) requestAnimationFrame(() => again(frames - 1));
  };
  main.addEventListener('scrollend', () => again(END_FRAMES), { once: true });
  go(behavior());
}

/** Goes a page on (1) or back (-1), or near to one where there are none. */
function turn(main: Element, by: 1 | -1): void {
  const width = pageWidth(main);
  const way = forward(main) * by;
  const left = width
    ? (Math.round(main.scrollLeft / width) + way) * width
    : main.scrollLeft + way * main.clientWidth * 0.9;
  main.scrollTo({ left, behavior: behavior() });
}

/** Scrolls so that a place, where it stands in the window now, is in view; by whole pages. */
export function showSideways(main: Element, { left, right }: DOMRect): void {
  const box = main.getBoundingClientRect();
  const way = forward(main);
  const far = way === 1 ? left - box.left : right - box.right;
  const width = pageWidth(main);
  const to = main.scrollLeft + far;
  main.scrollTo({
    left: width ? way * Math.floor(Math.abs(to) / width) * width : to - way * 40,
    behavior: 'instant',
  });
}

let ending = new AbortController();

/** Lets wheel and keys move a text that goes on sideways; looks again at each call whether it does. */
export function followSideways(): void {
  ending.abort();
  const main = document.querySelector<HTMLElement>('main');
  if (!main || !isSideways(main)) return;
  ending = new AbortController();
  const { signal } = ending;
  if (pageWidth(main) === null) main.querySelectorAll('.article-text').forEach(wrapNumbers);
  if (!main.hasAttribute('tabindex')) {
    main.tabIndex = 0;
    signal.addEventListener('abort', () => main.removeAttribute('tabindex'));
  }
  let turned = 0;
  main.addEventListener(
    'wheel',
    (event) => {
      // Whoever pushes sideways, or enlarges, means what the browser does by itself.
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      if (pageWidth(main) === null) {
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : 1;
        main.scrollBy({ left: forward(main) * event.deltaY * lines, behavior: 'instant' });
      } else if (event.timeStamp - turned > TURN) {
        turned = event.timeStamp;
        turn(main, event.deltaY > 0 ? 1 : -1);
      }
    },
    { passive: false, signal },
  );
  addEventListener('keydown', (event) => onKey(event, main), { signal });
}

function onKey(event: KeyboardEvent, main: Element): void {
  const { ctrlKey, altKey, metaKey, key, shiftKey, defaultPrevented } = event;
  const target = event.target as Element;
  if (ctrlKey || altKey || metaKey || defaultPrevented) return;
  if (target.closest('input, select, textarea, [popover], dialog, [role=region], audio, video'))
    return;
  if (key === ' ' && target.closest('button, a, summary')) return;
  const on = forward(main) === 1 ? 'ArrowRight' : 'ArrowLeft';
  const back = forward(main) === 1 ? 'ArrowLeft' : 'ArrowRight';
  const isPaged = pageWidth(main) !== null;
  const step = (by: 1 | -1): void =>
    isPaged
      ? turn(main, by)
      : main.scrollBy({ left: forward(main) * by * STEP, behavior: behavior() });
  const actions: Record<string, () => void> = {
    ' ': () => turn(main, shiftKey ? -1 : 1),
    PageDown: () => turn(main, 1),
    PageUp: () => turn(main, -1),
    Home: () => main.scrollTo({ left: 0, behavior: behavior() }),
    End: () => toEnd(main),
    [on]: () => step(1),
    ArrowDown: () => step(1),
    [back]: () => step(-1),
    ArrowUp: () => step(-1),
  };
  if (!Object.hasOwn(actions, key)) return;
  event.preventDefault();
  actions[key]!();
}
