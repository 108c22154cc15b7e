// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { mapText } from '../../src/ui/text-map.ts';

function article(markup: string): Element {
  return new DOMParser()
    .parseFromString(`<div id="x">${markup}</div>`, 'text/html')
    .querySelector('#x')!;
}

it('is the words as they are read: one space, one line a block, no readings and no controls', () => {
  const root = article(
    '<h2> The  harbour\n wall</h2><p>Built <em>in</em> 1911<br>of stone.<button>Copy</button></p><p><ruby>東京<rt>とうきょう</rt></ruby>湾</p>',
  );
  expect(mapText(root).text).toBe('The harbour wall\nBuilt in 1911\nof stone.\n東京湾');
});

it('finds every stretch of words on the page again', () => {
  const root = article(
    '<p>Nine  <b>fish<i>ing</i></b> boats\n\n lay <a href="#">there</a>.</p> <ul><li>one<li> two </ul>',
  );
  const { text, range, offset } = mapText(root);
  for (const word of text.matchAll(/\S+/g)) {
    const end = word.index + word[0].length;
    const found = range(word.index, end);
    expect(found.toString()).toBe(word[0]);
    expect(offset(found.startContainer, found.startOffset)).toBe(word.index);
    expect(offset(found.endContainer, found.endOffset)).toBe(end);
  }
});

it('takes boundary points between nodes and in what is not read', () => {
  const root = article('<p>One</p>\n<p><ruby>二<rt>に</rt></ruby>三</p>');
  const { text, offset } = mapText(root);
  expect(text).toBe('One\n二三');
  expect(offset(root, 0)).toBe(0);
  expect(offset(root, 2)).toBe(4);
  expect(offset(root.querySelector('rt')!.firstChild!, 1)).toBe(5);
  expect(offset(root, root.childNodes.length)).toBe(6);
});

it('answers an empty range for an element without words', () => {
  const root = article('<hr>');
  expect(mapText(root).text).toBe('');
  expect(mapText(root).range(0, 3).collapsed).toBe(true);
});
