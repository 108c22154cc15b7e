import { blockText } from './rules/text.ts';

/** A block that was taken out of the article, and why. */
export interface Removal {
  reason: string;
  text: string;
  block: Element;
  /** Stands where the block stood: a comment, which no rule and no reader sees. */
  marker: Comment;
  /** What came after it, should the marker go with a box that was left empty. */
  next: Element | null;
}

/** Takes nodes out and keeps the reason of each, for the person, the tests and the benchmark. */
export class Remover {
  readonly removals: Removal[] = [];
  readonly #mayGo: (node: Element) => boolean;

  constructor(mayGo: (node: Element) => boolean = () => true) {
    this.#mayGo = mayGo;
  }

  /** What was taken out, in words. */
  list(): Pick<Removal, 'reason' | 'text'>[] {
    return this.removals.map(({ reason, text }) => ({ reason, text }));
  }

  /** Puts everything back. */
  undo(): void {
    for (const { marker, block } of this.removals.splice(0)) marker.replaceWith(block);
  }

  remove(node: Element, reason: string): void {
    if (!this.#mayGo(node)) return;
    const text = blockText(node);
    if (!text) return node.remove();
    const marker = node.ownerDocument.createComment('');
    this.removals.push({
      reason,
      text: text.slice(0, 200),
      block: node,
      marker,
      next: after(node),
    });
    node.replaceWith(marker);
  }
}

function after(node: Element): Element | null {
  for (let at: Element | null = node; at; at = at.parentElement)
    if (at.nextElementSibling) return at.nextElementSibling;
  return null;
}
