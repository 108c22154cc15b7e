import { unparse } from 'papaparse';
import { plainText } from './harmless.ts';

/** What a spreadsheet begins to compute at: also in the wide forms of East Asia. */
const COMPUTES = /^[\s"']*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** A table that is read with other separators begins a cell where none was. */
const AFTER_SEPARATOR = /([;|\t]["'\s]*)(?=[=+\-@＝＋－＠])/g;

/**
 * Rows as CSV that no spreadsheet computes with: an apostrophe stands before what would be a formula.
 * Every cell is quoted; lines end as RFC 4180 has it.
 */
export const rowsAsCsv = (rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? ''
    : `${unparse(
        rows.map((row) => row.map(harmlessCell)),
        { quotes: true, newline: '\r\n' },
      )}\r\n`;

/** Text that is text wherever it is opened. */
export function harmlessCell(text: string): string {
  const plain = plainText(text).replace(/\r\n?/g, '\n').replace(AFTER_SEPARATOR, "$1'");
  return COMPUTES.test(plain) ? `'${plain}` : plain;
}
