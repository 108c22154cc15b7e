import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import {
  beside,
  blockOf,
  choose,
  firstChoice,
  narrower,
  textOf,
  wider,
  wordsIn,
} from '../../../src/screens/pick/choice.ts';

const prose = 'The keeper of the weir opens its gates by hand. '.repeat(10);
const PAGE = `<body><nav><a href="/">Home</a></nav>
<main><div class="wrap"><article id="told"><h1>The Keeper</h1>
<p id="one">The <b><i id="word">first</i></b> paragraph.</p><hr><p id="two">${prose}</p>
<script>var words = 'not read at all';</script></article></div>
<aside id="beside"><p>Beside it.</p></aside></main></body>`;

const open = (html = PAGE): Document => {
  const { window } = new JSDOM(html);
  Object.assign(globalThis, { NodeFilter: window.NodeFilter });
  return window.document;
};
const at = (page: Document, selector: string): Element => page.querySelector(selector)!;

it('begins with what the page marks, else with the box that has most of its text', () => {
  expect(firstChoice(open()).element.id).toBe('told');
  expect(firstChoice(open(PAGE.replaceAll('article', 'div'))).element.localName).toBe('main');
  const plain = open(
    `<body><div>A menu of five words.</div><div><div id="text"><p>${prose}</p><p>${prose}</p></div></div>`,
  );
  expect(firstChoice(plain).element.id).toBe('text');
  expect(firstChoice(open('<body></body>')).element.localName).toBe('body');
});

it('takes the block round a word, and round what has no text', () => {
  const page = open();
  expect(blockOf(at(page, '#word')).id).toBe('one');
  expect(blockOf(at(page, 'hr')).id).toBe('told');
  expect(blockOf(page.body)).toBe(page.body);
});

it('goes wider by what the person would see, up to the whole page, and back the same way', () => {
  const page = open();
  const steps = [choose(at(page, '#one'))];
  for (let step = 0; step < 5; step += 1) steps.push(wider(steps.at(-1)!));
  const names = steps.map(({ element }) => element.id || element.localName);
  expect(names).toEqual(['one', 'told', 'main', 'body', 'body', 'body']);
  const back = narrower(narrower(narrower(steps.at(-1)!)));
  expect(back.element.id).toBe('one');
});

it('goes narrower into the largest box, and stays where there is none', () => {
  const page = open();
  const text = narrower(choose(at(page, 'main')));
  expect(text.element.className).toBe('wrap');
  expect(narrower(text).element.id).toBe('two');
  expect(narrower(narrower(text)).element.id).toBe('two');
});

it('goes to what stands before and after, over what cannot be read', () => {
  const page = open();
  const one = choose(at(page, '#one'));
  expect(beside(one, 1).element.id).toBe('two');
  expect(beside(one, -1).element.localName).toBe('h1');
  expect(beside(beside(one, 1), 1).element.id).toBe('two');
});

it('reads what a person would: no scripts, and what stands in a shadow tree', () => {
  const page = open();
  expect(textOf(at(page, '#told'))).not.toContain('not read');
  const host = at(page, '#beside');
  const inside = page.createElement('p');
  inside.textContent = 'Four words in here.';
  host.attachShadow({ mode: 'open' }).append(inside);
  expect(wordsIn(host)).toBe(4);
  expect(wider(choose(inside)).element.localName).toBe('main');
});
