// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Aids, isAnyAidOn, parseAids } from '../../../../src/article/aids.ts';
import {
  unwrapBeginnings,
  wrapBeginnings,
} from '../../../../src/screens/reader/aids/beginnings.ts';
import { lineAt, linesOf, stripAround } from '../../../../src/screens/reader/aids/lines.ts';
import { createAidsModel } from '../../../../src/screens/reader/aids/model.ts';
import { mapText } from '../../../../src/ui/text-map.ts';

function block(markup: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(`<p>${markup}</p>`, 'text/html');
  return parsed.querySelector('p')!;
}
const bold = (root: Element): string[] =>
  [...root.querySelectorAll('[data-beginning]')].map(({ textContent }) => textContent);

describe('the beginnings of words', () => {
  it('stand out, and the text stays the same for search and highlights', () => {
    const root = block('The <em>harbour</em> wall <mark>was built</mark> in 1911, n’est-ce pas?');
    const before = mapText(root).text;
    const markup = root.outerHTML;
    wrapBeginnings(root);
    expect(bold(root)).toEqual(['T', 'har', 'wa', 'w', 'bu', 'i', 'e', 'c', 'p']);
    expect(mapText(root).text).toBe(before);
    expect(root.querySelector('mark')!.textContent).toBe('was built');
    wrapBeginnings(root);
    unwrapBeginnings(root);
    expect(root.outerHTML).toBe(markup);
    expect(root.childNodes.length).toBe(5);
  });

  it('leave code, raised signs and scripts without them alone', () => {
    const root = block(
      '<code>let boat</code> x<sup>note</sup> 東京の灯台 שלום עולם نص عربي हिन्दी <b>Тихий берег</b>',
    );
    wrapBeginnings(root);
    expect(bold(root)).toEqual(['Ти', 'бе']);
  });

  it('count a word that goes on in another element once', () => {
    const root = block('fish<i>ing boats</i>');
    wrapBeginnings(root);
    expect(bold(root)).toEqual(['fi', 'bo']);
  });
});

describe('lines', () => {
  const rects = [
    { top: 100, bottom: 120 },
    { top: 98, bottom: 108 },
    { top: 130, bottom: 150 },
    { top: 160, bottom: 180 },
    { top: 162, bottom: 178 },
  ];

  it('are one where words share them, raised signs too', () => {
    expect(linesOf(rects)).toEqual([
      { top: 98, bottom: 120 },
      { top: 130, bottom: 150 },
      { top: 160, bottom: 180 },
    ]);
  });

  it('are found at a height or near it, and make a strip that ends with the text', () => {
    const lines = linesOf(rects);
    expect([0, 125, 140, 900].map((y) => lineAt(lines, y))).toEqual([0, 0, 1, 2]);
    expect(lineAt([], 10)).toBe(-1);
    expect(stripAround(lines, 1, 3)).toEqual({ top: 98, bottom: 180 });
    expect(stripAround(lines, 2, 5)).toEqual({ top: 98, bottom: 180 });
    expect(stripAround(lines, 1, 1)).toEqual({ top: 130, bottom: 150 });
    expect(stripAround([], -1, 3)).toBeNull();
  });
});

it('takes no broken settings for an aid', () => {
  expect(isAnyAidOn(parseAids(null))).toBe(false);
  expect(parseAids({ lines: 4, ruler: 'yes', paragraph: true })).toEqual({
    lines: 0,
    ruler: false,
    paragraph: true,
    beginnings: false,
  });
});

it('keeps quick changes when the news of the first ones comes late, and takes those of other tabs', async () => {
  let hear = (_aids: Aids): void => undefined;
  const saved: Aids[] = [];
  const model = createAidsModel({
    load: () => Promise.resolve(parseAids(null)),
    save: (aids) => {
      saved.push(aids);
      return Promise.resolve();
    },
    onChange: (listener) => (hear = listener),
  });
  await Promise.resolve();
  model.change({ ruler: true });
  model.change({ paragraph: true });
  hear(parseAids(saved[0]));
  model.change({ beginnings: true });
  expect(model.aids.value).toMatchObject({ ruler: true, paragraph: true, beginnings: true });
  hear(parseAids({ lines: 3 }));
  expect(model.aids.value).toMatchObject({ lines: 3, ruler: false });
});
