import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeName, uniqueNames } from '../../../src/formats/out/file-name.ts';
import { linkAddress } from '../../../src/formats/out/harmless.ts';
import { fillTemplate, parseTemplate } from '../../../src/formats/out/template.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'con',
    'CON.md',
    'a/../b',
    '..',
    '.hidden',
    'x'.repeat(300),
    '潮'.repeat(99),
    'a\u202egpj.md',
    '<%=1%>',
    '[[a]]#^',
  ),
);

it('gives every file a name that all systems take', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const name = safeName(text);
      expect(new TextEncoder().encode(`${name}.md`).length).toBeLessThanOrEqual(120);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}%[\]#^\u202a-\u202e]|^[.\s]|[.\s]$|^$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
    }),
  );
});

it('gives no two files one name, whatever the case of their letters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'A', 'a 2', 'Á', 'A\u0301', 'b', '?', ''), { maxLength: 30 }),
      (names) => {
        const nameFor = uniqueNames();
        const given = names.map((name) => nameFor(name).normalize('NFKD').toLowerCase());
        expect(new Set(given).size).toBe(given.length);
      },
    ),
  );
});

it('fills a template once, and writes a part only where there is something for it', () => {
  const template = parseTemplate('{{title}}{{#byline}} by {{ Byline }}{{/byline}}.');
  if (!template.ok) throw new Error(template.wrong);
  const of = (facts: Record<string, string>) =>
    fillTemplate(template.pieces, (name) => facts[name] ?? '');
  expect(of({ title: 'Tides', byline: 'Ada' })).toBe('Tides by Ada.');
  expect(of({ title: '{{url}} {{#title}}' })).toBe('{{url}} {{#title}}.');
});

it.each([
  ['{{titel}} of {{url}}', '{{titel}}'],
  ['{{#tags}}{{tags}}', '{{#tags}}'],
  ['{{/tags}}', '{{/tags}}'],
  ['{{#tags}}{{/title}}', '{{/title}}'],
  ['{{constructor}}', '{{constructor}}'],
])('names what is wrong in %s', (typed, wrong) => {
  expect(parseTemplate(typed)).toEqual({ ok: false, wrong });
});

it('lets links lead out by well-spelled addresses alone', () => {
  expect(linkAddress('https://a.example/a b|c?q=[1]&x=%zz#f#g')).toBe(
    'https://a.example/a%20b%7Cc?q=%5B1%5D&x=%25zz#f%23g',
  );
  for (const no of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://exa mple/',
    '',
    'file:///etc',
    'obsidian://open',
  ])
    expect(linkAddress(no)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const address = linkAddress(`https://a.example/${rest}`);
      if (address) expect(address).toMatch(/^https:\/\/[^\s<>"'`{}|\\^[\]]*$/);
    }),
  );
});
