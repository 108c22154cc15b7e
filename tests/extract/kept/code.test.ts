import { describe, expect, it } from 'vitest';
import { keptBody } from './kept-page.ts';

describe('code', () => {
  it.each([
    [
      'Prism and its button',
      '<div class="code-toolbar"><pre class="language-js"><code class="language-js"><span class="token">let</span> a;\n\n  b();\n</code><button>Copy</button></pre></div>',
      'js',
      'let a;\n\n  b();',
    ],
    [
      'highlight.js',
      '<pre><code class="hljs python"><span class="hljs-keyword">def</span> f():\n    pass\n</code></pre>',
      'python',
      'def f():\n    pass',
    ],
    [
      'lines that are elements and end nowhere',
      '<pre data-language="rust"><code><span class="line">fn a() {</span><span class="line"></span><span class="line">}</span></code></pre>',
      'rust',
      'fn a() {\n\n}',
    ],
    [
      'lines that are boxes',
      '<pre class="lang-sh"><div>one</div><div>two</div></pre>',
      'sh',
      'one\ntwo',
    ],
    ['line breaks', '<pre><code data-lang="c">a;<br>  b;<br></code></pre>', 'c', 'a;\n  b;'],
    [
      'numbers that cannot be marked',
      '<pre><code class="language-go"><span style="user-select:none">1</span>x\n<span style="user-select:none">2</span>y</code></pre>',
      'go',
      'x\ny',
    ],
    [
      'a table with a gutter',
      '<div class="language-cpp"><div class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre>int a;\nint b;\n</pre></td></tr></tbody></table></code></div></div>',
      'cpp',
      'int a;\nint b;',
    ],
    [
      'a row a line',
      '<div class="blob-wrapper"><table data-lang="ts"><tbody><tr><td class="blob-num"></td><td class="blob-code">one</td></tr><tr><td class="blob-num"></td><td class="blob-code">two</td></tr></tbody></table></div>',
      'ts',
      'one\ntwo',
    ],
  ])('%s', (_what, markup, lang, text) => {
    const code = keptBody(`<article>${markup}</article>`).querySelectorAll('article > pre > code');
    expect([...code].map((one) => [one.getAttribute('data-lang'), one.textContent])).toEqual([
      [lang, text],
    ]);
  });

  it('drops a bar that only names the language', () => {
    const { textContent } = keptBody(
      '<article><div><div><span>java</span><button>Copy</button></div><div><pre><code class="language-java">int a;</code></pre></div></div></article>',
    );
    expect(textContent?.trim()).toBe('int a;');
  });
});
