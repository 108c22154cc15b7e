import { countWords } from '../../article/reading-time.ts';
import { blockText } from './rule.ts';

const BLOCK =
  'p, div, section, header, footer, address, h1, h2, h3, h4, h5, h6, ul, ol, dl, table, pre, blockquote, figure, hr';
const WORDS_OF_PROSE = 18;

/** The blocks before the first paragraph of the text, or after the last, from the outside inwards. */
export function edgeBlocks(article: Element, edge: 'head' | 'tail'): Element[] {
  const boxes = [...article.querySelectorAll(BLOCK)];
  const blocks: Element[] = [];
  for (const block of edge === 'head' ? boxes : boxes.reverse()) {
    if (block.querySelector(BLOCK) || block.closest('table, pre, blockquote, figure, li')) continue;
    const isText = block.matches('ul, ol, dl') || countWords(blockText(block)) >= WORDS_OF_PROSE;
    if (isText) return blocks;
    blocks.push(block);
  }
  // Without a paragraph there is no telling what stands before it.
  return [];
}
