import { describe, expect, it } from 'vitest';
import { keptHtml } from './kept-page.ts';

const WANTED = '<blockquote><p><strong>Mind</strong></p><p>Wet floor.</p></blockquote>';

describe('callouts become quotes with a title', () => {
  it.each([
    [
      'GitHub',
      '<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title"><svg></svg>Mind</p><p>Wet floor.</p></div>',
    ],
    [
      'Obsidian, folded together',
      '<div class="callout" data-callout="info"><div class="callout-title"><div class="callout-title-inner">Mind</div></div><p style="display: none">Wet floor.</p></div>',
    ],
    [
      'Bootstrap',
      '<div class="alert alert-info" role="alert"><h4 class="alert-heading">Mind</h4><p>Wet floor.</p></div>',
    ],
    [
      'documentation tools',
      '<aside class="admonition tip"><p class="admonition-title">Mind</p><p>Wet floor.</p></aside>',
    ],
  ])('%s', (_what, markup) => {
    expect(
      keptHtml(markup).replace('<div></div>', '').replace('<div class="callout-title"></div>', ''),
    ).toBe(WANTED);
  });

  it('but no forms and no rows of links', () => {
    for (const inside of ['<form>Subscribe</form>', '<a href="/x">Read this next</a>']) {
      const markup = `<div class="callout">${inside}</div>`;
      expect(keptHtml(markup)).toBe(markup);
    }
  });
});

describe('pull quotes', () => {
  const sentence = 'The river had moved in the night.';

  it('go when they repeat the text', () => {
    expect(
      keptHtml(
        `<p>Then they saw it. ${sentence}</p><aside class="pullquote"><p>“${sentence}”</p></aside>`,
      ),
    ).toBe(`<p>Then they saw it. ${sentence}</p>`);
  });

  it('stay when they say something of their own', () => {
    expect(
      keptHtml(`<p>Then they saw it.</p><aside class="pullquote"><p>${sentence}</p></aside>`),
    ).toBe(`<p>Then they saw it.</p><blockquote><p>${sentence}</p></blockquote>`);
  });
});

it('headings lose the ways to themselves and the names of their style', () => {
  expect(
    keptHtml('<div class="head"><h2 class="section-header">Part <a href="#part">#</a></h2></div>'),
  ).toBe('<h2>Part </h2>');
});
