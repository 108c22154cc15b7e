/** A block that was taken out of the article, and why. */
export interface LeftOut {
  reason: string;
  text: string;
}

/** Takes nodes out and keeps the reason of each, for the person, the tests and the benchmark. */
export class Remover {
  readonly list: LeftOut[] = [];

  remove(node: Element, reason: string): void {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text) this.list.push({ reason, text: text.slice(0, 200) });
    node.remove();
  }
}
