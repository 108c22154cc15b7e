import { languageTag } from '../harmless.ts';
import { fitMath } from './fit-math.ts';
import { fitDefinitions, fitDetails, fitFigure, fitList, fitRuby, fitTable } from './fit-parts.ts';
import { XHTML } from './names.ts';

/** What is around a node, as far as it says what may stand there. */
export interface Around {
  /** Only words and what stands among words. */
  isLine: boolean;
  isInLink: boolean;
  /** Headings have no place here. */
  noHeading: boolean;
  noTable: boolean;
}

/** Builds the same text as a tree that a strict schema of HTML accepts. */
export interface Fitting {
  document: Document;
  /** The picture to stand at an address, or null for its words. */
  picture: (src: string) => string | null;
  children: (from: Node, around: Around) => Node[];
  make: (name: string, attributes?: Record<string, string>, children?: readonly Node[]) => Element;
}

const ANYWHERE: Around = {
  isLine: false,
  isInLink: false,
  noHeading: false,
  noTable: false,
};

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 div section hr blockquote ul ol dl table figure figcaption details summary pre li dt dd caption'.split(
    ' ',
  ),
);
/** Among words, and with words in them. */
const LINES = new Set(
  'q cite span em strong b i u s del ins mark small sub sup abbr dfn code kbd samp var bdi bdo'.split(
    ' ',
  ),
);

/**
 * A sanitised body as new nodes of `document`, each where HTML lets it stand: what stands elsewhere gives
 * way to what it holds. No attribute is taken over that is not known to be well formed.
 */
export function fit(
  body: Element,
  document: Document,
  picture: (src: string) => string | null,
): DocumentFragment {
  const fitting: Fitting = {
    document,
    picture,
    make(name, attributes = {}, children = []) {
      const made = document.createElementNS(XHTML, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    },
    children: (from, around) =>
      [...from.childNodes].flatMap((child) => fitNode(child, around, fitting)),
  };
  const fragment = document.createDocumentFragment();
  fragment.append(...fitting.children(body, ANYWHERE));
  // Where the note had no place, there is nowhere to go.
  const named = new Set([...fragment.querySelectorAll('[id]')].map(({ id }) => id));
  for (const link of fragment.querySelectorAll('a[href^="#"]'))
    if (!named.has(link.getAttribute('href')!.slice(1))) {
      if (link.id) link.removeAttribute('href');
      else link.replaceWith(...link.childNodes);
    }
  return fragment;
}

function fitNode(node: Node, around: Around, fitting: Fitting): Node[] {
  if (node.nodeType === 3) return [fitting.document.createTextNode(node.nodeValue ?? '')];
  if (node.nodeType !== 1) return [];
  const element = node as Element;
  if (element.localName === 'math') return fitMath(element, fitting.document);
  if (BLOCKS.has(element.localName))
    return around.isLine
      ? amongWords(element, around, fitting)
      : fitBlock(element, around, fitting);
  return fitLine(element, around, fitting);
}

/** A block where only words may be: its words, on lines of their own. */
function amongWords(element: Element, around: Around, fitting: Fitting): Node[] {
  const inside = fitting.children(element, around);
  const isFirst = !element.previousSibling;
  return isFirst || inside.length === 0 ? inside : [fitting.make('br'), ...inside];
}

function fitBlock(element: Element, around: Around, fitting: Fitting): Node[] {
  const { make, children } = fitting;
  const name = element.localName;
  const common = commonOf(element);
  const inside = (change: Partial<Around> = {}) => children(element, { ...around, ...change });
  switch (name) {
    case 'ul':
    case 'ol':
      return fitList(element, common, around, fitting);
    case 'dl':
      return fitDefinitions(element, common, around, fitting);
    case 'table':
      return around.noTable ? inside() : fitTable(element, common, around, fitting);
    case 'figure':
      return fitFigure(element, common, around, fitting);
    case 'details':
      return fitDetails(element, common, around, fitting);
    case 'hr':
      return [make('hr')];
    case 'p':
      return [make('p', common, inside({ isLine: true }))];
    case 'pre':
      return [make('pre', common, inside({ isLine: true }))];
    case 'blockquote':
      return [make('blockquote', common, inside())];
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      if (!element.textContent?.trim() && !element.querySelector('img'))
        return inside({ isLine: true });
      const words = inside({ isLine: true });
      if (around.noHeading) return [make('p', common, [make('strong', {}, words)])];
      // The title of the article is the only first one.
      return [make(name === 'h1' ? 'h2' : name, common, words)];
    }
    default:
      // Boxes, and parts of lists and tables that lost what they are a part of.
      return [make('div', common, inside())];
  }
}

function fitLine(element: Element, around: Around, fitting: Fitting): Node[] {
  const { make, children, picture } = fitting;
  const name = element.localName;
  const common = commonOf(element);
  // A box among words that holds boxes is a box.
  const hasBlocks =
    !around.isLine && [...element.querySelectorAll('*')].some((one) => BLOCKS.has(one.localName));
  if (name === 'img') {
    const src = picture(element.getAttribute('data-picture') ?? '');
    const alt = (element.getAttribute('alt') ?? '').trim();
    if (!src)
      return alt
        ? [make('span', { class: 'missing' }, [fitting.document.createTextNode(`[${alt}]`)])]
        : [];
    return [make('img', { src, alt, ...sizeOf(element) })];
  }
  if (name === 'br' || name === 'wbr') return [make(name)];
  if (name === 'ruby') return fitRuby(element, common, around, fitting);
  if (name === 'rp') return [];
  if (name === 'a') {
    const href = element.getAttribute('href');
    const id = element.id ? { id: element.id } : {};
    if (around.isInLink || element.querySelector('details')) return children(element, around);
    const inside = children(element, { ...around, isInLink: true, isLine: !hasBlocks });
    if (href) return [make('a', { ...common, ...id, href }, inside)];
    return [make(hasBlocks ? 'div' : 'span', { ...common, ...id }, inside)];
  }
  if (hasBlocks) return [make('div', common, children(element, around))];
  const inside = children(element, { ...around, isLine: true });
  if (
    !LINES.has(name) ||
    (name === 'bdo' && !common['dir']) ||
    (name === 'dfn' && element.querySelector('dfn'))
  )
    return [make('span', common, inside)];
  return [make(name, common, inside)];
}

/** The attributes that any element may have, where they say something. */
function commonOf(element: Element): Record<string, string> {
  const lang = languageTag(element.getAttribute('lang') ?? '');
  const dir = (element.getAttribute('dir') ?? '').toLowerCase();
  const title = element.getAttribute('title')?.trim();
  return {
    ...(lang && { lang }),
    ...(['ltr', 'rtl', 'auto'].includes(dir) && { dir }),
    ...(title && { title }),
  };
}

function sizeOf(element: Element): Record<string, string> {
  const of = (name: string) => /^[1-9]\d{0,4}$/.exec(element.getAttribute(name) ?? '')?.[0];
  const [width, height] = [of('width'), of('height')];
  return width && height ? { width, height } : {};
}
