/** Between a panel and what it belongs to, and the window's edges, in CSS pixels. */
const ROOM = 6;

/** Sets a panel of fixed position below its mark, or above where there is more room, within the window. */
export function beside(panel: HTMLElement, mark: Element): void {
  // Of a mark that is broken over two lines the last part.
  const at = [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  panel.style.maxBlockSize = '';
  const { width, height } = panel.getBoundingClientRect();
  const below = innerHeight - at.bottom - 2 * ROOM;
  const above = at.top - 2 * ROOM;
  const isBelow = height <= below || below >= above;
  const room = Math.max(80, isBelow ? below : above);
  panel.style.maxBlockSize = `${room}px`;
  const tall = Math.min(height, room);
  panel.style.top = `${isBelow ? at.bottom + ROOM : Math.max(ROOM, at.top - ROOM - tall)}px`;
  const middle = at.left + at.width / 2 - width / 2;
  panel.style.left = `${Math.max(ROOM, Math.min(clientWidth - width - ROOM, middle))}px`;
}
