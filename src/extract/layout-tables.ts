const PARTS = 'table, tbody, thead, tfoot, tr, td, th';
const LONG_CELL = 400;

/** Turns tables that only place the parts of a page into boxes, as which they can be weighed. */
export function unfoldLayoutTables(copy: Document): void {
  for (const table of [...copy.querySelectorAll('table')].reverse()) {
    if (!isLayout(table)) continue;
    const parts = [...table.querySelectorAll(PARTS)].filter(
      (part) => part.closest('table') === table,
    );
    for (const part of [...parts.reverse(), table]) toBox(part);
  }
}

function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '')) return true;
  const own = [...table.querySelectorAll('th, td, caption')].filter(
    (part) => part.closest('table') === table,
  );
  if (own.some((part) => part.matches('th, caption'))) return false;
  return own.some(
    (cell) =>
      cell.querySelectorAll('p, table').length > 1 && (cell.textContent ?? '').length > LONG_CELL,
  );
}

function toBox(part: Element): void {
  const box = part.ownerDocument.createElement('div');
  box.id = part.id;
  box.className = part.className;
  box.append(...part.childNodes);
  part.replaceWith(box);
}
