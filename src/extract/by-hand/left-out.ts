import type { LeftOut } from '../../article/article.ts';
import type { Removal } from '../left-out.ts';
import { selectorOf } from './site-rule.ts';

const MOST_BLOCKS = 40;
const MOST_CHARACTERS = 20_000;
const LONGEST_TEXT = 120;
/** The person sees these above the article: they are not missing. */
const SHOWN = /shown above$/;

/**
 * The article's markup, with the blocks that were taken out and their places in it, so that the person
 * can put one back. `tidy` makes of a block what the rules make of the article.
 */
export function withLeftOut(
  article: Element,
  removals: Removal[],
  tidy: (block: Element) => void,
): { html: string; leftOut: LeftOut[] } {
  // Nobody outside can know it, so no page can write a marker of its own.
  const token = Math.random().toString(36).slice(2);
  const listed = removals.filter((removal) => !SHOWN.test(removal.reason)).slice(0, MOST_BLOCKS);
  for (const [at, removal] of listed.entries()) {
    if (!article.contains(removal.marker)) putMarker(removal, article, removals);
    removal.marker.data = `${token}${at}.`;
  }
  for (const { marker } of removals) if (!marker.data) marker.remove();
  const pieces = article.innerHTML.split(new RegExp(`<!--${token}(\\d+)\\.-->`));
  const leftOut: LeftOut[] = [];
  let html = '';
  let left = MOST_CHARACTERS;
  for (let piece = 0; piece < pieces.length; piece += 2) {
    html += pieces[piece]!;
    const removal = listed[Number(pieces[piece + 1])];
    if (!removal) continue;
    const selector = selectorOf(removal.block);
    const markup = markupOf(removal.block, left, tidy);
    left -= markup.length;
    const { reason, text } = removal;
    const start = text.slice(0, LONGEST_TEXT);
    leftOut.push({ reason, text: start, html: markup, place: html.length, selector });
  }
  return { html, leftOut };
}

/** A marker that went with its box stands before what came next, or at the end. */
function putMarker({ marker, next }: Removal, article: Element, removals: Removal[]): void {
  const place = removals.find(({ block }) => next && block.contains(next))?.marker ?? next;
  if (place && article.contains(place) && place !== article) place.before(marker);
  else article.append(marker);
}

function markupOf(block: Element, longest: number, tidy: (block: Element) => void): string {
  if (block.innerHTML.length > MOST_CHARACTERS * 4) return '';
  const box = block.ownerDocument.createElement('div');
  box.append(block);
  tidy(box);
  const markup = box.innerHTML;
  return markup.length > longest ? '' : markup;
}
