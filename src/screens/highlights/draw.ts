import type { HighlightId } from '../../article/highlight.ts';
import type { TextMap } from '../../ui/text-map.ts';
import type { PlacedHighlight } from './model.ts';

/** Text that is no part of the words. */
const UNREAD = 'rt, rp, script, style, button, select, textarea, [hidden]';
/** Spaces directly in these are no words' spaces. */
const NO_TEXT = 'table, thead, tbody, tfoot, tr, ul, ol, dl, figure, picture, ruby, .article-text';

/** Takes all marks out of the text again. */
export function wipe(host: Element): void {
  for (const mark of host.querySelectorAll('mark[data-highlight]')) {
    const { parentNode } = mark;
    mark.replaceWith(...mark.childNodes);
    parentNode?.normalize();
  }
}

/**
 * Wraps the words of each highlight in marks. Where highlights lie over each other a mark has the ids of all,
 * the latest last, and its colour. The map is used up by it.
 */
export function draw(map: TextMap, highlights: readonly PlacedHighlight[]): void {
  const there = highlights.filter(({ place }) => place !== null);
  const firsts = new Map<HighlightId, HTMLElement>();
  // From the end: what is split there leaves the places before it as they are.
  for (const { start, end, over } of stretchesOf(there).reverse()) {
    for (const mark of wrap(map.range(start, end)).reverse()) {
      const top = over.at(-1)!;
      mark.dataset['highlight'] = over.map(({ id }) => id).join(' ');
      mark.dataset['colour'] = top.colour;
      for (const { id } of over) firsts.set(id, mark);
    }
  }
  for (const { id, note } of there) {
    const mark = firsts.get(id);
    if (!mark) continue;
    mark.tabIndex = 0;
    mark.dataset['first'] = mark.dataset['first'] ? `${mark.dataset['first']} ${id}` : id;
    if (note) {
      mark.dataset['note'] = '';
      mark.setAttribute('aria-description', note);
    }
  }
}

interface Stretch {
  start: number;
  end: number;
  /** The highlights that lie over it, the latest last. */
  over: PlacedHighlight[];
}

function stretchesOf(highlights: readonly PlacedHighlight[]): Stretch[] {
  const cuts = new Set(highlights.flatMap(({ place }) => [place!.start, place!.end]));
  const places = [...cuts].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (let nth = 0; nth + 1 < places.length; nth += 1) {
    const [start, end] = [places[nth]!, places[nth + 1]!];
    const over = highlights
      .filter(({ place }) => place!.start <= start && place!.end >= end)
      .sort((a, b) => a.createdAt - b.createdAt);
    if (over.length > 0) stretches.push({ start, end, over });
  }
  return stretches;
}

function wrap(range: Range): HTMLElement[] {
  if (range.collapsed) return [];
  return textNodesIn(range)
    .reverse()
    .flatMap((node) => {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (from >= to) return [];
      if (to < node.length) node.splitText(to);
      const words = from > 0 ? node.splitText(from) : node;
      const mark = words.ownerDocument.createElement('mark');
      words.replaceWith(mark);
      mark.append(words);
      return [mark];
    })
    .reverse();
}

function textNodesIn(range: Range): Text[] {
  const root = range.commonAncestorContainer;
  if (root.nodeType === Node.TEXT_NODE) return [root as Text];
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!range.intersectsNode(node)) continue;
    const parent = node.parentElement!;
    if (parent.closest(UNREAD) || (!/\S/.test(node.data) && parent.matches(NO_TEXT))) continue;
    nodes.push(node);
  }
  return nodes;
}
