// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TAGS } from '../../src/article/markup.ts';
import { textOf } from '../../src/article/text-of.ts';
import { clean } from '../../src/sanitize/clean.ts';
import { strangersIn } from './only-listed.ts';

const tag = fc.constantFrom(
  ...TAGS,
  ...['script', 'style', 'svg', 'math', 'mtext', 'mglyph', 'foreignObject', 'annotation-xml'],
  ...['desc', 'title', 'template', 'noscript', 'iframe', 'form', 'input', 'button', 'select'],
  ...[
    'option',
    'textarea',
    'object',
    'embed',
    'video',
    'picture',
    'source',
    'base',
    'meta',
    'link',
  ],
  ...['xmp', 'plaintext', 'noembed', 'frameset', 'body', 'html', 'image', 'nobr', 'font', 'x-y'],
);
const address = fc.constantFrom(
  ...['https://a.test/b', 'HTTP://a.test', 'mailto:a@b.test', '//a.test/b', '/b', '#c', ''],
  ...['javascript:ran(1)', ' javascript:ran(1)', 'java\tscript:ran(1)', '&#106;avascript:ran(1)'],
  ...[
    'data:text/html,<b>',
    'data:image/png;base64,AA',
    'data:image/svg+xml,<svg>',
    'blob:x',
    'vbscript:x',
  ],
);
const key = fc.constantFrom(
  ...[
    'href',
    'src',
    'srcset',
    'xlink:href',
    'action',
    'formaction',
    'data',
    'poster',
    'background',
  ],
  ...[
    'onclick',
    'onerror',
    'ONLOAD',
    'style',
    'id',
    'name',
    'class',
    'is',
    'slot',
    'target',
    'rel',
  ],
  ...[
    'title',
    'lang',
    'dir',
    'alt',
    'width',
    'colspan',
    'datetime',
    'data-picture',
    'data-x',
    'srcdoc',
  ],
);
const words = fc.constantFrom(
  ...['words', ' ', '\n', '&lt;img src onerror=ran(1)&gt;', '<!--', '-->', '<![CDATA[', ']]>'],
  ...[
    '</p>',
    '</svg>',
    '</math>',
    '</style>',
    '</table>',
    '"',
    "'",
    '>',
    '\0',
    '&nbsp;',
    '<',
    '</',
  ],
);
const quoted = fc.tuple(fc.constantFrom('"', "'", ''), fc.oneof(address, words));
const attribute = fc
  .tuple(key, quoted)
  .map(([name, [quote, value]]) => `${name}=${quote}${value}${quote}`);

const { markup } = fc.letrec<{ markup: string; element: string }>((tie) => ({
  element: fc
    .tuple(tag, fc.array(attribute, { maxLength: 3 }), tie('markup'), fc.boolean())
    .map(([name, attributes, inside, isClosed]) => {
      const head = [name, ...attributes].join(' ');
      return `<${head}>${inside}${isClosed ? `</${name}>` : ''}`;
    }),
  markup: fc
    .array(fc.oneof({ depthSize: 'small' }, words, tie('element')), { maxLength: 4 })
    .map((parts) => parts.join('')),
}));

/** jsdom takes some 20 ms each. */
const RUNS = 120;
const PATIENCE = 60_000;

test('whatever goes in, only listed markup comes out', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(markup, (html) => {
      expect(strangersIn(clean(html).html)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('cleaning again lets nothing new through and loses nothing', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(markup, (html) => {
      const once = clean(html);
      const twice = clean(once.html);
      expect(strangersIn(twice.html)).toEqual([]);
      expect(lettersOf(textOf(twice.html))).toBe(lettersOf(textOf(once.html)));
      expect(twice.pictures.toSorted()).toEqual(once.pictures.toSorted());
    }),
    { numRuns: RUNS },
  );
});

/**
 * Not the same markup: a heading that lost the box between it and a heading round it is put beside that
 * by the next parser, and words between the rows of a table before the table. So the letters, in any order.
 */
const lettersOf = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
