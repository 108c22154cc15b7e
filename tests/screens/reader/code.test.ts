// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { coloured } from '../../../src/screens/reader/code/colour.ts';
import { languageNamed } from '../../../src/screens/reader/code/languages.ts';
import { rangesOf } from '../../../src/screens/reader/code/spans.ts';

const CODE = `const name = "tide"; // a comment\nif (name) read(42);`;

it('gives the parts of code by their places, in the language its page names', async () => {
  const parts = (await coloured(CODE, 'JS')).map(({ start, end, part }) => [
    CODE.slice(start, end),
    part,
  ]);
  expect(parts).toContainEqual(['const', 'keyword']);
  expect(parts).toContainEqual(['"tide"', 'string']);
  expect(parts).toContainEqual(['// a comment', 'comment']);
  expect(parts).toContainEqual(['42', 'number']);
});

it('keeps the places right where one language stands in another', async () => {
  const page =
    '<p title="x">One</p>\n<style>p { color: red; }</style>\n<script>let a = 1;</script>';
  const spans = await coloured(page, 'html');
  expect(spans.map(({ start, end }) => page.slice(start, end))).toContain('let');
});

it('leaves what it does not know as it is', async () => {
  expect(await coloured(CODE, '')).toEqual([]);
  expect(await coloured(CODE, 'klingon')).toEqual([]);
  expect(languageNamed('constructor')).toBeNull();
  expect(languageNamed('__proto__')).toBeNull();
});

it('finds the places in code that is cut by marks', async () => {
  const code = document.createElement('code');
  const mark = document.createElement('mark');
  mark.append('"ti');
  code.append('const name = ', mark, CODE.slice(16));
  const spans = await coloured(CODE, 'javascript');
  expect(rangesOf(code, spans).map((range) => range.toString())).toEqual(
    spans.map(({ start, end }) => CODE.slice(start, end)),
  );
});
