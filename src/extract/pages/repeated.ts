import { onOneLine } from '../rules/text.ts';
import { isSamePicture } from '../same-picture.ts';

/** What a page can repeat as a whole. */
const UNIT = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, dt, dd, figure, table, img, div';
const HOLDS_MORE = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, dt, dd, figure, table, img';
/** Elements without text that are something to see. */
const SEEN = 'img, audio, video, hr, math, table';
/** "Yes.", said twice, is no repetition; a line so long is. */
const TELLING = 40;
const TELLING_WIDE = 16;
const LONGEST_NAME = 160;
const PICTURE = 'picture:';

/** Names the blocks of a body by what they say, a picture by its address. */
export const blocksOf = (body: Element): string[] => unitsOf(body).map(nameOf).filter(Boolean);

/**
 * Takes out of a later page's body what the pages before had: long blocks anywhere, short ones only
 * where the page begins or ends with them. Gives the names of the blocks that are left.
 */
export function takeOutRepeated(body: Element, known: readonly string[]): string[] {
  const texts = new Set(known);
  const pictures = known.filter((name) => name.startsWith(PICTURE)).map(addressIn);
  const units = unitsOf(body).map((unit) => {
    const name = nameOf(unit);
    const isRepeated = name.startsWith(PICTURE)
      ? pictures.some((address) => isSamePicture(address, addressIn(name)))
      : texts.has(name);
    return { unit, name, isRepeated };
  });
  const isNew = ({ name, isRepeated }: { name: string; isRepeated: boolean }): boolean =>
    name !== '' && !isRepeated;
  const first = units.findIndex(isNew);
  const last = units.findLastIndex(isNew);
  const left: string[] = [];
  for (const [at, { unit, name, isRepeated }] of units.entries()) {
    const isAtEdge = first < 0 || at < first || at > last;
    if (isRepeated && (isAtEdge || isTelling(name))) removeWithBoxes(unit, body);
    else if (name) left.push(name);
  }
  return left;
}

/** A line of text as the blocks are named. */
export const nameOfText = (text: string): string =>
  onOneLine(text).toLowerCase().slice(0, LONGEST_NAME);

const addressIn = (name: string): string => name.slice(PICTURE.length);

const isTelling = (name: string): boolean =>
  name.startsWith(PICTURE) ||
  name.length >= TELLING ||
  (name.length >= TELLING_WIDE &&
    /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(name));

/** The smallest blocks, figures and tables as one each. */
const unitsOf = (body: Element): Element[] =>
  [...body.querySelectorAll(UNIT)].filter(
    (unit) =>
      (unit.matches('figure, table') || !unit.querySelector(HOLDS_MORE)) &&
      !unit.parentElement?.closest('figure, table'),
  );

function nameOf(unit: Element): string {
  const img = unit.matches('img')
    ? unit
    : unit.matches('figure')
      ? unit.querySelector('img')
      : null;
  const address = img?.getAttribute('src');
  return address ? PICTURE + address : nameOfText(unit.textContent ?? '');
}

/** With the boxes that held nothing else. */
function removeWithBoxes(unit: Element, body: Element): void {
  let box = unit;
  for (let outer = box.parentElement; outer && outer !== body; outer = outer.parentElement) {
    const rest = outer.textContent.trim().length - box.textContent.trim().length;
    if (rest > 0 || outer.querySelectorAll(SEEN).length > countSeen(box)) break;
    box = outer;
  }
  box.replaceWith(...commentsIn(box));
}

const countSeen = (box: Element): number =>
  box.querySelectorAll(SEEN).length + (box.matches(SEEN) ? 1 : 0);

/** The places of what was left out stay. */
function commentsIn(box: Element): Comment[] {
  const found: Comment[] = [];
  const comments = box.ownerDocument.createTreeWalker(box, 128 /* SHOW_COMMENT */);
  while (comments.nextNode()) found.push(comments.currentNode as Comment);
  return found;
}
