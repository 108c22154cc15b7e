import { expect, it } from 'vitest';
import { readPage } from '../../src/extract/read-page.ts';
import { DEEP, isDeep, LARGE, isLarge, measurePage } from '../../src/extract/page-shape.ts';
import { openPage } from '../pages/page-case.ts';

const open = (body: string): Document => openPage(`<body>${body}</body>`, 'https://deep.example/');

/** jsdom is far slower at great pages than a browser is; milliseconds. */
const SLOW = 60_000;

/** Nests boxes as a script can: the parser would stop at 512. */
function nest(page: Document, levels: number): void {
  let box: Element = page.body;
  for (let level = 0; level < levels; level += 1) {
    const inner = page.createElement('div');
    box.append(inner);
    box = inner;
  }
  box.textContent = 'The innermost words.';
}

it('counts the elements below the one it is given', () => {
  const page = open('<div id="a"><p>one <b>more</b></p></div><p>two</p>');
  expect(measurePage(page.body).elements).toBe(5);
  expect(measurePage(page.querySelector('#a')!).elements).toBe(3);
});

it(
  'tells a page that is too deep without falling into it',
  () => {
    const page = open('');
    nest(page, 2_000);
    expect(isDeep(measurePage(page.documentElement))).toBe(true);
    expect(readPage(page)).toEqual({ ok: false, reason: 'too-deep' });
  },
  SLOW,
);

it('lets a page of the deepest that a parser makes pass', () => {
  const page = open('');
  nest(page, 512);
  const shape = measurePage(page.documentElement);
  expect(shape.depth).toBeGreaterThanOrEqual(512);
  expect(isDeep(shape)).toBe(false);
});

it(
  'refuses a page over either limit',
  () => {
    expect(isLarge({ elements: LARGE.elements + 1, depth: 9 })).toBe(true);
    expect(isLarge({ elements: LARGE.elements, depth: DEEP })).toBe(false);
    const page = open('<p></p>');
    page.querySelector('p')!.append(page.createTextNode('word '.repeat(LARGE.characters / 5 + 1)));
    expect(readPage(page)).toEqual({ ok: false, reason: 'too-large' });
  },
  SLOW,
);
