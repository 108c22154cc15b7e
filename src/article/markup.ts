/** Presentation MathML: no links, no actions, no other markup inside, and no `mglyph`, which can mutate. */
export const MATH_TAGS = [
  ...['math', 'mrow', 'mi', 'mn', 'mo', 'ms', 'mtext', 'mspace', 'mfrac', 'msqrt', 'mroot'],
  ...['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts'],
  ...['mtable', 'mtr', 'mtd', 'mstyle', 'mpadded', 'mphantom', 'merror', 'menclose'],
] as const;

export const MATH_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';

/** The markup an article may have. `extract` reduces pages to it; `sanitize` lets nothing else pass. */
export const TAGS = [
  ...[
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'div',
    'section',
    'hr',
    'br',
    'wbr',
    'blockquote',
    'q',
    'cite',
  ],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...[
    'figure',
    'figcaption',
    'img',
    'a',
    'span',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'del',
    'ins',
    'mark',
    'small',
  ],
  ...[
    'sub',
    'sup',
    'abbr',
    'dfn',
    'time',
    'pre',
    'code',
    'kbd',
    'samp',
    'var',
    'ruby',
    'rb',
    'rt',
    'rp',
    'bdi',
    'bdo',
  ],
  ...MATH_TAGS,
] as const;

/** Attributes of any element. An element's own are in `OWN_ATTRIBUTES`. */
export const ATTRIBUTES = ['dir', 'lang', 'title'] as const;

export const OWN_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'id'],
  img: ['src', 'alt', 'width', 'height', 'data-picture'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start', 'reversed'],
  li: ['value', 'id'],
  code: ['data-lang'],
  math: ['display', 'alttext'],
  mi: ['mathvariant'],
  mo: ['fence', 'form', 'largeop', 'lspace', 'movablelimits', 'rspace', 'separator', 'stretchy'],
  mspace: ['width', 'height', 'depth'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mfrac: ['linethickness'],
  mover: ['accent'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
  mtable: ['columnalign'],
  mtd: ['columnspan', 'rowspan', 'columnalign'],
  mstyle: ['displaystyle', 'scriptlevel'],
  menclose: ['notation'],
  time: ['datetime'],
  del: ['datetime'],
  ins: ['datetime'],
};

/** Gone with all they hold; any other tag that is not in `TAGS` leaves its content behind. */
export const DROPPED_TAGS = [
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'embed',
    'applet',
    'svg',
    'canvas',
  ],
  ...[
    'button',
    'input',
    'select',
    'textarea',
    'option',
    'form',
    'dialog',
    'meta',
    'link',
    'base',
    'title',
    'head',
    'frame',
    'frameset',
    'map',
    'area',
  ],
] as const;

/** Where links of an article may lead: out, or to one of its notes and back. */
export const LINK_PROTOCOL = /^(?:(?:https?|mailto):|#fn(?:ref)?-\d)/i;

/** The only ids of an article, none that our pages or their scripts use. */
export const NOTE_ID = /^fn(?:ref)?-\d{1,4}(?:-\d{1,4})?$/;
