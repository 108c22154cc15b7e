// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { blocksIn, editedText, nameOf } from '../../../../src/screens/reader/editing/blocks.ts';

const body = (markup: string): Element =>
  new DOMParser().parseFromString(`<div>${markup}</div>`, 'text/html').querySelector('div')!;
const PAGE =
  '<h2>Tides</h2><section><div><p>One.</p></div></section><ul><li>spring</li><li>neap</li></ul>' +
  '<div>Words <em>of its own</em></div><p>One.</p>';

it('takes boxes and lists apart, and leaves whole what has words of its own', () => {
  expect(blocksIn(body(PAGE)).map(nameOf)).toEqual([
    ...['Tides', 'One.', 'spring', 'neap', 'Words of its own', 'One.'],
  ]);
});

it('takes blocks out with the boxes that only held them', () => {
  const text = editedText(body(PAGE));
  expect(text.without([1, 2, 3])).toBe(
    '<h2>Tides</h2><div>Words <em>of its own</em></div><p>One.</p>',
  );
  expect(text.without([2])).toContain('<ul><li>neap</li></ul>');
  expect(text.without([])).toBe(PAGE);
});

it('knows what a copy lacks, of any blocks', () => {
  const text = editedText(body(PAGE));
  for (let every = 0; every < 64; every += 1) {
    const removed = [0, 1, 2, 3, 4, 5].filter((at) => every & (1 << at));
    const missing = text.missingFrom(body(text.without(removed)))!;
    expect(text.without(missing)).toBe(text.without(removed));
  }
  expect(text.missingFrom(body('<p>Something else.</p>'))).toBeNull();
});

it('names a block by how it begins, and a picture by its words', () => {
  expect(nameOf(body('<p>Long words </p>'.replace('words', 'words '.repeat(40))))).toMatch(
    /^Long [words ]+ words…$/,
  );
  expect(nameOf(body('<figure><img alt="A lamp"></figure>'))).toBe('A lamp');
});
