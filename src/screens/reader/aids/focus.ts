import { type ReadonlySignal, signal } from '@preact/signals';
import { type Line, lineAt, paragraphsBox, stripAround, visibleLines } from './lines.ts';

/** The height that the bar takes above the text. */
const TOP = 60;
/** In a window taller than this part of it, the page goes along. */
const LOW = 0.7;
const TYPING = 'input, select, textarea, summary, [popover], dialog, [role="toolbar"]';

export interface Focus {
  /** The lines that are clear, and the one that is read; null while no text is in view. */
  strip: ReadonlySignal<{ clear: Line; line: Line } | null>;
}

/** Follows the line that is read: by pointer, by the arrow keys, by scrolling. Asked for 0 lines it follows paragraphs. */
export function createFocus(article: HTMLElement, count: () => number, ending: AbortSignal): Focus {
  const strip = signal<{ clear: Line; line: Line } | null>(null);
  const box = paragraphsBox(article);
  /** Where in the window the person reads. */
  let y = Math.max(TOP + 40, innerHeight * 0.33);
  let frame = 0;
  let paragraph: Element | undefined;

  const update = (): void => {
    frame = 0;
    // Lines from top to bottom have no height to follow.
    const isHorizontal = getComputedStyle(article).writingMode.startsWith('horizontal');
    const lines = isHorizontal ? visibleLines(article) : [];
    const at = lineAt(lines, y);
    const clear = stripAround(lines, at, Math.max(1, count()));
    strip.value = clear && { clear, line: lines[at]! };
    const height = clear ? (lines[at]!.top + lines[at]!.bottom) / 2 : y;
    const now = [...(box?.children ?? [])].find(
      (one) => one.getBoundingClientRect().bottom >= height,
    );
    if (now === paragraph) return;
    paragraph?.removeAttribute('data-current');
    now?.setAttribute('data-current', '');
    paragraph = now;
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(update);
  };
  const step = (way: 1 | -1): void => {
    const lines = visibleLines(article);
    const next = lines[lineAt(lines, y) + way];
    if (!next) {
      scrollBy({ top: way * innerHeight * 0.3, behavior: 'instant' });
      soon();
      return;
    }
    y = (next.top + next.bottom) / 2;
    const over = way === 1 ? Math.max(0, y - innerHeight * LOW) : Math.min(0, y - TOP - 40);
    if (over !== 0) {
      const before = scrollY;
      scrollBy({ top: over, behavior: 'instant' });
      y -= scrollY - before;
    }
    soon();
  };
  const options = { passive: true, signal: ending };
  addEventListener(
    'pointermove',
    ({ clientY, target }) => {
      if (target instanceof Element && target.closest('header, section, [popover]')) return;
      y = clientY;
      soon();
    },
    options,
  );
  addEventListener('scroll', soon, options);
  addEventListener('resize', soon, options);
  addEventListener(
    'keydown',
    (event) => {
      const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
      if (target instanceof Element && target.closest(TYPING)) return;
      event.preventDefault();
      step(key === 'ArrowDown' ? 1 : -1);
    },
    { signal: ending },
  );
  // Other letters, other lines.
  const sizes = new ResizeObserver(soon);
  sizes.observe(article);
  ending.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(frame);
    paragraph?.removeAttribute('data-current');
  });
  update();
  return { strip };
}

/** Dims every paragraph but the one that is read. */
export function dimOthers(article: Element, ending: AbortSignal): void {
  const box = paragraphsBox(article);
  box?.setAttribute('data-paragraphs', '');
  ending.addEventListener('abort', () => box?.removeAttribute('data-paragraphs'));
}
