import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Entry, Fault } from '../../../src/formats/imported.ts';
import { entriesIn } from '../../../src/formats/in/read-files.ts';
import { partOfFile, type Part } from '../../../src/formats/in/part.ts';
import { type Row, rowsOf } from '../../../src/formats/in/table.ts';
import { asLine, AWKWARD, cell, file, NOW } from './samples/sample.ts';

vi.setConfig({ testTimeout: 30_000 });

async function rows(part: Part): Promise<(Row | Fault)[]> {
  const all: (Row | Fault)[] = [];
  for await (const row of rowsOf(part)) all.push(row);
  return all;
}

/** The bytes of a text, in pieces of any size. */
const inPieces = (text: string, size: number): Part => {
  const bytes = new TextEncoder().encode(text);
  return {
    path: 'x.csv',
    size: bytes.length,
    bytes: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size)
            controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      }),
  };
};

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', ' ', '\t', 'a'), maxLength: 12 }),
);

it('reads back every table that is written with quotes, however its bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 20 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (cells, delimiter, end, size, hasEnd) => {
        const all = [['One', 'Two', 'Three'], ...cells.map((row) => ['x', ...row].slice(0, 3))];
        const text =
          all.map((row) => row.map(cell).join(delimiter)).join(end) + (hasEnd ? end : '');
        const read = await rows(inPieces(text, size));
        expect(
          read.map((row) =>
            'kind' in row ? row : [row.cell('one'), row.cell('two'), row.cell('three')],
          ),
        ).toEqual(all.slice(1).map((row) => row.map((value) => value.replace(/\r\n?/g, '\n'))));
      },
    ),
    { numRuns: 150 },
  );
});

it('keeps the rows round one that lost a quote, whatever stands in them', async () => {
  const lines = ['title,url,time_added,tags,status'];
  const broken = new Set<number>();
  for (let row = 1; row <= 1_000; row++) {
    const title = AWKWARD[row % AWKWARD.length]!;
    const url = `https://e.com/${row}`;
    if (row % 100 !== 50) lines.push(`${cell(title)},${url},${1_500_000_000 + row},a|b,unread`);
    else {
      broken.add(row);
      // A quote too few, a quote too many, a comma too many, no address at all.
      lines.push(
        [
          `"lost,${url},1,,unread`,
          `"a"b",${url},1,,unread`,
          `a,b,${url},1,,unread`,
          'title,,1,,unread',
        ][broken.size % 4]!,
      );
    }
  }
  const all: Entry[] = [];
  for await (const entry of entriesIn([file('part.csv', lines.join('\n'))], NOW)) all.push(entry);
  const faults = all.filter((entry) => entry.kind === 'fault');
  expect(faults.map(({ from }) => from.row)).toEqual([...broken]);
  expect(new Set(faults.map(({ reason }) => reason))).toEqual(
    new Set(['open-quote', 'too-many-cells', 'no-address']),
  );
  expect(faults.every(({ bit }) => bit.length > 0 && bit.length <= 120)).toBe(true);
  for (const entry of all)
    if (entry.kind === 'article')
      expect(entry.title).toBe(asLine(AWKWARD[entry.from.row % AWKWARD.length]!));
  expect(all.length).toBe(1_000);
});

it('gives up on a file whose every row is broken, and soon', async () => {
  const text = `url,title\n${'"a"b\n'.repeat(60_000)}`;
  const all = await rows(partOfFile(file('x.csv', text)));
  expect(all.at(-1)).toMatchObject({ kind: 'fault', reason: 'too-many-faults' });
  expect(all.length).toBeLessThan(20_003);
});

it('reads a cell of some megabytes', async () => {
  const long = 'word, "and" word\n'.repeat(200_000);
  const [row] = await rows(
    partOfFile(file('x.csv', `url,content\nhttps://e.com/1,${cell(long)}\nhttps://e.com/2,b`)),
  );
  expect((row as Row).cell('content').length).toBe(long.length);
});

it('passes over a line that has no end, and reads what is behind it', async () => {
  const endless = 'x'.repeat(40_000_000);
  const all = await rows(partOfFile(file('x.csv', `url,title\n${endless}\nhttps://e.com/2,b`)));
  expect(all.map((row) => ('kind' in row ? row.reason : row.cell('url')))).toEqual([
    'too-long',
    'https://e.com/2',
  ]);
});
