import { describe, expect, it } from 'vitest';
import { absolute, parseSrcset, resolvePictures } from '../../src/extract/pictures.ts';
import { openPage } from '../pages/page-case.ts';

const BASE = 'https://img.example/a/';

describe('parseSrcset', () => {
  it.each([
    ['one.jpg 320w, two.jpg 640w', [`${BASE}one.jpg 320`, `${BASE}two.jpg 640`]],
    ['one.jpg, two.jpg 2x', [`${BASE}one.jpg 800`, `${BASE}two.jpg 1600`]],
    ['one.jpg 320w,two.jpg 640w', [`${BASE}one.jpg 320`, `${BASE}two.jpg 640`]],
    [
      '/w_300,h_200/one.jpg 300w, two.jpg 600w',
      ['https://img.example/w_300,h_200/one.jpg 300', `${BASE}two.jpg 600`],
    ],
    ['one.jpg 1.5x', [`${BASE}one.jpg 1200`]],
    ['data:image/gif;base64,R0lGOD 1w, two.jpg 640w', [`${BASE}two.jpg 640`]],
    ['', []],
    [' , ,, ', []],
  ])('%s', (set, found) => {
    expect(parseSrcset(set, BASE).map(({ src, width }) => `${src} ${width}`)).toEqual(found);
  });
});

it('gives absolute http addresses only', () => {
  expect(absolute('../b.png', BASE)).toBe('https://img.example/b.png');
  expect(absolute('//cdn.example/b.png', BASE)).toBe('https://cdn.example/b.png');
  for (const address of ['', 'data:image/png;base64,AA', 'javascript:alert(1)', 'http://'])
    expect(absolute(address, BASE)).toBe('');
});

describe('resolvePictures', () => {
  const sourceOf = (markup: string): string => {
    const { body } = openPage(`<body>${markup}</body>`, BASE);
    resolvePictures(body, BASE);
    return body.querySelector('img')?.getAttribute('src') ?? 'none';
  };

  it.each([
    ['a late address before the placeholder', '<img src="blank.gif" data-src="b.jpg">', 'b.jpg'],
    ['a late address before a small preview', '<img src="tiny.jpg" data-src="b.jpg">', 'b.jpg'],
    [
      'the widest that fits a column',
      '<img srcset="a.jpg 400w, b.jpg 1500w, c.jpg 4000w">',
      'b.jpg',
    ],
    [
      'the plain copy in a noscript',
      '<img src="blank.gif"><noscript><img src="b.jpg"></noscript>',
      'b.jpg',
    ],
    [
      'the source of a picture element',
      '<picture><source srcset="b.jpg 900w"><img src="a.jpg"></picture>',
      'b.jpg',
    ],
  ])('takes %s', (_what, markup, file) => {
    expect(sourceOf(markup)).toBe(`${BASE}${file}`);
  });

  it('drops what only counts visits', () => {
    expect(sourceOf('<img src="https://count.example/p.gif" width="1" height="1">')).toBe('none');
    expect(sourceOf('<img src="https://x.example/beacon/?id=7">')).toBe('none');
  });
});
