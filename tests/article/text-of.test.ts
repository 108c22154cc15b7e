import { expect, it } from 'vitest';
import { textOf } from '../../src/article/text-of.ts';

it.each([
  ['<p>One.</p><p>Two <em>and</em> three.</p>', 'One.\nTwo and three.'],
  ['<ul><li>a</li><li>b</li></ul>c<br>d', 'a\nb\nc\nd'],
  ['<p><img alt="5 > 3" data-picture="x"> and so on</p>', 'and so on'],
  [`<a title='say "a > b"'>link</a>s`, 'links'],
  ['<p>a &lt;b&gt; &amp;amp; c&nbsp;d</p>', 'a <b> &amp; c d'],
  ['<pre>x  y\n  z</pre>', 'x y\nz'],
  ['', ''],
])('reads %j', (html, text) => {
  expect(textOf(html)).toBe(text);
});
