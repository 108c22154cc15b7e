import { type ReadonlySignal, signal } from '@preact/signals';
import type { HighlightId } from '../../article/highlight.ts';
import { LONGEST_QUOTE } from '../../article/highlight.ts';
import type { TextPosition } from '../../article/text-quote.ts';
import { mapText, type TextMap } from '../../ui/text-map.ts';
import { draw, wipe } from './draw.ts';
import type { HighlightsModel } from './model.ts';
import { boxOf, positionOf, selectedIn } from './selection.ts';

/** Selected words, and where they stand in the window. */
export interface Selected {
  range: Range;
  at: DOMRect;
}

/** The text on the page: its marks, and what is selected in it. */
export interface MarkedPage {
  selected: ReadonlySignal<Selected | null>;
  /** Rises each time the marks are drawn. */
  drawn: ReadonlySignal<number>;
  text(): HTMLElement | null;
  markOf(id: HighlightId): HTMLElement | null;
  /** Where the selected words stand in the text. */
  selectedPosition(): TextPosition | null;
  letGo(): void;
  /** Reads the text and draws, if something is to be drawn. */
  refresh(): void;
}

const SETTLED = 120;

/** Follows the text that `main` shows, whoever changes it, until the signal ends it. */
export function createMarkedPage(
  main: HTMLElement,
  model: HighlightsModel,
  ending: AbortSignal,
): MarkedPage {
  const selected = signal<Selected | null>(null);
  const drawn = signal(0);
  let map: TextMap | null = null;
  let marks: HTMLElement[] = [];
  const text = (): HTMLElement | null => main.querySelector('.article-text');

  const readText = (): TextMap | null => {
    const host = text();
    if (!host) return null;
    map ??= mapText(host);
    model.read(map.text);
    return map;
  };

  const watching = new MutationObserver(() => {
    map = null;
    later();
  });
  const watch = (): void =>
    watching.observe(main, { childList: true, subtree: true, characterData: true });

  const refresh = (): void => {
    const host = text();
    if (!host || (model.all.value.length === 0 && marks.length === 0)) return;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['first'];
    wipe(host);
    map = null;
    const now = readText();
    if (now) draw(now, model.all.value);
    map = null;
    marks = [...host.querySelectorAll<HTMLElement>('mark[data-highlight]')];
    // These changes were our own.
    watching.takeRecords();
    if (focused)
      host
        .querySelector<HTMLElement>(`mark[data-first="${CSS.escape(focused)}"]`)
        ?.focus({ preventScroll: true });
    drawn.value += 1;
  };

  let settling: ReturnType<typeof setTimeout> | undefined;
  /** Others changed the page: drawn anew only where that took marks away or changed the words. */
  const later = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      const host = text();
      if (!host || model.all.value.length === 0) return;
      const before = marks;
      const areThere = before.length > 0 && before.every((mark) => host.contains(mark));
      if (!areThere || mapText(host).text !== lastText) refresh();
      lastText = map?.text ?? mapText(host).text;
    }, SETTLED);
  };
  let lastText = '';

  let isPressed = false;
  let choosing: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(choosing);
    choosing = setTimeout(() => {
      const host = text();
      const range = host && !isPressed ? selectedIn(host) : null;
      const isTooLong = (range?.toString().length ?? 0) > LONGEST_QUOTE;
      selected.value = range && !isTooLong ? { range, at: boxOf(range) } : null;
    }, SETTLED);
  };
  const options = { signal: ending, passive: true };
  document.addEventListener('selectionchange', look, options);
  document.addEventListener('pointerdown', () => (isPressed = true), options);
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(
      end,
      () => {
        isPressed = false;
        look();
      },
      options,
    );
  document.addEventListener('scroll', () => selected.value && look(), {
    ...options,
    capture: true,
  });
  watch();
  // What was selected before brought us here.
  look();
  ending.addEventListener('abort', () => watching.disconnect());

  return {
    selected,
    drawn,
    text,
    refresh,
    markOf: (id) =>
      text()?.querySelector<HTMLElement>(`mark[data-highlight~="${CSS.escape(id)}"]`) ?? null,
    selectedPosition() {
      const now = readText();
      const host = text();
      const range = host && selectedIn(host);
      return now && range ? positionOf(now, range) : null;
    },
    letGo() {
      document.getSelection()?.removeAllRanges();
      selected.value = null;
    },
  };
}
