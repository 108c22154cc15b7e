import { beforeEach, describe, expect, it } from 'vitest';
import { readPage } from '../../src/extract/read-page.ts';
import { openPage } from '../pages/page-case.ts';

const URL_OF_PAGE = 'https://gazette.example/town/bell';
const SENTENCE =
  'The bell of the old customs house rang eleven times at noon, and nobody in the market could say which of the two clocks it had listened to this time. ';
const PARAGRAPHS = Array.from({ length: 6 }, (_, at) => `<p>${at + 1}. ${SENTENCE.repeat(2)}</p>`);
const STORY = `<h2>Eleven at noon</h2>${PARAGRAPHS.join('')}`;
const SHELL =
  '<!doctype html><html lang="en"><head><title>Eleven at noon</title></head><body><nav><a href="/">Home</a></nav><div id="app"></div></body></html>';

const read = (page: Document) => {
  const result = readPage(page);
  return result.ok ? result.value.draft : result.reason;
};
const shadowOf = (host: Element, markup: string): ShadowRoot => {
  const root = host.attachShadow({ mode: 'open' });
  root.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
  return root;
};

describe('an article that stands elsewhere', () => {
  let page: Document;
  beforeEach(() => (page = openPage(SHELL, URL_OF_PAGE)));

  it('is read from a shadow tree, and from one inside another', () => {
    const outer = shadowOf(
      page.getElementById('app')!,
      '<style>p { color: red }</style><main></main>',
    );
    shadowOf(outer.querySelector('main')!, STORY);
    const before = page.documentElement.outerHTML;
    const draft = read(page);
    expect(draft).toMatchObject({ title: 'Eleven at noon' });
    expect((draft as { html: string }).html.match(/<p>/g)).toHaveLength(6);
    expect((draft as { html: string }).html).not.toContain('color');
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('is read with what is slotted into the tree, where it is slotted', () => {
    const host = page.createElement('story-page');
    page.getElementById('app')!.append(host);
    host.append(
      ...new DOMParser().parseFromString(
        `<div slot="b">${PARAGRAPHS[5]!}</div><div slot="a">${PARAGRAPHS[1]!}</div>`,
        'text/html',
      ).body.childNodes,
    );
    shadowOf(
      host,
      `${PARAGRAPHS[0]!}<slot name="a"></slot>${PARAGRAPHS.slice(2, 5).join('')}<slot name="b"></slot>`,
    );
    const { html } = read(page) as { html: string };
    expect([...html.matchAll(/<p>(\d)/g)].map(([, number]) => number).join('')).toBe('123456');
  });

  it('is read from a frame of the same origin, with its own addresses', () => {
    // oxlint-disable-next-line react/iframe-missing-sandbox -- it is of the page's own origin
    const frame = page.createElement('iframe');
    page.getElementById('app')!.append(frame);
    const inside = frame.contentDocument!;
    inside.head.append(
      Object.assign(inside.createElement('base'), { href: 'https://gazette.example/print/' }),
    );
    inside.body.append(
      ...new DOMParser().parseFromString(
        `${STORY}<p>More in <a href="rope.html">the rope</a>, ${SENTENCE}</p>`,
        'text/html',
      ).body.childNodes,
    );
    expect((read(page) as { html: string }).html).toContain(
      'https://gazette.example/print/rope.html',
    );
  });
});
