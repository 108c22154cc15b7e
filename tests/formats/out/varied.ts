// Articles of every kind, the same for the same seed: true ones from tests/pages, and made ones with all that
// markup can hold where it should not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleId, SavedArticle } from '../../../src/article/article.ts';
import type { Highlight, HighlightId } from '../../../src/article/highlight.ts';
import type { Exported, PictureBytes } from '../../../src/formats/out/exported.ts';
import { png } from '../../browser/driver/png.ts';

const NOW = Date.UTC(2026, 5, 3, 12);

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A saved article with nothing unusual but what is given. */
export const articleWith = (some: Partial<SavedArticle> = {}): SavedArticle => ({
  id: 'a1' as ArticleId,
  url: 'https://tides.example/spring',
  title: 'Spring tides',
  byline: 'Ines Holloway',
  siteName: 'Harbour Weekly',
  publishedTime: '2025-03-01',
  lang: 'en',
  dir: 'ltr',
  excerpt: 'Twice a month.',
  leadPicture: null,
  leadCaption: '',
  words: 400,
  minutes: 2,
  savedAt: NOW - 86_400_000,
  place: 'unread',
  favourite: false,
  tags: [],
  progress: 0,
  html: '<p>Twice a month the moon pulls with the sun.</p>',
  textSavedAt: NOW - 86_400_000,
  block: 0,
  ...some,
});

export const highlightOf = (article: SavedArticle, exact: string, note = ''): Highlight => ({
  article: article.id,
  id: `h-${exact.length}` as HighlightId,
  quote: { exact, prefix: '', suffix: '' },
  position: { start: 0, end: exact.length },
  colour: 'yellow',
  note,
  createdAt: NOW,
  changedAt: NOW,
});

const PICTURE: PictureBytes = {
  type: 'image/png',
  bytes: new Uint8Array(png(64, 40, [96, 128, 150])),
};

/** With a picture at every address but those of a site that is gone. */
export const exportedOf = (
  article: SavedArticle,
  highlights: readonly Highlight[] = [],
): Exported => ({
  article,
  highlights,
  picture: (src) => Promise.resolve(src.includes('gone') ? null : PICTURE),
});

const WORDS =
  'tide moon harbour ]]> &amp; < > " \' { }} $x$ ==a== <%= 1 %> `= 1` 潮 汐 البحر ים 😀 \ud83d \u0000 \u0007 \ufffe &#0; &#x1f; &#xd800; \u202e x\u00ady {{title}} =SUM(1) @me -- * _ ~ | \\ [[n]] ![[n]]'.split(
    ' ',
  );
const HREFS = [
  'https://a.example/a b|c"d?q=[1]&x=%zz#f#g',
  'http://a.example/\n\n# h',
  'mailto:a b@c.example',
  'javascript:alert(1)',
  'https://exa mple/',
  'https://ü.example/ü?ü#ü',
  '//a.example/x',
  '#fn-1',
  '#fnref-1',
  '#nowhere',
  'https://a.example/)![x](https://track.example/x.png',
  'https://u:p@a.example:99/x',
  'https://a.example/{x}^`\\',
];
const LINES =
  'em strong b i u s del ins mark small sub sup abbr dfn code kbd samp var bdi bdo q cite span time a ruby'.split(
    ' ',
  );
const BLOCKS =
  'p div section blockquote ul ol dl table figure details pre h1 h2 h3 h6 hr li dd dt figcaption summary caption'.split(
    ' ',
  );
const ODD = [
  ...[
    'title="a&quot;b"',
    'title=""',
    'lang="en"',
    'lang="x y"',
    'lang="de-Latn-AT-1996"',
    'dir="rtl"',
    'dir="up"',
  ],
  ...[
    'id="fn-1"',
    'id="fnref-1"',
    'id="a b"',
    'class="x"',
    'style="color:red"',
    'onclick="x()"',
    'datetime="nonsense"',
    'colspan="0"',
    'rowspan="-2"',
    'start="x"',
    'value="99999999"',
    'reversed',
    'scope="all"',
    'width="1e3"',
  ],
];
const MATHS = [
  '<math><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>',
  '<math display="block" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>',
  '<math alttext="broken"><mfrac><mn>1</mn></mfrac></math>',
  '<math><mtable columnalign="left"><mtr><mtd><mi>a</mi></mtd></mtr></mtable></math>',
  '<math><mrow>stray<mi mathvariant="odd">x</mi></mrow></math>',
  '<math><mmultiscripts><mi>F</mi><mn>1</mn><mn>2</mn><mprescripts/><mn>3</mn><mn>4</mn></mmultiscripts></math>',
  '<math></math>',
  '<math><mspace width="huge"/><msqrt><mi>x</mi></msqrt><menclose notation="box"><mi>y</mi></menclose></math>',
];

/** Markup of any shape, nested as no page should. */
function wildMarkup(random: () => number, size = 40): string {
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const words = () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, () => one(WORDS)).join(' ');
  const attributes = () => (random() < 0.3 ? ` ${one(ODD)} ${one(ODD)}` : '');
  const part = (depth: number): string => {
    const inside = () =>
      depth > 5
        ? words()
        : Array.from({ length: 1 + Math.floor(random() * 3) }, () => part(depth + 1)).join('');
    const kind = random();
    if (kind < 0.3) return words();
    if (kind < 0.36) return one(MATHS);
    if (kind < 0.42)
      return `<img src="https://p.example/${one(['a', 'b', 'gone', 'c d'])}.png" data-picture="https://p.example/${one(['a', 'b', 'gone'])}.png" alt="${one(['', 'A pier', words().replace(/["<>&]/g, '')])}" width="40" height="x">`;
    if (kind < 0.5)
      return `<a href="${one(HREFS).replaceAll('"', '&quot;')}"${attributes()}>${inside()}</a>`;
    if (kind < 0.7) return `<${one(LINES)}${attributes()}>${inside()}</${one(LINES)}>`;
    const name = one(BLOCKS);
    switch (name) {
      case 'ul':
      case 'ol':
        return `<${name}${attributes()}><li${attributes()}>${inside()}</li>${inside()}</${name}>`;
      case 'dl':
        return `<dl>${random() < 0.5 ? `<dt>${inside()}</dt>` : ''}<dd>${inside()}</dd>${random() < 0.3 ? `<div><dt>${inside()}</dt></div>` : ''}</dl>`;
      case 'table':
        return `<table${attributes()}>${random() < 0.4 ? `<caption>${inside()}</caption>` : ''}<colgroup><col span="2"></colgroup><thead><tr><th${attributes()}>${inside()}</th></tr></thead><tr><td${attributes()}>${inside()}</td><td>${inside()}</td></tr><tr></tr><tfoot><tr><td>${words()}</td></tr></tfoot><thead></thead></table>`;
      case 'figure':
        return `<figure>${inside()}<figcaption>${inside()}</figcaption>${random() < 0.3 ? `<figcaption>${words()}</figcaption>` : ''}</figure>`;
      case 'details':
        return `<details>${random() < 0.6 ? `<summary>${inside()}</summary>` : ''}${inside()}</details>`;
      case 'hr':
        return '<hr>';
      default:
        return `<${name}${attributes()}>${random() < 0.1 ? '' : inside()}</${name}>`;
    }
  };
  const ruby =
    '<p><ruby>潮<rp>(</rp><rt>しお</rt><rp>)</rp>汐</ruby><ruby><rb>漢</rb><rt>かん</rt><rt>じ</rt></ruby><ruby><rt>x</rt></ruby></p>';
  const notes =
    '<p>Said.<sup><a href="#fn-1" id="fnref-1">[1]</a></sup></p><ol><li id="fn-1">In a letter. <a href="#fnref-1">↩</a></li></ol>';
  return (
    Array.from({ length: size }, () => part(0)).join('') + ruby + (random() < 0.5 ? notes : '')
  );
}

const LANGS: readonly (readonly [string, 'ltr' | 'rtl'])[] = [
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['ja', 'ltr'],
  ['he', 'rtl'],
  ['zh-TW', 'ltr'],
  ['', 'ltr'],
  ['not a tag', 'ltr'],
];

/** So many, no two alike. */
export function variedArticles(count: number, seed = 1): SavedArticle[] {
  const random = randomOf(seed);
  // Not by the module's address, which is none of a file in a test with a page.
  const pages = join(process.cwd(), 'tests/pages');
  const cases = readdirSync(pages)
    .filter((name) => existsSync(join(pages, name, 'expected.html')))
    .sort();
  return Array.from({ length: count }, (_, at) => {
    const id = String(at).padStart(32, '0') as ArticleId;
    const saved = { id, savedAt: NOW - at * 3_600_000, textSavedAt: NOW - at * 3_600_000 };
    const name = at % 2 === 0 ? cases[(at / 2) % cases.length] : undefined;
    if (name) {
      const of = (file: string) => readFileSync(join(pages, name, file), 'utf8');
      const facts = JSON.parse(of('expected.json')) as Omit<SavedArticle, 'leadPicture'> & {
        leadPicture: string | null;
      };
      const { title, byline, siteName, publishedTime, lang, dir, leadCaption, leadPicture } = facts;
      return articleWith({
        ...{ title, byline, siteName, publishedTime, lang, dir, leadCaption, ...saved },
        leadPicture: leadPicture ? { src: leadPicture, alt: '', width: 0, height: 0 } : null,
        url: `https://pages.example/${at}`,
        // The library has `data-picture` alone.
        html: of('expected.html').replace(/(<img\b[^>]*?)\ssrc=/g, '$1 data-picture='),
      });
    }
    const [lang, dir] = LANGS[at % LANGS.length]!;
    return articleWith({
      ...saved,
      url: `https://wild.example/${at}`,
      title:
        at % 5 === 0
          ? `A < B & "C" ]]> \u0000\ud800 ${WORDS[at % WORDS.length]!} ${at}`
          : `Wild ${at}`,
      byline: at % 3 === 0 ? '' : `Ada & <Bo> ${at}`,
      siteName: at % 4 === 0 ? '' : 'The \u0001 Gazette',
      publishedTime: at % 3 === 0 ? '' : '2025-03-01T10:00:00.000Z',
      lang,
      dir,
      leadPicture:
        at % 2
          ? { src: `https://p.example/lead${at % 9}.png`, alt: 'A "pier"', width: 4, height: 0 }
          : null,
      leadCaption: 'x < y',
      tags: ['wild', `t${at % 4}`],
      html: wildMarkup(random, 12),
    });
  });
}
