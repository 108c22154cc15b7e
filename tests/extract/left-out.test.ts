import { expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/article/article.ts';
import { bodyOf, togglePutBack } from '../../src/article/left-out.ts';
import { withLeftOut } from '../../src/extract/by-hand/left-out.ts';
import { Remover } from '../../src/extract/left-out.ts';
import { Blocks } from '../../src/extract/rules/blocks.ts';
import { plainMarkup } from '../../src/extract/rules/plain-markup.ts';
import { RULES } from '../../src/extract/rules/rules.ts';
import { tidy } from '../../src/extract/rules/tidy.ts';
import { openPage } from '../pages/page-case.ts';

const prose = (name: string): string =>
  `<p>${`The ${name} paragraph says who keeps the weir, and for how many years she has done it by hand. `.repeat(4)}</p>`;
const ARTICLE = `${prose('first')}
<div><div class="newsletter"><p>Letters from the <a href="/letters">weir</a>, every <b onclick="x()">week</b>.</p></div></div>
${prose('second')}
<p>Share this story</p>
${prose('third')}
<div class="related"><p>Also read: the log.</p></div>`;

/** The article's markup after the rules, in which the box of the newsletter was left empty and went. */
function read() {
  const { body } = openPage(`<body>${ARTICLE}</body>`, 'https://weir.example/keeper');
  const remover = new Remover();
  const blocks = new Blocks(body, remover);
  const context = { title: 'The Keeper of the Weir', byline: '', remover, blocks };
  for (const rule of [...Object.values(RULES), plainMarkup, tidy]) rule(body, context);
  return withLeftOut(body, remover.removals, plainMarkup);
}
const order = (html: string): string[] =>
  [...html.matchAll(/first|Letters|second|Share|third|Also/g)].map(([word]) => word);
const once = (words: string[]): string[] => [...new Set(words)];

it('lists what the rules took out, as plain markup, in its order', () => {
  const { html, leftOut } = read();
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'newsletter box',
    'share buttons',
    'related stories',
  ]);
  expect(leftOut[0]!.html).toBe(
    '<div><p>Letters from the <a href="/letters">weir</a>, every <b>week</b>.</p></div>',
  );
  expect(leftOut[0]!.text).toBe('Letters from the weir, every week.');
  expect(html).not.toContain('<!--');
});

it('puts each back where it stood, and takes it out again', () => {
  const draft: Pick<ArticleDraft, 'html' | 'leftOut'> = read();
  expect(once(order(bodyOf(draft)))).toEqual(['first', 'second', 'third']);
  const all = [0, 1, 2].reduce((now, at) => togglePutBack(now, at), draft);
  expect(once(order(bodyOf(all)))).toEqual([
    'first',
    'Letters',
    'second',
    'Share',
    'third',
    'Also',
  ]);
  expect(once(order(bodyOf(togglePutBack(all, 1))))).not.toContain('Share');
  expect(bodyOf([0, 1, 2].reduce((now, at) => togglePutBack(now, at), all))).toBe(draft.html);
});
