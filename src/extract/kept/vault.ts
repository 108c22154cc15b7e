const MARK = 'data-kept';
/** Content of its own: an element that holds some beside the one looked at is no mere wrapper of it. */
const CONTENT = 'img, picture, iframe, video, audio, pre, table, math, blockquote, [data-kept]';
const NO_WRAPPER = 'body, main, article, section, li, td, th, dd, details, blockquote, figure';

/**
 * Readability throws away what has few words. What it must not judge lies here in the meantime, and a
 * plain paragraph stands in its place; marked by an attribute, for it may parse its document anew.
 */
export class Vault {
  readonly #kept: Element[] = [];

  /** Puts `whole` in the place of `old`, at once as a stand-in and after `restore` as itself. */
  put(old: Element, whole: Element): void {
    const standIn = old.ownerDocument.createElement('p');
    standIn.setAttribute(MARK, String(this.#kept.push(whole) - 1));
    standIn.textContent = 'Kept whole.';
    const paragraph = old.parentElement?.closest('p');
    if (!paragraph) return old.replaceWith(standIn);
    paragraph.after(standIn);
    old.remove();
  }

  /** Puts an element aside, its words in its place: Readability takes some for the end of a paragraph. */
  putInline(whole: Element): void {
    const standIn = make(whole, 'span', whole.textContent ?? '');
    standIn.setAttribute(MARK, String(this.#kept.push(whole) - 1));
    whole.replaceWith(standIn);
  }

  /** Puts back what still has a place in the article. */
  restore(article: Element): void {
    for (const standIn of article.querySelectorAll(`[${MARK}]`)) {
      const whole = this.#kept[Number(standIn.getAttribute(MARK))];
      if (whole) standIn.replaceWith(whole);
    }
  }
}

/** The widest box that holds an element and nothing else. */
export function wrapperOf(element: Element): Element {
  const own = textOf(element);
  let box = element;
  for (let wider = box.parentElement; wider; wider = wider.parentElement) {
    const inside = box;
    const others = [...wider.children].filter((child) => child !== inside);
    if (wider.matches(NO_WRAPPER) || textOf(wider) !== own) break;
    if (others.some((other) => other.matches(CONTENT) || other.querySelector(CONTENT))) break;
    box = wider;
  }
  return box;
}

/** The text of an element without white space. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, '');

/** A new element of the same document. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  near: Element,
  name: Name,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = near.ownerDocument.createElement(name);
  element.append(...content);
  return element;
}
