import { expect, it } from 'vitest';
import { isMadeSelector, selectorFor } from '../../src/extract/by-hand/selector.ts';
import { openPage } from '../pages/page-case.ts';

const selectorOn = (body: string, target = '[data-it]'): string => {
  const page = openPage(`<body>${body}</body>`, 'https://weir.example/keeper');
  const element = page.querySelector(target)!;
  const selector = selectorFor(element);
  if (selector) {
    expect(page.querySelector(selector)).toBe(element);
    expect(isMadeSelector(selector)).toBe(true);
  }
  return selector;
};

it.each([
  ['its id', '<div id="story-text" data-it></div>', '#story-text'],
  ['what it says it is', '<div itemprop="articleBody" data-it></div>', '[itemprop="articleBody"]'],
  ['its classes', '<div class="text wide" data-it></div>', '.text.wide'],
  [
    'a class, where numbers and states make the others',
    '<p class="text p4 is-open" data-it></p>',
    '.text',
  ],
  ['its kind', '<main data-it></main>', 'main'],
  [
    'its box, where its own name is that of others',
    '<p class="text"></p><div id="story"><p class="text" data-it></p></div>',
    '#story > .text',
  ],
  ['a box further out', '<p></p><div class="story"><div><p data-it></p></div></div>', '.story p'],
  ['being the first of its name', '<p class="text" data-it></p><p class="text"></p>', '.text'],
])('names a part by %s', (_how, body, selector) => {
  expect(selectorOn(body)).toBe(selector);
});

it.each([
  ['with no name near it', '<p></p><p data-it></p>'],
  ['with a name of this page alone', '<p></p><p id="post-4711" data-it></p>'],
  ['that is a dialog, which is left out before', '<div id="notice" role="dialog" data-it></div>'],
  ['in a dialog', '<dialog id="notice"><p id="text" data-it></p></dialog>'],
  ['behind another of the same name', '<p class="text"></p><p class="text" data-it></p>'],
])('says nothing of a part %s', (_which, body) => {
  expect(selectorOn(body)).toBe('');
});

it('says nothing of a part in a shadow tree', () => {
  const page = openPage('<body><div id="host"></div></body>', 'https://weir.example/keeper');
  const inside = page.createElement('p');
  inside.id = 'text';
  page.querySelector('#host')!.attachShadow({ mode: 'open' }).append(inside);
  expect(selectorFor(inside)).toBe('');
});

it.each([
  ['nothing', ''],
  ['no text', ['main']],
  ['more than two boxes', 'main > div > p'],
  ['several at once', 'main, body'],
  ['a question about what is in it', 'main:has(input[value^="a"])'],
  ['any attribute', '[value="a"]'],
  ['a name with numbers', '#post-4711'],
  ['a way out of its text', 'main"]'],
  ['a second line', 'main\nbody'],
  ['a long one', `.${'a'.repeat(300)}`],
  ['many classes', `.${'ab.'.repeat(90)}ab`],
])('believes no selector with %s', (_what, selector) => {
  expect(isMadeSelector(selector)).toBe(false);
});
