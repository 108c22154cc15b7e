import type { Highlight } from '../../article/highlight.ts';
import type { Exported } from './exported.ts';
import type { OutFormat, Writer } from './format.ts';
import { GrowingFile } from './growing-file.ts';

/** Of the file: raised when a reader of the one before would misunderstand it. */
const VERSION = 1;

/** Every fact of every article; docs/formats.md says what each means. `in/lectern` reads it. */
export const json: OutFormat = {
  id: 'json',
  extension: 'json',
  hasPictures: false,
  loses: ['pictures, which have their addresses', 'earlier versions of texts'],
  begin: async ({ now }) => begin(now),
};

function begin(now: number): Writer {
  const file = new GrowingFile();
  const head = { format: 'lectern', version: VERSION, exported: new Date(now).toISOString() };
  file.write(`${JSON.stringify(head).slice(0, -1)},"articles":[`);
  let isFirst = true;
  return {
    async add(one) {
      file.write(`${isFirst ? '' : ','}\n${JSON.stringify(articleOf(one))}`);
      isFirst = false;
      return 0;
    },
    finish: async () => {
      file.write('\n]}\n');
      return file.finish('application/json');
    },
  };
}

function articleOf({ article, highlights, original }: Exported): object {
  const {
    id: _id,
    thumbnail: _small,
    savedAt,
    textSavedAt,
    progress,
    block,
    offset,
    versions: _before,
    html,
    ...facts
  } = article;
  return {
    ...facts,
    savedAt: moment(savedAt),
    textSavedAt: moment(textSavedAt),
    progress: { part: progress, block, ...(offset !== undefined && { offset }) },
    highlights: highlights.map(highlightAsJson),
    html,
    ...(original && { original: { ...original, textSavedAt: moment(original.textSavedAt) } }),
  };
}

/** A highlight as JSON files have it. */
export const highlightAsJson = ({
  quote,
  position,
  colour,
  note,
  createdAt,
  changedAt,
}: Highlight): object => ({
  exact: quote.exact,
  prefix: quote.prefix,
  suffix: quote.suffix,
  position,
  colour,
  note,
  createdAt: moment(createdAt),
  changedAt: moment(changedAt),
});

/** As ISO 8601; null where a clock was beyond all reason. */
export const moment = (time: number): string | null =>
  Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : null;
