/** Neighbours within `root` that no block stands between; `at` is their place among those of `root`. */
export interface Run {
  root: Element;
  at: number;
  kind: 'text' | 'caption' | 'code';
  /** In characters, nearly. */
  length: number;
}

const SKIPPED =
  'script, style, template, noscript, button, select, textarea, audio, video, iframe, svg, [hidden], [aria-hidden="true"], [data-beside]';
const BLOCKS =
  'address, article, aside, blockquote, caption, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, summary, table, td, th, tr, ul';
/** By name: a long selector, asked of every element, takes longer than all the rest. */
const NAMES = new Set(BLOCKS.split(', '));
/** Said as one, with all that is in them. */
const WHOLE = 'pre, tr';

const isBlock = (node: Node): node is Element =>
  node instanceof Element &&
  (NAMES.has(node.localName) ||
    (node.firstElementChild !== null && node.querySelector(BLOCKS) !== null));

const hasWords = (nodes: readonly Node[]): boolean =>
  nodes.some(
    (node) =>
      /\S/.test(node.textContent ?? '') && !(node instanceof Element && node.matches(SKIPPED)),
  );

/** The children of an element: rows of words, and the blocks between them. */
function parts(root: Element): (Node[] | Element)[] {
  const found: (Node[] | Element)[] = [];
  let row: Node[] = [];
  const close = (): void => {
    if (hasWords(row)) found.push(row);
    row = [];
  };
  for (const child of root.childNodes) {
    if (!isBlock(child)) row.push(child);
    else {
      close();
      found.push(child);
    }
  }
  close();
  return found;
}

/** The nodes of a run as they are now. */
export function nodesOf({ root, at }: Run): readonly Node[] | null {
  if (root.matches(WHOLE)) return [...root.childNodes];
  return parts(root).filter((part) => Array.isArray(part))[at] ?? null;
}

/** Everything that is said of an element, in its order. */
export function runsIn(root: Element): Run[] {
  if (root.matches(SKIPPED)) return [];
  const kind = root.matches('pre') ? 'code' : root.matches('figcaption') ? 'caption' : 'text';
  if (root.matches(WHOLE))
    return hasWords([root]) ? [{ root, at: 0, kind, length: root.textContent?.length ?? 0 }] : [];
  let at = 0;
  return parts(root).flatMap((part): Run[] => {
    if (!Array.isArray(part)) return runsIn(part);
    const length = part.reduce((sum, node) => sum + (node.textContent?.length ?? 0), 0);
    return [{ root, at: at++, kind, length }];
  });
}
