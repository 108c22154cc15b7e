import { mapText, type TextMap } from '../../../ui/text-map.ts';
import { blocksOf, firstFitting } from '../../place/blocks.ts';
import type { Place, SpokenBlock, SpokenText } from './cursor.ts';
import { nodesOf, type Run, runsIn } from './runs.ts';
import { languageByLetters } from './sentences.ts';

/** The article on the page, as it is said. */
export interface PageText extends SpokenText {
  /** The words of a stretch of a block. */
  range(block: number, start: number, end: number): Range | null;
  /** The place in what is said of a boundary point on the page; null where nothing is said. */
  place(node: Node, at: number): Place | null;
  /** The first block that ends below this line of the window. */
  below(line: number): Place;
  end(): void;
}

interface PageWords {
  /** The language of the article; '' where it is not known. */
  lang: string;
  /** Said before a caption. */
  picture: string;
  /** Said in the place of code. */
  code: string;
}

/** Not said: references to notes and back, and the source of a formula beside it. */
const SILENT =
  'sup > a[href^="#"], a[href^="#fnref"], a[role="doc-backlink"], annotation, annotation-xml';
const ADDRESS = /\b(https?:\/\/(?:www\.)?)([^\s/]+)(\S*)/g;

/** Reads title, byline and text one block at a time, as they are at that moment. */
export function readPage(
  heads: readonly Element[],
  article: Element,
  { lang: articleLang, picture, code }: PageWords,
  /** The page changed under the text: ranges have to be asked for anew. */
  onChange: () => void = () => undefined,
): PageText {
  const runs = [...heads, article].flatMap(runsIn);
  const numbers = new Map<Element, number[]>();
  const before: number[] = [];
  let total = 0;
  for (const [number, { root, length }] of runs.entries()) {
    before.push(total);
    total += length;
    numbers.set(root, [...(numbers.get(root) ?? []), number]);
  }
  const box = blocksOf(article.querySelector('.article-text') ?? article)[0]?.parentElement;
  /** The block of the article round an element; the element itself outside of all. */
  const blockOf = (element: Element): Element => {
    let block: Element | null = element;
    while (block && block.parentElement !== box) block = block.parentElement;
    return block ?? element;
  };
  const usual = articleLang || languageByLetters(article.textContent ?? '') || 'en';

  const maps = new Map<Element, TextMap>();
  const watcher = new MutationObserver(() => {
    maps.clear();
    onChange();
  });
  for (const root of [...heads, article])
    watcher.observe(root, { childList: true, characterData: true, subtree: true });
  const mapOf = (root: Element): TextMap => {
    // Highlights and word beginnings wrap words while it speaks.
    if (watcher.takeRecords().length > 0) {
      maps.clear();
      queueMicrotask(onChange);
    }
    const map = maps.get(root) ?? mapText(root);
    maps.set(root, map);
    return map;
  };
  /** Where a run begins and ends in the text of its root. */
  const bounds = (run: Run): [start: number, end: number] => {
    const nodes = nodesOf(run);
    if (!nodes?.length) return [0, 0];
    const { text, offset } = mapOf(run.root);
    const children = [...run.root.childNodes] as Node[];
    const start = offset(run.root, children.indexOf(nodes[0]!));
    const end = offset(run.root, children.indexOf(nodes.at(-1)!) + 1);
    return [start, start + text.slice(start, end).trimEnd().length];
  };

  return {
    count: runs.length,
    total,
    before: (at) => before[at] ?? total,
    block(at) {
      const run = runs[at];
      if (!run) return { text: '', lang: usual };
      const [start, end] = bounds(run);
      const { text, offset } = mapOf(run.root);
      const speaker = run.root.closest('[lang]');
      const own = speaker === document.documentElement ? '' : speaker?.getAttribute('lang');
      const block: SpokenBlock = {
        text: text.slice(start, end).replace(ADDRESS, hostOnly),
        lang: own || usual,
      };
      for (const sign of run.root.querySelectorAll(SILENT)) {
        const from = offset(sign, 0) - start;
        const to = offset(sign, sign.childNodes.length) - start;
        if (from >= 0 && to <= end - start) block.text = blanked(block.text, from, to);
      }
      if (run.kind === 'caption') block.before = picture;
      if (run.kind === 'code') block.instead = code;
      return block;
    },
    range(at, start, end) {
      const run = runs[at];
      if (!run || end <= start) return null;
      const [first] = bounds(run);
      return mapOf(run.root).range(first + start, first + end);
    },
    place(node, index) {
      let root: Element | null = node instanceof Element ? node : node.parentElement;
      while (root && !numbers.has(root)) root = root.parentElement;
      if (!root) return null;
      const here = mapOf(root).offset(node, index);
      const all = numbers.get(root)!;
      const number = all.findLast((one) => bounds(runs[one]!)[0] <= here) ?? all[0]!;
      const [start, end] = bounds(runs[number]!);
      return { block: number, offset: Math.max(0, Math.min(here, end - 1) - start) };
    },
    below(line) {
      const isAbove = (element: Element): boolean => element.getBoundingClientRect().bottom <= line;
      // By whole blocks first: what is in one that is not drawn would be laid out to be asked.
      let at = firstFitting(runs.length, (one) => !isAbove(blockOf(runs[one]!.root)));
      while (at < runs.length && isAbove(runs[at]!.root)) at += 1;
      return { block: Math.max(0, Math.min(at, runs.length - 1)), offset: 0 };
    },
    end: () => watcher.disconnect(),
  };
}

/** An address is said as its host; the rest keeps its place as spaces. */
const hostOnly = (_: string, scheme: string, host: string, rest: string): string =>
  ' '.repeat(scheme.length) +
  host +
  rest.replace(/.*?(?=[.,;:!?)]?$)/, (way) => ' '.repeat(way.length));

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
