import { addressesIn } from '../../article/found-addresses.ts';
import { article, fault } from './entry.ts';
import type { Format } from './format.ts';
import { reasonOf } from './part.ts';
import { linesIn, shareOfLines } from './text-lines.ts';

const hasAddress = (line: string): boolean => addressesIn(line.slice(0, 2_000)).length > 0;

/** Any text with web addresses in it. */
export const addressList: Format = {
  id: 'addresses',
  name: 'List of addresses',
  loses: ['all words but the titles that Markdown gives to links'],
  recognise({ head, extension }) {
    const isOther = /^\s*(?:[<{]|\[\s*[[{"])/.test(head);
    if (isOther || !/https?:\/\/|^\s*[\p{L}\p{N}-]+\.\p{L}{2,}/imu.test(head)) return 0;
    const share = shareOfLines(head, hasAddress);
    // More than notes with links in them.
    if (share >= 0.8) return 0.55;
    return share > 0 && !['md', 'markdown'].includes(extension) ? 0.2 : 0;
  },
  async *read(part, { now }) {
    let row = 0;
    try {
      for await (const line of linesIn(part))
        for (const { url, title } of addressesIn(line))
          yield article({ file: part.path, row: ++row }, { url, title }, now);
      if (row === 0) yield fault({ file: part.path, row: 0 }, 'no-address');
    } catch (error) {
      yield fault({ file: part.path, row: 0 }, reasonOf(error));
    }
  },
};
