import { selectorFor } from '../../extract/by-hand/selector.ts';
import { t, tCount } from '../../ui/strings.ts';
import {
  beside,
  blockOf,
  type Choice,
  choose,
  firstChoice,
  hasText,
  narrower,
  textOf,
  wider,
  wordsIn,
} from './choice.ts';
import { createPickView, type PickAction } from './view.ts';

/** Everything by which a page could notice a hand on it; none of it gets there. */
const KEPT_FROM_PAGE =
  'pointerdown pointerup pointermove pointerover pointerout pointerenter pointerleave pointercancel ' +
  'mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave click auxclick dblclick contextmenu ' +
  'touchstart touchmove touchend touchcancel wheel keydown keypress keyup beforeinput ' +
  'focus blur focusin focusout dragstart selectstart';
/** What the browser would do by itself: move the focus, select, follow a link. */
const UNDONE = /^(?:mousedown|click|auxclick|dblclick|dragstart|selectstart)$/;
const KEYS: Record<string, (choice: Choice, rightToLeft: boolean) => Choice> = {
  '+': wider,
  '=': wider,
  '-': narrower,
  ArrowUp: wider,
  ArrowDown: narrower,
  ArrowRight: (choice, rightToLeft) => beside(choice, rightToLeft ? -1 : 1),
  ArrowLeft: (choice, rightToLeft) => beside(choice, rightToLeft ? 1 : -1),
};
const LONGEST_BEGINNING = 60;
/** So long nothing changes before words are counted and read out. */
const PAUSE = 120;
/** What the bar hides of the window, about. */
const BAR = 160;

/**
 * Lets the person pick a part of the page by pointer or by keyboard, once; `onPicked` gets it, with a
 * selector when it is to be remembered, else an empty one. The page is left as it was. Answers how to
 * end it from outside.
 */
export function startPicking(
  page: Document,
  onPicked: (element: Element, remember: string) => void,
): () => void {
  const window = page.defaultView!;
  const hadFocus = page.activeElement;
  const view = createPickView(page);
  const ended = new AbortController();
  let choice = firstChoice(page);
  /** What the pointer was on when it chose last: there the choice may have been made wider since. */
  let pointed: Element | null = null;
  /** A click chose: the pointer is free to go to the bar. */
  let isFixed = false;
  let pointer = { x: -1, y: -1 };
  let frame = 0;
  let saying: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    if (ended.signal.aborted) return;
    clearTimeout(saying);
    window.cancelAnimationFrame(frame);
    view.end();
    // Still unheard by the page.
    (hadFocus as HTMLElement | null)?.focus?.({ preventScroll: true });
    ended.abort();
  };

  const say = (): void => {
    // Isolated, for the page may be written the other way.
    const beginning = `\u2068${beginningOf(textOf(choice.element))}\u2069`;
    const words = tCount('pickWords', wordsIn(choice.element));
    view.say(t('pickChosen', words, beginning), selectorFor(choice.element) !== '');
  };
  const show = (next: Choice): void => {
    choice = next;
    view.frame(choice.element);
    clearTimeout(saying);
    saying = setTimeout(say, PAUSE);
  };
  const change = (by: (choice: Choice) => Choice): void => {
    show(by(choice));
    bringIntoView(choice.element);
    view.frame(choice.element);
  };

  const act = (action: PickAction): void => {
    if (action === 'wider') return change(wider);
    if (action === 'narrower') return change(narrower);
    end();
    if (action === 'cancel') return;
    onPicked(choice.element, action === 'remember' ? selectorFor(choice.element) : '');
  };

  /** The block under the pointer; in a shadow tree too, as far as it is open. */
  const blockAt = (root: Document | ShadowRoot): Element | null => {
    const found = view
      .elementsAt(root, pointer.x, pointer.y)
      .filter((element) => root.contains(element));
    const top = found.find(hasText) ?? found[0];
    if (!top) return null;
    return (top.shadowRoot && blockAt(top.shadowRoot)) ?? blockOf(top);
  };
  const point = (): void => {
    const block = blockAt(page);
    if (!block || block === pointed) return;
    pointed = block;
    show(choose(block));
  };

  const hearers: Record<string, (event: never) => void> = {
    pointermove({ clientX: x, clientY: y }: PointerEvent) {
      // Chrome tells of a move when the page scrolls below a pointer at rest.
      if (x === pointer.x && y === pointer.y) return;
      pointer = { x, y };
      if (isFixed || view.isOnBar(x, y)) return;
      window.cancelAnimationFrame(frame);
      frame = window.requestAnimationFrame(point);
    },
    click(event: MouseEvent) {
      const action = view.actionOf(event);
      if (action) return act(action);
      if (event.detail === 0 || view.isOnBar(event.clientX, event.clientY)) return;
      pointer = { x: event.clientX, y: event.clientY };
      window.cancelAnimationFrame(frame);
      point();
      isFixed = true;
      view.focus('read');
    },
    wheel(event: WheelEvent) {
      // A wheel alone scrolls, for a long article must be seen; Chrome turns the one with Shift sideways.
      const turned = event.deltaY || event.deltaX;
      if (!event.shiftKey) return scrollBelow(blockAt(page), event);
      event.preventDefault();
      if (turned) show((turned < 0 ? wider : narrower)(choice));
    },
    keydown(event: KeyboardEvent) {
      const handled = hearKey(event);
      if (handled) event.preventDefault();
    },
  };

  const hearKey = ({ key, shiftKey, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => {
    if (ctrlKey || altKey || metaKey) return false;
    const by = KEYS[key];
    if (by) change((from) => by(from, isRightToLeft(from.element)));
    else if (key === 'Tab') view.focusNext(shiftKey ? -1 : 1);
    else if (key === 'Escape') actByKey('cancel');
    else if (key === 'Enter') {
      if (!repeat) actByKey(view.focusedAction() ?? 'read');
    } else if (key === ' ' && view.focusedAction()) act(view.focusedAction()!);
    else return false;
    return true;
  };
  /** The page must not hear the end of the key either. */
  const actByKey = (action: PickAction): void => {
    const soon = AbortSignal.timeout(1_000);
    window.addEventListener('keyup', stop, { capture: true, once: true, signal: soon });
    act(action);
  };

  const hear = (event: Event): void => {
    // What the page makes itself is its own affair, and none of ours.
    if (!event.isTrusted) return;
    if (!view.isThere()) return end();
    stop(event);
    if (UNDONE.test(event.type)) event.preventDefault();
    (hearers[event.type] as ((event: Event) => void) | undefined)?.(event);
  };
  const { signal } = ended;
  for (const type of KEPT_FROM_PAGE.split(' '))
    window.addEventListener(type, hear, { capture: true, passive: false, signal });
  for (const type of ['scroll', 'resize'])
    window.addEventListener(type, () => view.frame(choice.element), { capture: true, signal });
  window.addEventListener('pagehide', end, { signal });

  view.focusBar();
  view.frame(choice.element);
  say();
  return end;
}

const beginningOf = (text: string): string =>
  text.length <= LONGEST_BEGINNING
    ? text
    : `${text.slice(0, LONGEST_BEGINNING).replace(/\s+\S*$/, '')}…`;

const stop = (event: Event): void => event.stopImmediatePropagation();

const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

/** Scrolls only to what cannot be seen. */
function bringIntoView(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  const height = element.ownerDocument.documentElement.clientHeight - BAR;
  const isTall = bottom - top > height;
  if (isTall ? top < height && bottom > 0 : top >= 0 && bottom <= height) return;
  element.scrollIntoView({ block: isTall ? 'start' : 'center', behavior: 'instant' });
}

/** The shield lies over boxes that scroll by themselves: they must go on doing so. */
function scrollBelow(element: Element | null, event: WheelEvent): void {
  for (let box = element; box && box !== box.ownerDocument.body; box = box.parentElement) {
    const scrolls = /^(?:auto|scroll)$/.test(getComputedStyle(box).overflowY);
    if (!scrolls || box.scrollHeight <= box.clientHeight) continue;
    const before = box.scrollTop;
    box.scrollTop += event.deltaY * (event.deltaMode === 0 ? 1 : 20);
    if (box.scrollTop === before) continue;
    event.preventDefault();
    return;
  }
}
