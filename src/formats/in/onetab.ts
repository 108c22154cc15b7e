import { article, fault } from './entry.ts';
import type { Format } from './format.ts';
import { reasonOf } from './part.ts';
import { linesIn, shareOfLines } from './text-lines.ts';

const LINE = /^\s*([a-z][a-z\d+.-]*:\S+)\s+\|\s?(.*)$/i;

/** A line a tab: the address, a bar, the title. */
export const oneTab: Format = {
  id: 'onetab',
  name: 'OneTab',
  loses: ['groups and when they were put away, which OneTab does not write down'],
  recognise: ({ head }) => (shareOfLines(head, (line) => LINE.test(line)) > 0.5 ? 0.9 : 0),
  async *read(part, { now }) {
    let row = 0;
    try {
      for await (const line of linesIn(part)) {
        const [, url, title] = LINE.exec(line) ?? [];
        yield article({ file: part.path, row: ++row }, { url: url ?? line, title }, now);
      }
    } catch (error) {
      yield fault({ file: part.path, row: 0 }, reasonOf(error));
    }
  },
};
