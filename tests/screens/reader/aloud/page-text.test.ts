// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { createCursor } from '../../../../src/screens/reader/aloud/cursor.ts';
import { type PageText, readPage } from '../../../../src/screens/reader/aloud/page-text.ts';

let page: PageText | undefined;
afterEach(() => page?.end());

function read(markup: string, lang = 'en'): PageText {
  document.documentElement.lang = 'en';
  const parsed = new DOMParser().parseFromString(
    `<main><header><h1>The Wall</h1></header><div class="article" lang="${lang}"><div class="article-text">${markup}</div></div></main>`,
    'text/html',
  );
  document.body.replaceChildren(...parsed.body.childNodes);
  page = readPage([document.querySelector('h1')!], document.querySelector('.article')!, {
    lang,
    picture: 'Picture:',
    code: 'Code.',
  });
  return page;
}

const words = ({ count, block }: PageText): string[] =>
  Array.from({ length: count }, (_, at) => {
    const { before, instead, text } = block(at);
    return instead ?? [before, text].filter(Boolean).join(' ');
  });

it('says title, paragraphs, captions as such, tables by row, and no code', () => {
  const text =
    read(`<p>One.</p><figure><img alt="x" /><figcaption>A <b>boat</b></figcaption></figure>
    <pre><code>let x</code></pre><table><tr><th>Year</th><th>Boats</th></tr><tr><td>1911</td><td>9</td></tr></table>
    <ul><li>Loose<ul><li>inner</li></ul>end</li></ul><hr><svg><text>no</text></svg>`);
  expect(words(text)).toEqual([
    'The Wall',
    'One.',
    'Picture: A boat',
    'Code.',
    'Year\nBoats',
    '1911\n9',
    'Loose',
    'inner',
    'end',
  ]);
});

it('says no signs of footnotes and of an address its host alone, and keeps all places', () => {
  const text = read(
    '<p>It stood<sup><a href="#fn-1">[1]</a></sup> till 1911. See https://www.weir.example/a/b?c. Then <b>it</b> fell.</p>',
  );
  const { text: said } = text.block(1);
  expect(said.replace(/ +/g, ' ')).toBe('It stood till 1911. See weir.example . Then it fell.');
  const cursor = createCursor(text);
  const last = cursor.at({ block: 1, offset: said.indexOf('Then') })!;
  expect(text.range(1, last.start, last.end)!.toString()).toBe('Then it fell.');
});

it('finds the place of a click, in mixed blocks too', () => {
  const text = read('<ul><li>Loose words<ul><li>inner words</li></ul>end words</li></ul>');
  for (const word of ['Loose', 'inner', 'end']) {
    const walker = document.createTreeWalker(document.querySelector('ul')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !walker.currentNode.textContent!.startsWith(word));
    const node = walker.currentNode;
    const place = text.place(node, word.length + 2)!;
    expect(text.block(place.block).text.slice(place.offset)).toBe('ords');
  }
});

it('finds its words again after something was wrapped round them', () => {
  const text = read('<p>The old harbour wall fell.</p>');
  const before = text.range(1, 8, 20)!.toString();
  const node = document.querySelector('p')!.firstChild as Text;
  const middle = node.splitText(4);
  const rest = middle.splitText(11);
  const mark = document.createElement('mark');
  rest.before(mark);
  mark.append(middle);
  expect(before).toBe('harbour wall');
  expect(text.range(1, 8, 20)!.toString()).toBe('harbour wall');
});

it('knows the language of each part', () => {
  const text = read('<p>Une ville.</p><blockquote lang="de"><p>Eine Stadt.</p></blockquote>', 'fr');
  expect([0, 1, 2].map((at) => text.block(at).lang)).toEqual(['fr', 'fr', 'de']);
  expect(read('<p>東京の灯台。</p>', '').block(1).lang).toBe('ja');
});

it('begins at the first words below a line, and asks no block for its parts but the one on it', () => {
  const text = read(
    '<p>One.</p><ul><li>Two</li><li>Three</li></ul><ul><li>Four</li></ul><p>Five.</p>',
  );
  const asked: string[] = [];
  for (const [at, element] of [...document.querySelectorAll('h1, p, ul, li')].entries())
    element.getBoundingClientRect = () => {
      asked.push(element.localName);
      const { length } = element.querySelectorAll('li');
      return new DOMRect(0, at * 10, 100, 10 + length * 10);
    };
  expect(words(text)[text.below(35).block]).toBe('Two');
  expect(words(text)[text.below(45).block]).toBe('Three');
  asked.length = 0;
  expect(words(text)[text.below(55).block]).toBe('Four');
  expect(asked.filter((name) => name === 'li')).toHaveLength(1);
  expect(words(text)[text.below(900).block]).toBe('Five.');
});
