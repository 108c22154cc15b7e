import type { ImportFault } from '../../article/import-job.ts';

/** The rows that failed as a table, a line each; `words` says a reason. */
export function reportOf(
  faults: readonly ImportFault[],
  headings: readonly string[],
  words: (reason: string) => string,
): string {
  const lines = faults.map(({ file, row, reason, bit }) => [
    file,
    row === 0 ? '' : String(row),
    words(reason),
    bit,
  ]);
  // Programs that open tables take it for UTF-8 by this mark.
  return `\uFEFF${[headings, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would compute is made plain text. */
function cell(text: string): string {
  const harmless = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
