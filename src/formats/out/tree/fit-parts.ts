import type { Around, Fitting } from './fit.ts';

type Attributes = Record<string, string>;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isBlank = (node: Node): boolean => node.nodeType !== 1 && !node.nodeValue?.trim();
const named = (nodes: Iterable<Node>, ...names: string[]): Element[] =>
  [...nodes].filter((node): node is Element => isElement(node) && names.includes(node.localName));
const whole = (element: Element, name: string, least: number, most: number): Attributes => {
  const value = element.getAttribute(name)?.trim() ?? '';
  const number = Number(value);
  return /^-?\d{1,6}$/.test(value) && number >= least && number <= most
    ? { [name]: String(number) }
    : {};
};

/** Points of a list only; whatever else is there becomes a point. */
export function fitList(
  list: Element,
  common: Attributes,
  around: Around,
  { make, children, document }: Fitting,
): Node[] {
  const points = [...list.childNodes]
    .filter((node) => !isBlank(node))
    .map((node) => {
      if (isElement(node) && node.localName === 'li') {
        const id = node.id ? { id: node.id } : {};
        const value = list.localName === 'ol' ? whole(node, 'value', -99_999, 999_999) : {};
        return make('li', { ...id, ...value }, children(node, around));
      }
      const alone = document.implementation.createHTMLDocument('').createElement('div');
      alone.append(node.cloneNode(true));
      return make('li', {}, children(alone, around));
    });
  if (points.length === 0) return [];
  const ofOrder: Attributes =
    list.localName === 'ol'
      ? {
          ...whole(list, 'start', -99_999, 999_999),
          ...(list.hasAttribute('reversed') && { reversed: 'reversed' }),
        }
      : {};
  return [make(list.localName, { ...common, ...ofOrder }, points)];
}

/** Names, then what is said of them, in turn. */
export function fitDefinitions(
  list: Element,
  common: Attributes,
  around: Around,
  { make, children }: Fitting,
): Node[] {
  const parts: Element[] = [];
  for (const part of named(list.querySelectorAll('dt, dd'), 'dt', 'dd')) {
    if (part.parentElement?.closest('dl') !== list) continue;
    const before = parts.at(-1)?.localName;
    if (part.localName === 'dd' && !before) parts.push(make('dt'));
    parts.push(
      part.localName === 'dt'
        ? make('dt', {}, children(part, { ...around, noHeading: true }))
        : make('dd', {}, children(part, around)),
    );
  }
  if (parts.length === 0) return children(list, around);
  if (parts.at(-1)!.localName === 'dt') parts.push(make('dd'));
  return [make('dl', common, parts)];
}

const SCOPES = ['row', 'col', 'rowgroup', 'colgroup'];

/** Caption, columns, head, bodies and foot, in this order and of rows with cells alone. */
export function fitTable(
  table: Element,
  common: Attributes,
  around: Around,
  { make, children }: Fitting,
): Node[] {
  const rowsIn = (group: Element): Element[] =>
    named(group.childNodes, 'tr').flatMap((row) => {
      const cells = named(row.childNodes, 'td', 'th').map((cell) => {
        const scope = cell.getAttribute('scope')?.toLowerCase() ?? '';
        const isHead = cell.localName === 'th';
        return make(
          cell.localName,
          {
            ...whole(cell, 'colspan', 2, 1000),
            ...whole(cell, 'rowspan', 2, 1000),
            ...(isHead && SCOPES.includes(scope) && { scope }),
          },
          children(cell, { ...around, noHeading: around.noHeading || isHead }),
        );
      });
      return cells.length > 0 ? [make('tr', {}, cells)] : [];
    });
  const group = (name: string, from: Element): Element[] => {
    const rows = rowsIn(from);
    return rows.length > 0 ? [make(name, {}, rows)] : [];
  };
  const [caption] = named(table.childNodes, 'caption');
  const [head] = named(table.childNodes, 'thead');
  const [foot] = named(table.childNodes, 'tfoot');
  const bodies = [...named(table.childNodes, 'tbody', 'thead', 'tfoot')]
    .filter((part) => part !== head && part !== foot)
    .flatMap((part) => group('tbody', part));
  const rows = [
    ...(head ? group('thead', head) : []),
    ...bodies,
    ...(foot ? group('tfoot', foot) : []),
  ];
  if (rows.length === 0) return caption ? [make('div', {}, children(caption, around))] : [];
  const columns = named(table.childNodes, 'colgroup').map((columnGroup) => {
    const cols = named(columnGroup.childNodes, 'col').map((col) =>
      make('col', whole(col, 'span', 2, 1000)),
    );
    return make('colgroup', cols.length > 0 ? {} : whole(columnGroup, 'span', 2, 1000), cols);
  });
  const captioned = caption
    ? [make('caption', {}, children(caption, { ...around, noHeading: true, noTable: true }))]
    : [];
  return [make('table', common, [...captioned, ...columns, ...rows])];
}

/** With one caption, at its beginning or its end. */
export function fitFigure(
  figure: Element,
  common: Attributes,
  around: Around,
  { make, children }: Fitting,
): Node[] {
  const [caption] = named(figure.childNodes, 'figcaption');
  const isFirst = caption !== undefined && figure.firstElementChild === caption;
  const rest = figure.cloneNode(true) as Element;
  named(rest.childNodes, 'figcaption')[0]?.remove();
  const inside = children(rest, around);
  const captioned = caption ? [make('figcaption', {}, children(caption, around))] : [];
  // Its picture is missing and it says nothing.
  if (
    !inside.some((node) => isElement(node) || node.nodeValue?.trim()) &&
    !caption?.textContent?.trim()
  )
    return [];
  return [make('figure', common, isFirst ? [...captioned, ...inside] : [...inside, ...captioned])];
}

/** Its summary first; without one it is a box like any other. */
export function fitDetails(
  details: Element,
  common: Attributes,
  around: Around,
  { make, children }: Fitting,
): Node[] {
  const [summary] = named(details.childNodes, 'summary');
  if (!summary) return [make('div', common, children(details, around))];
  const rest = details.cloneNode(true) as Element;
  named(rest.childNodes, 'summary')[0]?.remove();
  return [
    make('details', common, [
      make('summary', {}, children(summary, { ...around, isLine: true })),
      ...children(rest, around),
    ]),
  ];
}

/** Words with their readings, in turn; words after the last reading stand behind. */
export function fitRuby(
  ruby: Element,
  common: Attributes,
  around: Around,
  { make, children, document }: Fitting,
): Node[] {
  const line: Around = { ...around, isLine: true };
  const pairs: Node[] = [];
  let base: Node[] = [];
  for (const node of ruby.childNodes) {
    if (isElement(node) && node.localName === 'rt') {
      const last = pairs.at(-1) as Element | undefined;
      const words = children(node, line);
      if (base.length === 0 && last) last.append(...words);
      else
        pairs.push(
          ...(base.length > 0 ? base : [document.createTextNode('')]),
          make('rt', {}, words),
        );
      base = [];
    } else if (!(isElement(node) && node.localName === 'rp')) {
      const alone = ruby.ownerDocument.createElement('span');
      alone.append(
        isElement(node) && node.localName === 'rb' ? unwrapped(node) : node.cloneNode(true),
      );
      base.push(...children(alone, line));
    }
  }
  if (pairs.length === 0) return [make('span', common, base)];
  const made = make('ruby', common, pairs);
  return base.length > 0 ? [made, ...base] : [made];
}

function unwrapped(element: Element): DocumentFragment {
  const inside = element.ownerDocument.createDocumentFragment();
  inside.append(...[...element.childNodes].map((child) => child.cloneNode(true)));
  return inside;
}
