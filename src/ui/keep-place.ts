import { keptPlace } from './place-keeper.ts';
import { isSideways, showSideways } from './sideways.ts';

/** How far below the top of the window the first words are looked for, in steps of so many pixels. */
const STEP = 12;
const FARTHEST = 240;

const nothing = (): void => undefined;

/** What scrolls the article: the window, or the part of the page that holds it. */
function scrollerOf(article: Element): Element {
  const main = article.closest('main');
  const scrolls = main && /auto|scroll/.test(getComputedStyle(main).overflow);
  return scrolls ? main : document.scrollingElement!;
}

/**
 * Notes the words that stand first in view. What it answers brings them there again after the text was
 * set anew, in whatever size and whichever way.
 */
export function keepPlace(): () => void {
  const text = document.querySelector('.article-text');
  if (!text) return nothing;
  const backByKeeper = keptPlace();
  if (backByKeeper) return backByKeeper;
  const scroller = scrollerOf(text);
  if (scroller.scrollTop === 0 && scroller.scrollLeft === 0) return nothing;
  const words = firstInView(text, scroller);
  if (!words) return nothing;
  const before = words.getBoundingClientRect();
  const wasSideways = isSideways(scroller);
  const { style } = scroller as HTMLElement;
  const bring = (): void => {
    const now = words.getBoundingClientRect();
    const after = scrollerOf(text);
    if (isSideways(after)) showSideways(after, now);
    else if (after === scroller && !wasSideways)
      after.scrollBy({ top: now.top - before.top, behavior: 'instant' });
    else words.startContainer.parentElement!.scrollIntoView({ behavior: 'instant' });
  };
  return () => {
    // The browser's own anchor is another one.
    style.overflowAnchor = 'none';
    bring();
    // What is above is laid out when it comes near, and then is higher or lower than before.
    requestAnimationFrame(() => {
      bring();
      requestAnimationFrame(() => {
        bring();
        style.overflowAnchor = '';
      });
    });
  };
}

/** The first letter below the bar, as the eye goes: from above, or from the side where lines begin. */
function firstInView(text: Element, scroller: Element): Range | null {
  const box = scroller === document.scrollingElement ? null : scroller.getBoundingClientRect();
  const { left, right } = text.getBoundingClientRect();
  const isDown = getComputedStyle(text).writingMode === 'vertical-rl';
  const top = box?.top ?? 0;
  for (let far = STEP; far < FARTHEST; far += STEP) {
    const found = isDown
      ? letterAt((box?.right ?? innerWidth) - far, top + STEP * 4)
      : letterAt(Math.max(left, box?.left ?? 0) + STEP, top + far) ||
        letterAt(Math.min(right, box?.right ?? innerWidth) - STEP, top + far);
    if (found && text.contains(found.startContainer)) return found;
  }
  return null;
}

function letterAt(x: number, y: number): Range | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret || caret.offsetNode.nodeType !== Node.TEXT_NODE) return null;
  const range = document.createRange();
  const length = caret.offsetNode.nodeValue!.length;
  range.setStart(caret.offsetNode, Math.max(0, Math.min(caret.offset, length - 1)));
  range.setEnd(caret.offsetNode, Math.min(length, range.startOffset + 1));
  return range;
}

/** Keeps the place while the letters of a font come in. */
export function keepPlaceWhileFontsLoad(): void {
  let back = nothing;
  document.fonts.addEventListener('loading', () => (back = keepPlace()));
  document.fonts.addEventListener('loadingdone', () => back());
}
