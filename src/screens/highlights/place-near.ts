/** Between the words and what stands beside them, and to the edges of the window. */
const GAP = 8;

/**
 * Puts a box of ours beside words in the window: above them, below where there is no room, never over them.
 * For fingers at the bottom, where the system's own handles and menus are not.
 */
export function placeNear(box: HTMLElement, words: DOMRect, below = false): void {
  const { width, height } = box.getBoundingClientRect();
  const seen = document.documentElement.clientWidth;
  if (matchMedia('(pointer: coarse)').matches) {
    Object.assign(box.style, { left: `${(seen - width) / 2}px`, top: 'auto', bottom: '16px' });
    return;
  }
  const left = Math.max(GAP, Math.min(seen - width - GAP, words.left + (words.width - width) / 2));
  const over = words.top - height - GAP;
  const under = words.bottom + GAP;
  const fitsUnder = under + height < innerHeight - GAP;
  const wanted = (below && fitsUnder) || over < GAP + 48 ? under : over;
  const top = Math.max(GAP, Math.min(wanted, innerHeight - height - GAP));
  Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
}
