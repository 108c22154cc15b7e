import { expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/article/article.ts';
import { readPage } from '../../src/extract/read-page.ts';
import { openPage } from '../pages/page-case.ts';

const PAGE = `<head><title>The Keeper of the Weir</title></head><body>
<article><h1>The Keeper of the Weir</h1><p>${'What the page calls its article is an appeal for money. '.repeat(20)}</p></article>
<div class="told"><ul><li>Gates are opened by hand.</li><li>The <a href="/log">log</a> is kept in a blue book.</li></ul>
<p style="display: none">Nobody sees this.</p><img src="/weir.jpg"></div>
<div role="dialog" class="box"><p>The notice that the harbour office put into a box.</p></div>
<div class="host"></div></body>`;

const open = (): Document => openPage(PAGE, 'https://weir.example/keeper');

function read(page: Document, picked: Element): ArticleDraft {
  const answer = readPage(page, { picked, wholePage: true });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.draft;
}

const flat = (html: string): string => html.replace(/\s*\n\s*/g, '');

it('reads only what was picked, with its pictures, and leaves the page alone', () => {
  const page = open();
  const before = page.documentElement.outerHTML;
  const draft = read(page, page.querySelector('.told')!);
  expect(draft).toMatchObject({ part: 'picked', title: 'The Keeper of the Weir' });
  expect(flat(draft.html)).toContain('<li>Gates are opened by hand.</li>');
  expect(draft.html).toContain('https://weir.example/weir.jpg');
  expect(draft.html).not.toMatch(/appeal|Nobody|harbour/);
  expect(page.documentElement.outerHTML).toBe(before);
});

it('keeps a picked list a list', () => {
  const page = open();
  expect(flat(read(page, page.querySelector('ul')!).html)).toBe(
    '<ul><li>Gates are opened by hand.</li>' +
      '<li>The <a href="https://weir.example/log">log</a> is kept in a blue book.</li></ul>',
  );
});

it('reads a box that would be left out anywhere else, and what stands in a shadow tree', () => {
  const page = open();
  expect(read(page, page.querySelector('.box')!).html).toContain('harbour office');
  const inside = page.createElement('p');
  inside.textContent = 'Told in a shadow tree.';
  page.querySelector('.host')!.attachShadow({ mode: 'open' }).append(inside);
  expect(read(page, inside).html).toContain('Told in a shadow tree.');
});

it('reads a selection made since, and says of neither that a rule found nothing', () => {
  const page = open();
  page.getSelection()!.selectAllChildren(page.querySelector('.box p')!);
  const rule = { host: 'weir.example', keep: ['h1'], drop: [], container: 'article', next: '' };
  const answer = readPage(page, { picked: page.querySelector('.told')!, rule });
  expect(answer).toMatchObject({ ok: true, value: { draft: { part: 'selection' } } });
  expect(answer.ok && answer.value.draft.html).toContain('harbour office');
  expect(answer.ok && answer.value.draft.unusedRules).toBeUndefined();
});

it('leaves out of a selection what the page hides within it', () => {
  const page = openPage(
    `<body><div class="told"><p>Gates are opened by hand, and the log is kept in a blue book.</p>
<p hidden>Nobody sees this.</p><dialog>Nor this box.</dialog></div>
<p>${'What stands beside it is an appeal for money. '.repeat(9)}</p></body>`,
    'https://weir.example/keeper',
  );
  page.getSelection()!.selectAllChildren(page.querySelector('.told')!);
  const answer = readPage(page);
  if (!answer.ok) throw new Error(answer.reason);
  expect(answer.value.draft.html).toContain('blue book');
  expect(answer.value.draft.html).not.toMatch(/Nobody|Nor this|appeal/);
});
