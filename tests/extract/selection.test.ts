import { expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/article/article.ts';
import { readPage } from '../../src/extract/read-page.ts';
import { openPage } from '../pages/page-case.ts';

const PAGE = `<head><title>The Keeper of the Weir</title></head><body>
<nav><a href="/a">News</a></nav>
<main><h1>The Keeper of the Weir</h1>
<p id="first">The first paragraph says who keeps the weir and for how many years she has done it.</p>
<ul><li id="one">Gates are opened by hand at the turn of every tide.</li><li id="two">The <a href="/log">log of the weir</a> is kept in a blue book under the stairs.</li></ul>
<p id="last">The last paragraph ends it.<img id="weir" src="/weir.jpg"></p></main></body>`;

const open = (): Document => openPage(PAGE, 'https://weir.example/keeper');

function select(page: Document, ...parts: [from: string, to: string][]): void {
  const selection = page.getSelection()!;
  for (const [from, to] of parts) {
    const range = page.createRange();
    range.setStart(page.querySelector(from)!.firstChild!, 4);
    range.setEnd(page.querySelector(to)!, page.querySelector(to)!.childNodes.length);
    selection.addRange(range);
  }
}

function read(page: Document, wholePage = false): ArticleDraft {
  const answer = readPage(page, { wholePage });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.draft;
}

const flat = (html: string): string => html.replace(/\s*\n\s*/g, '');

it('reads only what is selected, in the boxes that stand round it, and leaves the page alone', () => {
  const page = open();
  select(page, ['#one', '#last']);
  const before = page.documentElement.outerHTML;
  const draft = read(page);
  expect(draft).toMatchObject({ part: 'selection', title: 'The Keeper of the Weir', lang: '' });
  expect(flat(draft.html)).toBe(
    '<ul><li>s are opened by hand at the turn of every tide.</li>' +
      '<li>The <a href="https://weir.example/log">log of the weir</a> is kept in a blue book under the stairs.</li></ul>' +
      '<p>The last paragraph ends it.<img src="https://weir.example/weir.jpg"></p>',
  );
  expect(page.documentElement.outerHTML).toBe(before);
  expect(page.getSelection()?.isCollapsed).toBe(false);
});

it('reads the whole page for a word or two, for all of it, and when the person asks for it', () => {
  const page = open();
  select(page, ['#last', '#last']);
  expect(read(page).part).toBeUndefined();
  page.getSelection()!.selectAllChildren(page.body);
  expect(read(page).part).toBeUndefined();
  page.getSelection()!.removeAllRanges();
  select(page, ['#one', '#last']);
  expect(read(page, true).part).toBeUndefined();
});
