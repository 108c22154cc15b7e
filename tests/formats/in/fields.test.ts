import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { article, highlight } from '../../../src/formats/in/entry.ts';
import {
  folderPath,
  line,
  lines,
  own,
  progress,
  publishedTime,
  tagList,
  webAddress,
  when,
} from '../../../src/formats/in/fields.ts';
import { NOW } from './samples/sample.ts';

vi.setConfig({ testTimeout: 30_000 });

describe('a moment', () => {
  const at = Date.UTC(2023, 10, 14, 22, 13, 20);
  it.each([
    [1700000000, at],
    ['1700000000', at],
    [1700000000000, at],
    ['1700000000000000', at],
    ['2023-11-14T22:13:20Z', at],
    ['2023-11-15T00:13:20+0200', at],
    ['2023-11-14 22:13:20+00:00', at],
    ['2023-11-14 22:13:20', at],
    ['2023-11-14T22:13:20.5Z', at + 500],
    ['2023-11-14', Date.UTC(2023, 10, 14)],
    ['Tue, 14 Nov 2023 22:13:20 GMT', at],
  ])('%s is understood', (value, time) => expect(when(value, NOW)).toBe(time));

  it.each([
    -1,
    0,
    1,
    '1',
    NaN,
    1e308,
    '99999999999999',
    '2038-01-19T03:14:08Z',
    '2023-13-01',
    '0',
    '12',
    '',
    null,
    {},
    'soon',
    '1985-01-01',
  ])('%s is none that can be true', (value) => expect(when(value, NOW)).toBeNull());

  it('of publishing may be older than computers, and as inexact as it is told', () => {
    expect(publishedTime('1888-08-31', NOW)).toBe('1888-08-31');
    expect(publishedTime('2024-01-02T03:04:05+01:00', NOW)).toBe('2024-01-02T02:04:05.000Z');
    expect(publishedTime('3024-01-02', NOW)).toBe('');
  });
});

describe('an address', () => {
  it.each([
    ['HTTPS://E.X:443/./a/../b?utm_source=1#x', 'https://e.x/b?utm_source=1'],
    ['https://u:p@e.x/', 'https://e.x/'],
    [' https://e.x/#!/page ', 'https://e.x/#!/page'],
  ])('%s is kept as %s', (value, url) => expect(webAddress(value)).toEqual({ url }));

  it.each([
    'javascript:x()',
    'data:text/html,x',
    ' chrome://settings',
    'file:///etc/passwd',
    'http://[::1',
    'not a url',
    '//e.x/',
    `https://e.x/${'a'.repeat(70_000)}`,
  ])('%s is none of the web', (value) =>
    expect(webAddress(value)).toEqual({ reason: 'not-a-web-address' }),
  );
});

describe('text', () => {
  it('is on one line, without signs that nobody sees, and within its length', () => {
    expect(line(' a\u0000b\n\tc \u202Efdp.exe')).toBe('a b c fdp.exe');
    expect(line('x'.repeat(9_000_000))).toHaveLength(500);
    expect(line('🦊'.repeat(400), 5)).toBe('🦊🦊');
    expect(line('\ud800x')).toBe('x');
    expect(line({ toString: () => 'x' })).toBe('');
    expect(lines('a\r\nb\rc')).toBe('a\nb\nc');
  });

  it('is never longer than asked, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, most) => {
        const short = line(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(/\p{Cc}|\p{Surrogate}/u);
      }),
    );
  });

  it('of tags is each once, of folders a path', () => {
    expect(tagList(['#a', 'A ', '', null, 'b', '#'])).toEqual(['a', 'b', '#']);
    expect(tagList(Array.from({ length: 999 }, (_, at) => `t${at}`))).toHaveLength(200);
    expect(folderPath(['a', 'b/c', '', ' d '])).toBe('a/b∕c/d');
  });
});

it('takes shares of what there is', () => {
  expect(progress('40 %', 100)).toEqual({ part: 0.4 });
  expect(progress(140, 100)).toEqual({ part: 1 });
  expect(progress('-1', 1)).toBeNull();
  expect(progress('x', 1)).toBeNull();
});

it('reads no property that a thing has not itself', () => {
  const hostile = JSON.parse('{"__proto__":{"url":"https://e.x/","polluted":true}}') as object;
  expect(own(hostile, 'url')).toBeUndefined();
  expect(own('text', 'length')).toBeUndefined();
  article({ file: 'x', row: 1 }, { url: 'https://e.x/', ...(hostile as { title?: string }) }, NOW);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('keeps of a highlight what there is', () => {
  expect(highlight(' words ', { now: NOW, note: '', created: 'x' })).toEqual([{ exact: 'words' }]);
  expect(highlight('   ', { now: NOW, note: 'alone' })).toEqual([]);
});
