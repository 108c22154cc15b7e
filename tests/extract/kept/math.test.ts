import { describe, expect, it } from 'vitest';
import { keptHtml } from './kept-page.ts';

const MI = '<mi>x</mi>';

describe('formulas are there once', () => {
  it.each([
    [
      'KaTeX',
      `<span class="katex"><span class="katex-mathml"><math><semantics>${MI}<annotation encoding="application/x-tex">x</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>`,
      `<math alttext="x">${MI}</math>`,
    ],
    [
      'KaTeX on a line of its own',
      `<span class="katex-display"><span class="katex"><span class="katex-mathml"><math>${MI}</math></span><span class="katex-html">x</span></span></span>`,
      `<math display="block">${MI}</math>`,
    ],
    [
      'MathJax 3',
      `<mjx-container display="true"><svg></svg><mjx-assistive-mml><math>${MI}</math></mjx-assistive-mml></mjx-container>`,
      `<math display="block">${MI}</math>`,
    ],
    [
      'MathJax 2 with its source',
      `<span class="MathJax_Preview">x</span><span class="MathJax" data-mathml="&lt;math&gt;&lt;mi&gt;x&lt;/mi&gt;&lt;/math&gt;"><nobr>x</nobr></span><script type="math/tex">x</script>`,
      `<math alttext="x">${MI}</math>`,
    ],
    [
      'the picture of a formula and the formula behind it',
      `<span class="mwe-math-element"><span style="display:none"><math alttext="x">${MI}</math></span><img src="x.svg" alt="x"></span>`,
      `<math alttext="x">${MI}</math>`,
    ],
    [
      'a source that was not typeset',
      '<script type="math/tex">x^2</script>',
      '<code data-lang="tex">x^2</code>',
    ],
  ])('%s', (_what, markup, formula) => {
    expect(keptHtml(`<p>${markup}</p>`)).toBe(`<p>${formula}</p>`);
  });
});
