import { MATH_NAMESPACE } from '../../../article/markup.ts';
import { XHTML } from './names.ts';

const WORDS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
const ROWS = new Set([
  'math',
  'mrow',
  'msqrt',
  'mstyle',
  'mpadded',
  'mphantom',
  'merror',
  'menclose',
  'mtd',
]);
/** How many parts each must have. */
const PARTS: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};

const YES_NO = /^(?:true|false)$/;
const LENGTH = /^-?\d{1,4}(?:\.\d{1,4})?(?:em|ex|px|pt|pc|mm|cm|in)$/;
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  math: { display: /^(?:block|inline)$/, alttext: /\S/ },
  mi: {
    mathvariant:
      /^(?:normal|bold|italic|bold-italic|double-struck|script|bold-script|fraktur|bold-fraktur|sans-serif|bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace)$/,
  },
  mo: {
    fence: YES_NO,
    largeop: YES_NO,
    movablelimits: YES_NO,
    separator: YES_NO,
    stretchy: YES_NO,
    form: /^(?:prefix|infix|postfix)$/,
    lspace: LENGTH,
    rspace: LENGTH,
  },
  mspace: { width: LENGTH, height: LENGTH, depth: LENGTH },
  mfrac: { linethickness: LENGTH },
  mover: { accent: YES_NO },
  munder: { accentunder: YES_NO },
  munderover: { accent: YES_NO, accentunder: YES_NO },
  mtd: { rowspan: /^[1-9]\d?$/, columnspan: /^[1-9]\d?$/ },
  mstyle: { displaystyle: YES_NO, scriptlevel: /^[+-]?\d$/ },
};

/** A formula as strict MathML; its words where it is none. */
export function fitMath(math: Element, document: Document): Node[] {
  const made = math.childNodes.length > 0 ? fitPart(math, document) : null;
  if (made) return [made];
  const words = (math.getAttribute('alttext') ?? '').trim() || (math.textContent ?? '').trim();
  if (!words) return [];
  const span = document.createElementNS(XHTML, 'span');
  span.textContent = words;
  return [span];
}

/** Null where the schema of MathML has no room for it. */
function fitPart(element: Element, document: Document): Element | null {
  const name = element.localName;
  const made = document.createElementNS(MATH_NAMESPACE, name);
  for (const [attribute, form] of Object.entries(ATTRIBUTES[name] ?? {})) {
    const value = element.getAttribute(attribute)?.trim() ?? '';
    if (form.test(value)) made.setAttribute(attribute, value);
  }
  if (WORDS.has(name)) {
    made.textContent = element.textContent;
    return made;
  }
  if (name === 'mspace') return made;
  const parts = [...element.children];
  // Words between the parts are lost by most readers: then all of it is better said in words.
  if ([...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
    return null;
  if (!hasRoom(name, parts)) return null;
  for (const part of parts) {
    const inside =
      part.localName === 'mprescripts'
        ? document.createElementNS(MATH_NAMESPACE, 'mprescripts')
        : fitPart(part, document);
    if (!inside) return null;
    made.append(inside);
  }
  return made;
}

function hasRoom(name: string, parts: readonly Element[]): boolean {
  const names = parts.map(({ localName }) => localName);
  if (names.includes('math')) return false;
  if (name === 'mtable') return names.length > 0 && names.every((part) => part === 'mtr');
  if (name === 'mtr') return names.every((part) => part === 'mtd');
  if (names.some((part) => part === 'mtr' || part === 'mtd')) return false;
  if (name === 'mmultiscripts') {
    const at = names.indexOf('mprescripts');
    const [after, before] =
      at < 0 ? [names.slice(1), []] : [names.slice(1, at), names.slice(at + 1)];
    return (
      at !== 0 &&
      names.length > 0 &&
      after.length % 2 === 0 &&
      before.length % 2 === 0 &&
      !before.includes('mprescripts')
    );
  }
  if (names.includes('mprescripts')) return false;
  return ROWS.has(name) || PARTS[name] === parts.length;
}
