// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { articleToMarkdown, escapeText, toMarkdown } from '../../src/formats/markdown.ts';

const body = (markup: string): Element =>
  new DOMParser().parseFromString(`<div>${markup}</div>`, 'text/html').querySelector('div')!;
const markdown = (markup: string): string => toMarkdown(body(markup));

it('writes headings, lists, quotes and emphasis', () => {
  expect(
    markdown(
      '<h2>Tides</h2><p>Twice a <em>day</em>, <strong>always</strong>.</p><ul><li>spring<li>neap</ul><blockquote><p>It rises.</p></blockquote>',
    ),
  ).toBe('## Tides\n\nTwice a *day*, **always**.\n\n-   spring\n-   neap\n\n> It rises.');
});

it('keeps code with its language, its line breaks and its own backticks', () => {
  expect(markdown('<pre><code data-lang="js">let a = `1`;\n```\nlet b;\n</code></pre>')).toBe(
    '````js\nlet a = `1`;\n```\nlet b;\n````',
  );
});

it('ties notes to their marks', () => {
  expect(
    markdown(
      '<p>Said so.<sup><a href="#fn-1" id="fnref-1">[1]</a></sup></p><ol><li id="fn-1">In a letter. <a href="#fnref-1">↩</a></li></ol>',
    ),
  ).toBe('Said so.[^1]\n\n[^1]: In a letter.');
});

it('writes pictures with their own address and their caption, tables and formulas', () => {
  expect(
    markdown(
      '<figure><img data-picture="https://a.example/x (1).jpg" alt="A pier"><figcaption>The <b>old</b> pier</figcaption></figure>',
    ),
  ).toBe('![A pier](https://a.example/x%20%281%29.jpg)\n\n*The **old** pier*');
  expect(markdown('<table><tr><th>Port<th>Ships</tr><tr><td>Hull<td>3</tr></table>')).toContain(
    '| Hull | 3',
  );
  expect(markdown('<p>So <math alttext="x^2"><mi>x</mi></math> holds.</p>')).toBe(
    'So $x^2$ holds.',
  );
});

it('leaves nothing of the text as markup', () => {
  for (const hostile of [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '&lt;b&gt;',
    '[a](javascript:alert(1))',
    '# no heading',
    '- no list',
    '1. no list',
    '*not* _so_',
    '```',
  ]) {
    const paragraph = document.createElement('p');
    paragraph.textContent = hostile;
    const host = document.createElement('div');
    host.append(paragraph);
    expect(toMarkdown(host)).not.toMatch(
      /(?<!\\)<[a-z/]|(?<!\\)&lt;|^#|^- |^1\. |(?<!\\)\]\(javascript|^```/,
    );
    expect(escapeText(`x\n${hostile}`)).not.toMatch(/(?<!\\)<[a-z/]|\n/);
  }
});

it('says first what it is and where it comes from', () => {
  const facts = {
    title: 'The *old* pier',
    byline: 'Ada Holm',
    siteName: '',
    publishedTime: '2024-05-01T10:00:00Z',
    url: 'https://a.example/pier',
    leadPicture: null,
    leadCaption: '',
  };
  expect(articleToMarkdown(facts, body('<p>It stands.</p>'))).toBe(
    '# The \\*old\\* pier\n\nAda Holm · [a.example](https://a.example/pier) · 2024-05-01\n\nIt stands.\n',
  );
});
