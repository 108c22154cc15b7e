import { expect, it } from 'vitest';
import { breaths } from '../../../src/formats/in/breath.ts';
import { entriesIn } from '../../../src/formats/in/read-files.ts';
import { file, NOW } from './samples/sample.ts';

const ROWS = 100_000;

it('reads a hundred thousand rows and lets others have their turn', async () => {
  const rows = ['title,url,time_added,tags,status'];
  for (let row = 0; row < ROWS; row++)
    rows.push(
      `"A title, with ""quotes"" ${row}",https://e${row % 977}.com/${row}?a=b,${1_500_000_000 + row},web dev|css,unread`,
    );
  let turns = 0;
  const others = setInterval(() => turns++);
  const before = process.cpuUsage();
  let read = 0;
  for await (const entry of entriesIn([file('part_000000.csv', rows.join('\n'))], NOW))
    if (entry.kind === 'article') read++;
  clearInterval(others);
  const { user, system } = process.cpuUsage(before);
  expect(read).toBe(ROWS);
  // Of the processor: what else the machine does is not counted.
  expect((user + system) / 1e6).toBeLessThan(5);
  expect(turns).toBeGreaterThan(20);
}, 60_000);

it('breathes once in 12 ms of work, and not oftener', async () => {
  let now = 0;
  const breathe = breaths(() => now);
  expect(breathe()).toBeNull();
  now = 11;
  expect(breathe()).toBeNull();
  now = 12;
  await breathe();
  now = 23;
  expect(breathe()).toBeNull();
});
