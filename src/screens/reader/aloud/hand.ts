import { type KeyLine, keyName } from '../../../ui/keys.ts';
import type { ListenCommand } from './keys.ts';
import type { AloudModel } from './model.ts';
import type { PageText } from './page-text.ts';

/** What a click belongs to, rather than to the sentence under it. */
const OTHERS =
  'a, button, summary, input, select, textarea, label, audio, video, img, [role="button"], [tabindex], [popover]';
const TYPING = 'input:not([type=checkbox]), select, textarea, [popover], dialog';

/** A click on a sentence begins there; a link stays a link, and a selection a selection. */
export function listenForClicks(page: PageText, model: AloudModel, ending: AbortSignal): void {
  const onClick = (event: MouseEvent): void => {
    const { target, clientX, clientY } = event;
    if (event.defaultPrevented || event.button !== 0 || !(target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (target.closest(OTHERS) || !target.closest('.article, main header')) return;
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const place = placeAt(page, clientX, clientY);
    if (place) model.startAt(place);
  };
  document.addEventListener('click', onClick, { signal: ending });
}

function placeAt(page: PageText, x: number, y: number) {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && page.place(caret.offsetNode, caret.offset);
  }
  // Chrome before 128.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? page.place(range.startContainer, range.startOffset) : null;
}

/** Where the person selected something, else the first words in view. */
export function whereToBegin(page: PageText, article: Element) {
  const selection = getSelection();
  if (selection && !selection.isCollapsed && selection.rangeCount > 0) {
    const { startContainer, startOffset } = selection.getRangeAt(0);
    const selected = article.contains(startContainer) && page.place(startContainer, startOffset);
    if (selected) {
      selection.removeAllRanges();
      return { place: selected, isChosen: true };
    }
  }
  const BAR = 64;
  return { place: scrollY < BAR ? { block: 0, offset: 0 } : page.below(BAR), isChosen: false };
}

/** The keys of the bar, for as long as it is there. They come before those of the reader. */
export function listenForKeys(
  lines: () => readonly KeyLine<ListenCommand>[],
  acts: Readonly<Record<ListenCommand, () => void>>,
  ending: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const { target, key } = event;
    const name = keyName(event);
    const line = lines().find(({ keys }) => keys.includes(name));
    if (!line || (event.repeat && !line.repeats)) return;
    if (target instanceof Element) {
      if (target.closest(TYPING)) return;
      if (key === ' ' && target.closest('a, button, summary, [role="button"]')) return;
    }
    // A panel that is open takes Escape for itself.
    if (key === 'Escape' && document.querySelector(':popover-open, dialog[open]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    acts[line.command]();
  };
  addEventListener('keydown', onKey, { capture: true, signal: ending });
}
