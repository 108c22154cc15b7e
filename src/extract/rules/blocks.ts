import { countWordsOfLine } from '../../article/reading-time.ts';
import type { Remover } from '../left-out.ts';
import { blockText, onOneLine } from './text.ts';

export type BlockKind = 'text' | 'heading' | 'list' | 'quote' | 'table' | 'code' | 'loose';

/** One block of an article's text as the rules weigh it. */
export interface Block {
  element: Element;
  kind: BlockKind;
  text: string;
  words: number;
  /** How much of the text is in links, 0 to 1. */
  linked: number;
  /** Ends as a sentence does. */
  ended: boolean;
}

/** `loose` is text that stands bare beside blocks: it is weighed but has no element of its own. */
const KINDS: Record<string, BlockKind | 'figure'> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  blockquote: 'quote',
  table: 'table',
  pre: 'code',
  figure: 'figure',
};
const BOXES = new Set(
  'p div section article main aside header footer nav form address center details summary li dd dt fieldset hgroup'.split(
    ' ',
  ),
);
const SENTENCE_END = /[.!?…。！？:;]["'”’»)\]]*$/;
/** Signs that may stand behind the end of a sentence. */
const CLOSING = 4;
const BARE = 25;
/** A list with more of the text is the frame of the article, not a list in it. */
const FRAME = 0.5;

/**
 * The blocks of an article, shared by the rules: weighed anew only where one of them took out a part of
 * a block and not the whole.
 */
export class Blocks {
  readonly #article: Element;
  readonly #remover: Remover;
  #blocks: Block[] | undefined;
  #removed = 0;

  constructor(article: Element, remover: Remover) {
    this.#article = article;
    this.#remover = remover;
  }

  /** Those that are still there, in their order; what stands in figures is none. */
  list(): Block[] {
    const gone = this.#remover.removals.slice(this.#removed).map(({ block }) => block);
    this.#removed += gone.length;
    if (gone.length > 0 && this.#blocks) {
      const whole = new Set(this.#blocks.filter(isWhole).map(({ element }) => element));
      const isInPart = gone.some((element) => !whole.has(element));
      this.#blocks = isInPart
        ? undefined
        : this.#blocks.filter(({ element }) => !gone.includes(element));
    }
    this.#blocks ??= blocksOf(this.#article);
    return [...this.#blocks];
  }
}

const isWhole = ({ kind }: Block): boolean => kind !== 'loose';

/** Collects the blocks of an article. */
function blocksOf(article: Element): Block[] {
  const blocks: Block[] = [];
  collect(article, blocks, (article.textContent ?? '').length * FRAME);
  return blocks;
}

/** Adds the blocks below an element; tells whether there were any. */
function collect(parent: Element, blocks: Block[], frame: number): boolean {
  let found = false;
  let bare = '';
  let bareAt = -1;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const start = blocks.length;
    if (node.nodeType === Node.TEXT_NODE) bare += node.nodeValue;
    else if (node.nodeType !== Node.ELEMENT_NODE) continue;
    else {
      const element = node as Element;
      const kind = KINDS[element.localName];
      const isFrame = kind === 'list' && (element.textContent ?? '').length > frame;
      if (kind && !isFrame) {
        if (kind !== 'figure') add(blocks, element, kind);
        found = true;
      } else if (isFrame || BOXES.has(element.localName)) {
        if (!collect(element, blocks, frame)) add(blocks, element, 'text');
        found = true;
      } else if (collect(element, blocks, frame)) found = true;
      else bare += element.textContent ?? '';
    }
    if (bareAt < 0 && bare.length > BARE) bareAt = start;
  }
  const text = found ? onOneLine(bare) : '';
  if (text.length > BARE) blocks.splice(bareAt, 0, weigh(parent, 'loose', text));
  return found;
}

function add(blocks: Block[], element: Element, kind: BlockKind): void {
  const text = blockText(element);
  if (text) blocks.push(weigh(element, kind, text));
}

function weigh(element: Element, kind: BlockKind, text: string): Block {
  let linked = 0;
  if (kind !== 'loose') {
    for (const link of element.getElementsByTagName('a')) linked += blockText(link).length;
  }
  return {
    element,
    kind,
    text,
    words: countWordsOfLine(text),
    linked: Math.min(1, linked / text.length),
    ended: SENTENCE_END.test(text.slice(-CLOSING)),
  };
}

/** Words that someone wrote to be read one after the other. */
export const isProse = ({ kind, words, linked, ended }: Block): boolean =>
  kind === 'text' || kind === 'loose'
    ? linked < 0.5 && (words >= 12 || (words >= 7 && ended))
    : kind === 'list'
      ? linked < 0.5 && words >= 8
      : kind !== 'heading';
