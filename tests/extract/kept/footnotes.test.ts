import { describe, expect, it } from 'vitest';
import { keptBody, keptHtml } from './kept-page.ts';

const MARKED = '<p>Said.<sup><a href="#fn-1" id="fnref-1">[1]</a></sup></p>';
const NOTE = '<ol><li id="fn-1">Proof. <a href="#fnref-1">↩</a></li></ol>';
const PARAGRAPH_NOTE = '<ol><li id="fn-1"><p>Proof. <a href="#fnref-1">↩</a></p></li></ol>';

describe('footnotes', () => {
  it.each([
    [
      'Markdown',
      '<p>Said.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p><section class="footnotes"><hr><ol><li id="fn:1"><p>Proof. <a href="#fnref:1">↩︎</a></p></li></ol></section>',
      MARKED + PARAGRAPH_NOTE,
    ],
    [
      'Wikipedia',
      '<p>Said.<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup></p><div class="mw-heading"><h2>References</h2></div><ol><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <i>Proof.</i></li></ol>',
      MARKED + NOTE.replace('Proof.', '<i>Proof.</i>'),
    ],
    [
      'Substack',
      '<p>Said.<a href="https://notes.example/a/b#footnote-1" id="footnote-anchor-1">1</a></p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a><div><p>Proof.</p></div></div>',
      MARKED + PARAGRAPH_NOTE,
    ],
    [
      'Word',
      '<p>Said.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> Proof.</p></div>',
      MARKED + NOTE,
    ],
    [
      'a note in the sentence',
      '<p>Said.<span class="inline-footnote">1<span class="footnoteContent" style="display:none">Proof.</span></span></p>',
      MARKED + NOTE,
    ],
  ])('of %s', (_what, markup, html) => {
    const holder = keptBody(`<article>${markup}</article>`).querySelector('article')!;
    expect(
      holder.innerHTML
        .replace(/\s+/g, ' ')
        .replace(/> </g, '><')
        .replace('</i><a', '</i> <a')
        .replace('<hr>', ''),
    ).toBe(html);
  });

  it('gives one note the ways back to each of its marks, and counts as the text does', () => {
    const body = keptBody(
      '<article><p>One.<sup><a href="#n2">2</a></sup> Two.<sup><a href="#n1">1</a></sup> Again.<sup><a href="#n2">2</a></sup></p><ol><li id="n1">First.</li><li id="n2">Second.</li></ol></article>',
    );
    expect(
      [...body.querySelectorAll('sup a')].map((mark) => `${mark.id} ${mark.textContent}`),
    ).toEqual(['fnref-1 [1]', 'fnref-2 [2]', 'fnref-1-2 [1]']);
    expect([...body.querySelectorAll('ol li')].map((note) => note.textContent)).toEqual([
      'Second. ↩',
      'First. ↩',
    ]);
  });

  it('splits notes that share a paragraph', () => {
    const body = keptBody(
      '<article><p>One.<a href="#one"><sup>1</sup></a> Two.<a href="#two"><sup>2</sup></a></p><p><a name="one"><sup>1</sup></a> First.<br><a name="two"><sup>2</sup></a> Second.</p></article>',
    );
    expect([...body.querySelectorAll('li')].map((note) => note.textContent)).toEqual([
      'First. ↩',
      'Second. ↩',
    ]);
  });

  it('leaves powers, contents and pages alone', () => {
    const markup =
      '<ul><li><a href="#part-1">1</a></li></ul><p>It is 10<sup>2</sup> metres.</p><p id="part-1">Part</p><p><a href="?page=2#top">2</a></p>';
    expect(keptHtml(markup)).toBe(markup);
  });

  it('takes nothing that names itself like a note', () => {
    const body = keptBody(
      '<p id="fn-1">One.</p><a id="location" href="https://a.example/">two</a>',
    );
    expect(body.querySelector('[id="location"]')).toBeNull();
  });
});
