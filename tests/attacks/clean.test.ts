// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/article/text-of.ts';
import { clean } from '../../src/sanitize/clean.ts';
import { expectOnlyListed } from './only-listed.ts';

// Each has the word "kept" where a reader would see words, and nothing else worth keeping.
const ATTACKS: [what: string, html: string][] = [
  ['a handler', '<p onclick="ran(1)">kept</p>'],
  ['a handler in capitals, without quotes', '<P OnMouseOver=ran(1)>kept</P>'],
  ['a handler after a slash', '<b/onfocus=ran(1)/tabindex=1>kept</b>'],
  ['a handler with a line break before its sign', '<i onload\n=\nran(1)>kept</i>'],
  ['an image that fails', '<img src=x onerror=ran(1)>kept'],
  ['handlers of animations', '<span style="animation:a" onanimationstart=ran(1)>kept</span>'],
  ['a details that opens', '<details open ontoggle=ran(1)><summary>kept</summary></details>'],
  ['a javascript link', '<a href="javascript:ran(1)">kept</a>'],
  ['its letters as references', '<a href="&#106;avascript&colon;ran(1)">kept</a>'],
  ['its letters as long references', '<a href="&#x6A&#0000097vascript:ran(1)">kept</a>'],
  ['tabs in it', '<a href="java&Tab;script:ran(1)">kept</a>'],
  ['line breaks in it', '<a href="\n java\nscr\ript:ran(1)">kept</a>'],
  ['a control character before it', '<a href="\u0001javascript:ran(1)">kept</a>'],
  ['a protocol with http in its words', '<a href="javascript:/*http://*/ran(1)">kept</a>'],
  ['a link of vbscript', '<a href="vbscript:ran(1)">kept</a>'],
  ['a page as a link', '<a href="data:text/html,<script>ran(1)</script>">kept</a>'],
  ['a link of a blob', '<a href="blob:http://here.test/1">kept</a>'],
  ['a link to a file', '<a href="file:///etc/hosts">kept</a>'],
  ['a link to an extension', '<a href="moz-extension://a/b.html">kept</a>'],
  ['a link that tells', '<a href="https://a.test/" ping="https://b.test/" download>kept</a>'],
  ['an old link of SVG', '<svg><a xlink:href="javascript:ran(1)"><text>gone</text></a></svg>kept'],
  ['a picture of SVG', '<img src="data:image/svg+xml,<svg onload=ran(1)>">kept'],
  ['a picture by javascript', '<img src="javascript:ran(1)" srcset="javascript:ran(2)">kept'],
  [
    'more pictures',
    '<picture><source srcset="http://a.test/b"><img src="http://a.test/c"></picture>kept',
  ],
  ['a picture kept before', '<img data-picture="javascript:ran(1)">kept'],
  ['an SVG that loads', '<svg onload=ran(1)><script>ran(2)</script></svg>kept'],
  [
    'a style that mutates in SVG',
    '<svg><style><img title="</style><img src=x onerror=ran(1)>"></style></svg>kept',
  ],
  [
    'a style that mutates in MathML',
    'kept<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src onerror=ran(1)&gt;">',
  ],
  [
    'markup behind MathML',
    'kept<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran(1)></style></mglyph></form>',
  ],
  ['a comment of two minds', '<!--><img src=x onerror=ran(1)>-->kept'],
  [
    'a noscript of two minds',
    '<noscript><p title="</noscript><img src=x onerror=ran(1)>"></noscript>kept',
  ],
  ['a template', '<template><img src=x onerror=ran(1)></template>kept'],
  ['a shadow', '<div><template shadowrootmode=open><script>ran(1)</script></template>kept</div>'],
  [
    'a textarea that ends in a title',
    '<textarea><p title="</textarea><img src onerror=ran(1)>"></textarea>kept',
  ],
  ['a script', '<script>ran(1)</script><script src="http://a.test/b"></script>kept'],
  ['a script in pieces', '<scr<script>ipt>ran(1)</scr</script>ipt>kept'],
  [
    'a style sheet',
    '<style>@import "http://a.test/b"; p { background: url(http://a.test/c) }</style>kept',
  ],
  ['a style', '<p style="background:url(http://a.test/b);position:fixed">kept</p>'],
  ['a linked style sheet', '<link rel=stylesheet href="http://a.test/b">kept'],
  ['a refresh', '<meta http-equiv=refresh content="0;url=javascript:ran(1)">kept'],
  ['a base', '<base href="http://a.test/" target=_top><a href="/b">kept</a>'],
  ['a form', '<form action="javascript:ran(1)"><input name=a autofocus onfocus=ran(2)>kept</form>'],
  ['a button', '<p>kept</p><button formaction="javascript:ran(1)">gone</button>'],
  ['a frame', '<iframe srcdoc="<script>ran(1)</script>" src="javascript:ran(2)"></iframe>kept'],
  ['an object', '<object data="javascript:ran(1)"><embed src="javascript:ran(2)"></object>kept'],
  [
    'media',
    '<video poster="http://a.test/b" src="http://a.test/c" onloadstart=ran(1)></video><audio src=x></audio>kept',
  ],
  [
    'names that hide the page',
    '<a id=body name=location href="https://a.test/">kept</a><img name=getElementById src=x>',
  ],
  ['a form that hides itself', '<form><input name=attributes><input name=nodeName></form>kept'],
  [
    'attributes of other elements',
    '<p href="javascript:ran(1)" src="http://a.test/b" width=9>kept</p>',
  ],
  ['an element with a dash', '<x-y onclick=ran(1) is=z>kept</x-y>'],
  [
    'links and actions in a formula',
    '<math href="javascript:ran(1)"><maction actiontype="statusline" xlink:href="javascript:ran(2)"><mi>kept</mi></maction></math>',
  ],
  [
    'markup noted on a formula',
    'kept<math><semantics><mi>x</mi><annotation-xml encoding="text/html"><img src=x onerror=ran(1)><style><a title="</style><img src onerror=ran(2)>"></annotation-xml></semantics></math>',
  ],
  [
    'markup in the words of a formula',
    '<math><mtext><img src=x onerror=ran(1)>kept</mtext></math>',
  ],
  ['ids of the page', '<a id="location" href="https://a.test/">kept</a><ol><li id="fn-x">b</ol>'],
  [
    'players',
    'kept<audio src="https://a.test/b.mp3" autoplay></audio><video poster="https://a.test/p" src="https://a.test/c"></video>',
  ],
  ['a word that becomes an element', '&lt;img src=x onerror=ran(1)&gt; kept'],
];

describe('clean lets only listed markup through, and keeps the words', () => {
  test.each(ATTACKS)('%s', (_what, html) => {
    const { html: safe, pictures } = clean(html);
    expectOnlyListed(safe);
    expect(textOf(safe)).toContain('kept');
    expect(pictures.filter((address) => !/^https?:/.test(address))).toEqual([]);
  });

  test('a page without a body is an empty article', () => {
    expect(clean('<frameset><frame src="javascript:ran(1)">')).toEqual({
      html: '',
      pictures: [],
    });
  });

  test('links to the web and to letters stay', () => {
    const links = '<a href="https://a.test/b?c#d">e</a><a href="mailto:a@b.test">f</a>';
    expect(clean(links).html).toBe(links);
  });

  test('notes and their marks lead to one another', () => {
    const notes =
      '<sup><a href="#fn-1" id="fnref-1">[1]</a></sup><ol><li id="fn-1">a <a href="#fnref-1">↩</a></li></ol>';
    expect(clean(notes).html).toBe(notes);
  });

  test('formulas and the language of code stay, players do not', () => {
    const parts =
      '<math display="block" alttext="x"><mfrac><mi>x</mi><mn>2</mn></mfrac></math><pre><code data-lang="js">a\n b</code></pre>';
    expect(clean(`${parts}<video src="https://a.test/b" controls></video>`).html).toBe(parts);
  });

  test('directions, languages and spans stay', () => {
    const parts =
      '<p dir="rtl" lang="ar">a</p><table><tbody><tr><td colspan="2">b</td></tr></tbody></table>';
    expect(clean(parts).html).toBe(parts);
  });

  test('a picture is only known by its address', () => {
    const { html, pictures } = clean('<img src="http://a.test/b.png" alt="c">');
    expect(html).toBe('<img alt="c" data-picture="http://a.test/b.png">');
    expect(pictures).toEqual(['http://a.test/b.png']);
  });

  // Browsers stop at 512 levels; jsdom does not, and would take minutes for thousands.
  test('five hundred levels', () => {
    const { html } = clean(`${'<div>'.repeat(500)}kept<img src=x onerror=ran(1)>`);
    expectOnlyListed(html);
    expect(textOf(html)).toBe('kept');
  });

  test('a megabyte of attribute', () => {
    const { html } = clean(`<p onclick="${'ran(1);'.repeat(150_000)}" title="t">kept</p>`);
    expect(html).toBe('<p title="t">kept</p>');
  });
});
