import type { ListedHighlight } from '../article/highlight.ts';
import { rowsAsCsv } from './out/cells.ts';
import { moment } from './out/json.ts';

const COLUMNS: readonly (readonly [name: string, of: (one: ListedHighlight) => string])[] = [
  ['text', ({ quote }) => quote.exact],
  ['note', ({ note }) => note],
  ['colour', ({ colour }) => colour],
  ['created', ({ createdAt }) => moment(createdAt) ?? ''],
  ['title', ({ title }) => title],
  ['site', ({ siteName }) => siteName],
  ['url', ({ url }) => url],
];

/** Highlights as a table that no spreadsheet computes with. */
export const highlightsAsCsv = (highlights: readonly ListedHighlight[]): string =>
  `\ufeff${rowsAsCsv([COLUMNS.map(([name]) => name), ...highlights.map((one) => COLUMNS.map(([, of]) => of(one)))])}`;
