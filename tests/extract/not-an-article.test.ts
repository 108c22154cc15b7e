import { expect, it } from 'vitest';
import { readPage } from '../../src/extract/read-page.ts';
import { openPage } from '../pages/page-case.ts';

const open = (body: string): Document =>
  openPage(`<title>Weirs</title><body>${body}</body>`, 'https://weir.example/');
const STORIES = Array.from(
  { length: 30 },
  (_none, at) =>
    `<li><a href="/${at}">Story ${at}: what the keeper of the weir said in the spring</a></li>`,
).join('');

it('says of a list of stories that it is one, and shows it to who asks for it all the same', () => {
  const page = open(`<main><ul>${STORIES}</ul></main>`);
  expect(readPage(page)).toEqual({ ok: false, reason: 'list-page' });
  const read = readPage(page, { evenIfNoArticle: true });
  expect(read.ok && read.value.draft.html).toContain('Story 7');
});

it('says of a page with hardly any words that it has none, and shows them to who asks', () => {
  const page = open('<p>Closed for the winter.</p>');
  expect(readPage(page)).toEqual({ ok: false, reason: 'no-article' });
  const read = readPage(page, { evenIfNoArticle: true });
  expect(read.ok && read.value.draft.html).toContain('Closed for the winter.');
});

it('has nothing to show of an empty page', () => {
  expect(readPage(open('<img src="a.jpg">'), { evenIfNoArticle: true })).toEqual({
    ok: false,
    reason: 'no-article',
  });
});

it('reads what people say one after the other where a page has nothing else', () => {
  const said = ['gates', 'locks', 'boards', 'tables'].map(
    (what, at) =>
      `<div class="comment" id="c${at}"><p>The ${what} of this weir were made anew in the spring, and those who came by water had to wait for a week.</p></div>`,
  );
  const read = readPage(open(`<div class="thread">${said.join('')}</div>`));
  expect(read.ok && read.value.draft.html).toContain('The boards of this weir');
});
