import { provideStrings, type StringKey, type Strings, t } from './strings.ts';

/** What may be wider than a column. */
const WRAPPED = 'table, math[display="block"]';
const WIDE: [selector: string, name: StringKey][] = [
  ['pre', 'wideCode'],
  ['.wide:has(> table)', 'wideTable'],
  ['.wide', 'wideFormula'],
];

const PARTS = 'pre, .wide';

const LONG_LINE = 50;
const MANY_CELLS = 4;
/** How long a part that was focused is still on its way into sight, in milliseconds. */
const ON_THE_WAY = 1000;

/** Puts each table and formula into a box that may scroll; itself it would no longer be a table. */
function boxWideParts(text: Element): void {
  for (const part of text.querySelectorAll(WRAPPED)) {
    if (part.parentElement!.closest('table, math, .wide')) continue;
    const box = document.createElement('div');
    box.className = 'wide';
    part.replaceWith(box);
    box.append(part);
  }
}

/** While a part is wider than its box it is a group with a name, which the keyboard can reach and scroll. */
export function followWideParts(text: Element, strings: Strings, signal: AbortSignal): void {
  provideStrings(strings, false);
  boxWideParts(text);
  const parts = [...text.querySelectorAll<HTMLElement>(PARTS)];
  const observer = new ResizeObserver((entries) =>
    judge(entries.map(({ target }) => target as HTMLElement)),
  );
  for (const part of parts) {
    if (looksWide(part)) nameRegion(part);
    observer.observe(part);
  }
  let focused = { part: null as Element | null, at: 0 };
  // What is drawn on the way to a part may push it out of sight again: Firefox scrolls there but once.
  const bringInSight = (): void => {
    const { part, at } = focused;
    if (part?.matches(':focus') && performance.now() - at < ON_THE_WAY)
      part.scrollIntoView({ block: 'nearest' });
  };
  const soon = (): void => void requestAnimationFrame(() => setTimeout(bringInSight));
  const whenDrawn = ({ target }: Event): void => {
    const block = target as Element;
    soon();
    judge(
      block.matches(PARTS)
        ? [block as HTMLElement]
        : [...block.querySelectorAll<HTMLElement>(PARTS)],
    );
  };
  // Neither changes the size of the part: letters that come in, and what was as high when it was last drawn.
  const options = { capture: true, signal };
  text.addEventListener('contentvisibilityautostatechange', whenDrawn, options);
  document.fonts.addEventListener('loadingdone', () => judge(parts), { signal });
  text.addEventListener(
    'focusin',
    ({ target }) => {
      const part = target as Element;
      focused = { part: part.matches(PARTS) ? part : null, at: performance.now() };
      soon();
    },
    { signal },
  );
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Reads all, then writes all: one layout for hundreds. What is not drawn has no width of its own, and stays as it is. */
function judge(parts: HTMLElement[]): void {
  // Asked of what is in it: a part that is itself a block of the article is there, and only its inside is not.
  const drawn = parts.filter((part) =>
    (part.firstElementChild ?? part).checkVisibility({ contentVisibilityAuto: true }),
  );
  const found = drawn.map(
    (part) =>
      [
        part,
        part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1,
      ] as const,
  );
  for (const [part, isWide] of found) {
    if (isWide) nameRegion(part);
    else if (part.role === 'group')
      for (const attribute of ['role', 'aria-label', 'tabindex']) part.removeAttribute(attribute);
  }
}

/** A guess, for what is too far below to have been laid out. */
const looksWide = (part: HTMLElement): boolean =>
  part.matches('pre')
    ? part.textContent.split('\n').some((line) => line.length > LONG_LINE)
    : (part.querySelector('tr')?.childElementCount ?? 0) > MANY_CELLS;

function nameRegion(part: HTMLElement): void {
  const [, name] = WIDE.find(([selector]) => part.matches(selector))!;
  const caption = part.querySelector('caption')?.textContent.trim();
  part.tabIndex = 0;
  part.role = 'group';
  part.ariaLabel = caption ? `${t(name)}: ${caption}` : t(name);
}
