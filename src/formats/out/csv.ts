import { rowsAsCsv } from './cells.ts';
import type { Exported } from './exported.ts';
import type { OutFormat, Writer } from './format.ts';
import { GrowingFile } from './growing-file.ts';
import { moment } from './json.ts';

/** The columns, by names that our own import and others know. */
const COLUMNS: readonly (readonly [name: string, of: (one: Exported) => string])[] = [
  ['url', ({ article }) => article.url],
  ['title', ({ article }) => article.title],
  ['author', ({ article }) => article.byline],
  ['site', ({ article }) => article.siteName],
  ['published', ({ article }) => article.publishedTime],
  ['saved', ({ article }) => moment(article.savedAt) ?? ''],
  ['tags', ({ article }) => article.tags.join('|')],
  ['status', ({ article }) => article.place],
  ['favourite', ({ article }) => (article.favourite ? 'true' : 'false')],
  ['progress', ({ article }) => String(Math.round(article.progress * 100) / 100)],
  ['language', ({ article }) => article.lang],
  ['excerpt', ({ article }) => article.excerpt],
  ['words', ({ article }) => String(article.words)],
  ['minutes', ({ article }) => String(article.minutes)],
  ['highlights', ({ highlights }) => String(highlights.length)],
];

/** A table for spreadsheets and other services. */
export const csv: OutFormat = {
  id: 'csv',
  extension: 'csv',
  hasPictures: false,
  loses: [
    'texts, pictures and the words of highlights',
    'an apostrophe stands before what begins a formula',
  ],
  begin: async () => begin(),
};

function begin(): Writer {
  const file = new GrowingFile();
  // With its mark, by which spreadsheets know what it is written in.
  file.write(`\ufeff${rowsAsCsv([COLUMNS.map(([name]) => name)])}`);
  return {
    async add(one) {
      file.write(rowsAsCsv([COLUMNS.map(([, of]) => of(one))]));
      return 0;
    },
    finish: async () => file.finish('text/csv;charset=utf-8'),
  };
}
