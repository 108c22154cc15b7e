// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/article/text-of.ts';
import { clean } from '../../src/sanitize/clean.ts';
import { expectOnlyListed } from './only-listed.ts';
import { ATTACKS } from './payloads.ts';

describe('clean lets only listed markup through, and keeps the words', () => {
  test.each(ATTACKS)('%s', (_what, html) => {
    const { html: safe, pictures } = clean(html);
    expectOnlyListed(safe);
    expect(textOf(safe)).toContain('kept');
    expect(pictures.filter((address) => !/^https?:/.test(address))).toEqual([]);
  });

  test('a page without a body is an empty article', () => {
    expect(clean('<frameset><frame src="javascript:ran(1)">')).toEqual({
      html: '',
      pictures: [],
    });
  });

  test('links to the web and to letters stay', () => {
    const links = '<a href="https://a.test/b?c#d">e</a><a href="mailto:a@b.test">f</a>';
    expect(clean(links).html).toBe(links);
  });

  test.each(['', ' ', '\n', 'ht\ttps://a.test', '\0'])('a link to %j leads nowhere', (address) => {
    expect(clean(`<a href="${address}">e</a>`).html).toBe('<a>e</a>');
  });

  test('notes and their marks lead to one another', () => {
    const notes =
      '<sup><a href="#fn-1" id="fnref-1">[1]</a></sup><ol><li id="fn-1">a <a href="#fnref-1">↩</a></li></ol>';
    expect(clean(notes).html).toBe(notes);
  });

  test('formulas and the language of code stay, players do not', () => {
    const parts =
      '<math display="block" alttext="x"><mfrac><mi>x</mi><mn>2</mn></mfrac></math><pre><code data-lang="js">a\n b</code></pre>';
    expect(clean(`${parts}<video src="https://a.test/b" controls></video>`).html).toBe(parts);
  });

  test('directions, languages and spans stay', () => {
    const parts =
      '<p dir="rtl" lang="ar">a</p><table><tbody><tr><td colspan="2">b</td></tr></tbody></table>';
    expect(clean(parts).html).toBe(parts);
  });

  test('a picture is only known by its address', () => {
    const { html, pictures } = clean('<img src="http://a.test/b.png" alt="c">');
    expect(html).toBe('<img alt="c" data-picture="http://a.test/b.png">');
    expect(pictures).toEqual(['http://a.test/b.png']);
  });

  // Browsers stop at 512 levels; jsdom does not, and would take minutes for thousands.
  test('five hundred levels', () => {
    const { html } = clean(`${'<div>'.repeat(500)}kept<img src=x onerror=ran(1)>`);
    expectOnlyListed(html);
    expect(textOf(html)).toBe('kept');
  });

  test('a megabyte of attribute', () => {
    const { html } = clean(`<p onclick="${'ran(1);'.repeat(150_000)}" title="t">kept</p>`);
    expect(html).toBe('<p title="t">kept</p>');
  });
});
