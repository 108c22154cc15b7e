import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type JsonEntry, JsonScanner } from '../../../src/formats/in/json-entries.ts';

function scan(text: string, path: string, size = 7): JsonEntry[] {
  const scanner = new JsonScanner((at) => at === path);
  const found: JsonEntry[] = [];
  for (let at = 0; at < text.length; at += size)
    found.push(...scanner.add(text.slice(at, at + size)));
  return [...found, ...scanner.end()];
}

const values = (found: JsonEntry[]): unknown[] =>
  found.map((entry) => ('text' in entry ? (JSON.parse(entry.text) as unknown) : entry.reason));

vi.setConfig({ testTimeout: 30_000 });

describe('values in JSON', () => {
  it('are the same as when all of it is parsed, however it comes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 1, max: 30 }),
        (list, other, indent, size) => {
          const text = JSON.stringify(
            { a: other, 'b"\\': { list }, list, c: [list] },
            null,
            indent,
          );
          expect(values(scan(text, 'list/[]', size))).toEqual(JSON.parse(JSON.stringify(list)));
          expect(values(scan(JSON.stringify(list, null, indent), '[]', size))).toEqual(
            JSON.parse(JSON.stringify(list)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are found one a line', () => {
    expect(values(scan('{"a":1}\n[1,2]\nnull\n{"b":2}', ''))).toEqual([
      { a: 1 },
      [1, 2],
      null,
      { b: 2 },
    ]);
  });

  it('that stood whole before a cut are there', () => {
    expect(values(scan('{"list":[{"a":1},{"a":', 'list/[]'))).toEqual([{ a: 1 }, 'cut-short']);
    expect(values(scan('{"list":[{"a":1},{"a":"never', 'list/[]'))).toEqual([
      { a: 1 },
      'cut-short',
    ]);
  });

  it('behind one that lost a quote are there, where each has its line', () => {
    const found = scan('[\n{"a":"x"},\n{"a":"lost},\n{"a":"y"},\n{"a":"z"}]', '[]');
    const whole = found.filter((entry) => 'text' in entry && /^\{"a":"[xyz]"\}$/.test(entry.text));
    expect(whole.length).toBeGreaterThanOrEqual(1);
    expect(found.length).toBeGreaterThan(whole.length);
  });

  it('that lie too deep are left out, and the rest is read', () => {
    const deep = '['.repeat(300) + ']'.repeat(300);
    expect(values(scan(`[1,${deep},2]`, '[]', 64))).toEqual([1, 'too-deep', 2]);
    expect(scan('['.repeat(100_000), 'x', 4_096)).toMatchObject([
      { reason: 'too-deep', isEnd: true },
    ]);
  });

  it('end where a bracket closes what it did not open', () => {
    expect(values(scan('[1,2}', '[]'))).toEqual([1, 2, 'broken-json']);
  });
});
