import { t, uiDirection, uiLanguage } from '../../ui/strings.ts';
import styles from './pick.css?inline';

/** What a button of the bar asks for. */
export type PickAction = 'read' | 'remember' | 'wider' | 'narrower' | 'cancel';

/** What stands over the page while the person picks: a frame round the choice, and a bar. */
export interface PickView {
  /** Whether the page has not thrown it out, or hidden it. */
  isThere(): boolean;
  frame(element: Element): void;
  say(chosen: string, canRemember: boolean): void;
  /** What the person meant by a click; null beside all buttons and outside the bar. */
  actionOf(event: MouseEvent): PickAction | null;
  focusedAction(): PickAction | null;
  isOnBar(x: number, y: number): boolean;
  /** The elements of the page under a point, the topmost first. */
  elementsAt(root: DocumentOrShadowRoot, x: number, y: number): Element[];
  /** Moves the keyboard on (1) or back (-1) among the buttons. */
  focusNext(step: 1 | -1): void;
  focus(action: PickAction): void;
  focusBar(): void;
  end(): void;
}

const EDGE = 2;

/**
 * Draws over a page in a closed shadow tree on one element beside the body, so that neither knows the
 * other: the page's styles end at it, and what is picked is picked through a shield that lets no event
 * reach the page's own elements.
 */
export function createPickView(page: Document): PickView {
  const make = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    name: string,
    children: (Node | string)[] = [],
  ): HTMLElementTagNameMap[K] => {
    const element = page.createElement(tag);
    element.className = name;
    element.append(...children);
    return element;
  };
  const button = (action: PickAction, label: string, title = ''): HTMLButtonElement => {
    const element = make('button', action === 'read' ? 'main' : '', [label]);
    element.type = 'button';
    element.value = action;
    element.title = title;
    return element;
  };

  const host = page.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const chosen = make('p', 'chosen');
  chosen.setAttribute('aria-live', 'polite');
  const hint = make('p', 'hint', [t('pickHint')]);
  hint.id = 'hint';
  const heading = make('h2', '', [t('pickTitle')]);
  heading.id = 'title';
  const remember = button('remember', t('pickRemember'));
  const buttons = make('div', 'buttons', [
    button('read', t('pickRead')),
    remember,
    button('wider', t('pickWider'), t('pickWiderKeys')),
    button('narrower', t('pickNarrower'), t('pickNarrowerKeys')),
    make('span', 'gap'),
    button('cancel', t('pickCancel')),
  ]);
  const bar = make('div', 'bar', [heading, chosen, hint, buttons]);
  bar.lang = uiLanguage();
  bar.dir = uiDirection();
  bar.tabIndex = -1;
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-labelledby', heading.id);
  bar.setAttribute('aria-describedby', hint.id);
  const mark = make('div', 'mark');
  root.append(make('div', 'shield'), mark, bar);

  // The top layer: above whatever the page puts above everything. Beside a modal box nothing can be clicked.
  host.popover = 'manual';
  (page.querySelector(':modal') ?? page.documentElement).append(host);
  host.showPopover();

  const focused = (): HTMLButtonElement | null => root.activeElement?.closest('button') ?? null;
  const action = (element: Element | null | undefined): PickAction | null => {
    const found = element?.closest('button');
    return found && !found.disabled ? (found.value as PickAction) : null;
  };
  return {
    isThere: () => host.checkVisibility(),
    frame(element) {
      const { top, left, bottom, right } = boxOf(element);
      const { clientWidth, clientHeight } = page.documentElement;
      // What is larger than the window is framed by the window's edges.
      const from = { x: Math.max(left - 4, EDGE), y: Math.max(top - 4, EDGE) };
      const to = {
        x: Math.min(right + 4, clientWidth - EDGE),
        y: Math.min(bottom + 4, clientHeight - EDGE),
      };
      const isSeen = to.x > from.x && to.y > from.y;
      Object.assign(mark.style, {
        visibility: isSeen ? 'visible' : 'hidden',
        left: `${from.x}px`,
        top: `${from.y}px`,
        width: `${to.x - from.x}px`,
        height: `${to.y - from.y}px`,
      });
    },
    say(text, canRemember) {
      chosen.textContent = text;
      hint.textContent = canRemember ? t('pickHint') : t('pickNoName');
      remember.disabled = !canRemember;
    },
    actionOf: (event) =>
      action(root.elementFromPoint(event.clientX, event.clientY)) ??
      // A screen reader clicks what has the focus, wherever it is.
      (event.detail === 0 ? action(focused()) : null),
    focusedAction: () => action(focused()),
    isOnBar: (x, y) => bar.contains(root.elementFromPoint(x, y)),
    elementsAt: (within, x, y) =>
      within.elementsFromPoint(x, y).filter((element) => element !== host),
    focusNext(step) {
      const open = [...buttons.querySelectorAll('button')].filter(({ disabled }) => !disabled);
      const at = open.indexOf(focused()!);
      const next = at === -1 && step === -1 ? open.length - 1 : at + step;
      open[(next + open.length) % open.length]!.focus({ preventScroll: true });
    },
    focus: (wanted) =>
      [...buttons.querySelectorAll('button')]
        .find(({ value }) => value === wanted)!
        .focus({ preventScroll: true }),
    focusBar: () => bar.focus({ preventScroll: true }),
    end: () => host.remove(),
  };
}

/** Where an element is; what has no box of its own is where its contents are. */
function boxOf(element: Element): DOMRect {
  const own = element.getBoundingClientRect();
  if (own.width > 0 && own.height > 0) return own;
  const contents = element.ownerDocument.createRange();
  contents.selectNodeContents(element);
  return contents.getBoundingClientRect();
}
