// @vitest-environment jsdom
import { parse } from 'papaparse';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ATTACKS } from '../../attacks/payloads.ts';
import { highlightsAsCsv } from '../../../src/formats/highlights-csv.ts';
import { highlightsAsJson } from '../../../src/formats/highlights-json.ts';
import { harmlessCell } from '../../../src/formats/out/cells.ts';
import { FORMATS_OUT } from '../../../src/formats/out/formats.ts';
import { DEFAULT_TEMPLATE } from '../../../src/formats/out/template.ts';
import { howOut } from './how.ts';
import './node-blob.ts';
import { textOf, unpacked } from './unpacked.ts';
import { articleWith, exportedOf, highlightOf } from './varied.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  'a;=1',
  'a\n=1',
  '"=1',
  "'=1",
];

it('lets no cell compute, with whatever separator the table is read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...FORMULAS, ';', '|', '\t', 'x', ' ', '"', '=', '-'), {
        maxLength: 6,
      }),
      (parts) => {
        const cell = harmlessCell(parts.join(''));
        expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/);
        for (const piece of cell.split(/[;|\t]/)) expect(piece).not.toMatch(/^[\s"]*[=+\-@＝]/);
      },
    ),
  );
});

it('writes highlights as a table and as JSON', () => {
  const article = articleWith({ title: '=HYPERLINK("x")' });
  const { title, siteName, url } = article;
  const one = { ...highlightOf(article, '@tide', '+note'), title, siteName, url };
  const { data } = parse<string[]>(highlightsAsCsv([one]).slice(1).trim());
  expect(data[1]!.slice(0, 3)).toEqual(["'@tide", "'+note", 'yellow']);
  expect(data[1]![4]).toBe(`'${title}`);
  expect(JSON.parse(highlightsAsJson([one], 0))).toMatchObject({
    format: 'lectern-highlights',
    articles: [{ title, highlights: [{ exact: '@tide', note: '+note' }] }],
  });
});

const NOTES = [
  '<p>Now <% tp.file.cursor() %> and <code>= this.file</code> and <code>$= dv.current()</code></p>',
  '<pre><code data-lang="dataviewjs">app.vault.delete()</code></pre><pre><code data-lang="js">let a = 1; // <% x %></code></pre>',
  '<p>![[secret]] [[note]] {{title}} [key:: value] $x$ %%comment%% #tag ^block</p>',
  '<table><tr><td><ul><li>a</ul></td></tr></table><table><tr><td><pre>x</pre><td><table><tr><td>in</table></table>',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;iframe src=x&gt;</p><a href="https://a.example/x)![y](https://t.example/p.png">l</a>',
];

it('writes notes in which no program finds anything to run', async () => {
  const writer = await FORMATS_OUT.markdown.begin(
    howOut({ template: DEFAULT_TEMPLATE, fileName: '<% x %>{{title}}/..' }),
  );
  const hostile = '<% tp.x() %> `= 1` "\n---\nx: !!js/function y';
  for (const html of [...NOTES, ...ATTACKS.map(([, markup]) => markup)]) {
    const article = articleWith({ title: hostile, byline: hostile, tags: [hostile], html });
    await writer.add(exportedOf(article, [highlightOf(article, hostile, hostile)]));
  }
  const files = await unpacked(await writer.finish());
  expect(files.size).toBe(NOTES.length + ATTACKS.length);
  for (const [name, bytes] of files) {
    const note = textOf(bytes);
    expect(name).not.toMatch(/[<>%/\\]/);
    expect(note).not.toMatch(/<%|%>/);
    expect(note).not.toMatch(/```\s*dataview/);
    const text = note.slice(note.indexOf('\n---\n') + 5);
    expect(text).not.toMatch(/(?:^|[^\\`])`\s*\$?=/m);
    expect(note).not.toMatch(/\]\((?!https?:|mailto:|pictures\/)/);
    // Outside of code nothing is markup but what raises and lowers.
    const prose = text.replace(/(`{3,})[\s\S]*?\1|(`+)[^`]+\2/g, '');
    expect(prose).not.toMatch(/(?<!\\)<(?!\/?su[bp]>|\u2060%)[a-z/!?]/i);
    expect(note.split('\n---\n')[0]).toContain('title: "');
  }
}, 60_000);
