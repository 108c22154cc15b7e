import { diffArrays, diffWordsWithSpace } from 'diff';

export interface Piece {
  text: string;
  is: 'same' | 'added' | 'removed';
}
/** Neighbouring paragraphs without a change, or those with one, each in its pieces. */
export type Stretch = { is: 'same'; blocks: string[] } | { is: 'changed'; blocks: Piece[][] };

/** In milliseconds; a text that takes longer is another text. */
const PATIENCE = 1500;
/** Paragraphs that share less than this are two, not one that was changed. */
const SHARED = 0.35;

/** How one text, a list of paragraphs, became another. */
export function differenceOf(before: string[], after: string[], lang: string): Stretch[] {
  const runs = diffArrays(before, after, { timeout: PATIENCE }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const stretches: Stretch[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at]!;
    if (!run.added && !run.removed) {
      stretches.push({ is: 'same', blocks: run.value });
      continue;
    }
    const next = runs[at + 1];
    const isPair = run.removed && next?.added === true;
    const [gone, come] = isPair
      ? [run.value, next.value]
      : run.removed
        ? [run.value, []]
        : [[], run.value];
    stretches.push({ is: 'changed', blocks: changedBlocks(gone, come, lang) });
    if (isPair) at += 1;
  }
  return stretches;
}

/** Paragraphs that gave way to others, those that are alike as one. */
function changedBlocks(gone: string[], come: string[], lang: string): Piece[][] {
  const words = new Intl.Segmenter(lang || undefined, { granularity: 'word' });
  const blocks: Piece[][] = [];
  for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
    const [before, after] = [gone[at], come[at]];
    const pieces =
      before !== undefined && after !== undefined ? changedWords(before, after, words) : null;
    if (pieces) {
      blocks.push(pieces);
      continue;
    }
    if (before !== undefined) blocks.push([{ text: before, is: 'removed' }]);
    if (after !== undefined) blocks.push([{ text: after, is: 'added' }]);
  }
  return blocks;
}

/** Null when the two have too little in common. */
function changedWords(
  before: string,
  after: string,
  intlSegmenter: Intl.Segmenter,
): Piece[] | null {
  const changes = diffWordsWithSpace(before, after, { intlSegmenter, timeout: PATIENCE });
  if (!changes) return null;
  const pieces = changes.map(({ value, added, removed }): Piece => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'same',
  }));
  const same = pieces
    .filter(({ is }) => is === 'same')
    .reduce((length, { text }) => length + text.length, 0);
  return same < Math.max(before.length, after.length) * SHARED ? null : pieces;
}
