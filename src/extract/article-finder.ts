import { Readability } from '@mozilla/readability';

/** What may be hidden; whether it is, Readability says itself. A first letter is set large, not hidden. */
const MAYBE_HIDDEN =
  '[hidden], [aria-hidden="true"]:not(p > span:first-child), [style*="display" i], [style*="visibility" i]';
const AUTHORS = '[rel="author"], [itemprop*="author"]';
/** What makes a box more than a paragraph. */
const BLOCKS = 'blockquote, dl, div, img, ol, p, pre, table, ul';
const PHRASING_AS_THEIR_PARTS = ['A', 'DEL', 'INS'];
const LONGEST_BYLINE = 100;

/** The methods of Readability 0.6 that are called below or stand in for. `build/lean-readability` keeps their names. */
interface Inner {
  _hasAncestorTag: (
    node: Element,
    tag: string,
    maxDepth?: number,
    filter?: (ancestor: Element) => boolean,
  ) => boolean;
  _isProbablyVisible: (node: Element) => boolean;
}
const INNER = Readability.prototype as unknown as Inner;

/**
 * Readability as we use it: it finds the container of the text, and nothing else. Metadata and pictures
 * in noscript are read by our own rules before it; doing them twice would cost a tenth of the time.
 * What it asks of every node is asked once of the whole page, with the same answers: each question to
 * the DOM takes Firefox a microsecond and more in a content script, and there are ten thousand.
 */
export class ArticleFinder extends Readability<Element> {
  readonly #title: string;
  readonly #copy: Document;
  #maybeHidden!: Set<Element>;
  #authors!: Set<Element>;
  declare _flags: number;
  declare REGEXPS: { byline: RegExp; hasContent: RegExp };
  declare PHRASING_ELEMS: string[];

  constructor(copy: Document, title: string) {
    super(copy, {
      serializer: (element) => element as Element,
      keepClasses: true,
      disableJSONLD: true,
      charThreshold: 250,
    });
    this.#copy = copy;
    this.#title = title;
  }

  /** The element that holds the text, or null. Changes the copy. */
  find(): Element | null {
    this.#lookAround();
    return this.parse()?.content ?? null;
  }

  #lookAround(): void {
    this.#maybeHidden = new Set(this.#copy.querySelectorAll(MAYBE_HIDDEN));
    this.#authors = new Set(this.#copy.querySelectorAll(AUTHORS));
  }

  /** Readability 0.6 asks for it in `parse`, and compares headings with the title. */
  _getArticleMetadata(): { title: string } {
    return { title: this.#title };
  }

  /** Called for a second attempt, which finds a page parsed anew. */
  _removeFlag(flag: number): void {
    this._flags &= ~flag;
    this.#lookAround();
  }

  _isProbablyVisible(node: Element): boolean {
    return !this.#maybeHidden.has(node) || INNER._isProbablyVisible.call(this, node);
  }

  _isValidByline(node: Element, names: string): boolean {
    if (!this.REGEXPS.byline.test(names) && !this.#authors.has(node)) return false;
    const { length } = (node.textContent ?? '').trim();
    return length > 0 && length < LONGEST_BYLINE;
  }

  _hasAncestorTag(...asked: Parameters<Inner['_hasAncestorTag']>): boolean {
    const [node, tag] = asked;
    return node.closest(tag) !== null && INNER._hasAncestorTag.apply(this, asked);
  }

  _hasChildBlockElement(node: Element): boolean {
    return node.querySelector(BLOCKS) !== null;
  }

  _hasSingleTagInsideElement(node: Element, tag: string): boolean {
    const only = node.firstElementChild;
    if (only?.tagName !== tag || only.nextElementSibling) return false;
    for (let part = node.firstChild; part; part = part.nextSibling)
      if (part.nodeType === Node.TEXT_NODE && this.REGEXPS.hasContent.test(part.nodeValue ?? ''))
        return false;
    return true;
  }

  _isPhrasingContent(node: Node): boolean {
    const name = node.nodeName;
    return (
      name === '#text' ||
      this.PHRASING_ELEMS.includes(name) ||
      (PHRASING_AS_THEIR_PARTS.includes(name) &&
        [...node.childNodes].every((part) => this._isPhrasingContent(part)))
    );
  }

  _getNextNode(node: Element, withoutChildren = false): Element | null {
    const child = withoutChildren ? null : node.firstElementChild;
    if (child) return child;
    for (let at: Element | null = node; at; at = at.parentElement) {
      const next = at.nextElementSibling;
      if (next) return next;
    }
    return null;
  }

  _getNodeAncestors(node: Element, most = Infinity): Node[] {
    const ancestors: Node[] = [];
    for (let at = node.parentNode; at && ancestors.length < most; at = at.parentNode)
      ancestors.push(at);
    return ancestors;
  }
}
