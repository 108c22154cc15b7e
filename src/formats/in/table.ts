import Papa from 'papaparse';
import type { Fault, Origin } from '../imported.ts';
import { breaths } from './breath.ts';
import { fault } from './entry.ts';
import { LIMITS } from './limits.ts';
import { type Part, reasonOf, textOf } from './part.ts';

/** A row of a table by the names of its columns, whatever their case, spaces and order. */
export interface Row {
  from: Origin;
  /** The cell of the first of these columns that the table has; empty when it has none of them. */
  cell: (...names: string[]) => string;
}

/** A name of a column without what programs write differently: "Document tags" is "documenttags". */
const columnName = (heading: string): string =>
  heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The names of a table's columns, by the beginning of its text; none where it does not look like one. */
export function columnsOf(head: string): string[] {
  const { text, delimiter } = opening(head);
  const end = text.indexOf('\n');
  const { data } = parse(end < 0 ? `${text}\n` : text.slice(0, end + 1), delimiter);
  return (data[0] ?? []).map(columnName);
}

/** The rows of a table; a row that is no row is a fault, and the next line is tried. */
export async function* rowsOf(part: Part): AsyncGenerator<Row | Fault> {
  const breathe = breaths();
  const file = part.path;
  let number = 0;
  let faults = 0;
  let headings: string[] | undefined;
  let columns = new Map<string, number>();
  try {
    for await (const lines of linesOf(part)) {
      for (const found of lines) {
        if (typeof found !== 'string') {
          if (found.every((cell) => cell === '')) continue;
          if (!headings) {
            headings = found;
            columns = new Map(
              found.map((heading, at) => [columnName(heading), at] as const).reverse(),
            );
            continue;
          }
          // Parts that were put together by hand have their headings in the middle.
          if (found[0] === headings[0] && found.join() === headings.join()) continue;
        }
        const from = { file, row: ++number };
        const broken = brokenBy(found, headings?.length ?? 0);
        if (!broken) yield { from, cell: cellOf(found as string[], columns) };
        else {
          yield fault(from, broken, typeof found === 'string' ? found : found.join(' '));
          if (++faults > LIMITS.faults) {
            yield fault({ file, row: 0 }, 'too-many-faults');
            return;
          }
        }
        const pause = breathe();
        if (pause) await pause;
      }
    }
  } catch (error) {
    yield fault({ file, row: 0 }, reasonOf(error));
  }
}

/** Cells, or the line that could not be cut into cells. */
type Line = string[] | string;

function brokenBy(found: Line, width: number): 'open-quote' | 'too-many-cells' | 'too-long' | null {
  if (typeof found === 'string') return found.length >= LIMITS.entry ? 'too-long' : 'open-quote';
  // A cell more than headings means that one was cut in two: which, nobody knows.
  return found.length > width && found.slice(width).some((cell) => cell.trim())
    ? 'too-many-cells'
    : null;
}

const cellOf =
  (cells: readonly string[], columns: ReadonlyMap<string, number>) =>
  (...names: string[]): string => {
    for (const name of names) {
      const at = columns.get(name);
      if (at !== undefined) return cells[at] ?? '';
    }
    return '';
  };

async function* linesOf(part: Part): AsyncGenerator<Iterable<Line>> {
  const reader = new TableReader();
  for await (const piece of textOf(part)) yield reader.add(piece);
  yield reader.end();
}

const WINDOW = 64 * 1024;
/** After a broken row: quotes out of step make every following row cost as much as the window is long. */
const CAREFUL = 1024;
const LONGEST_HEADINGS = 1_000_000;

/** Cuts text into rows as it comes, by windows that end at the end of a line. */
class TableReader {
  #text = '';
  #delimiter = '';
  #window = WINDOW;
  #isLast = false;
  /** How much text there must be before it is worth looking at again. */
  #enough = 0;
  #isSkipping = false;
  #heldBack = '';

  *add(piece: string): Generator<Line> {
    let text = this.#heldBack + piece;
    this.#heldBack = text.endsWith('\r') ? '\r' : '';
    if (this.#heldBack) text = text.slice(0, -1);
    text = text.replace(/\r\n?/g, '\n');
    if (this.#isSkipping) {
      const end = text.indexOf('\n');
      if (end < 0) return;
      text = text.slice(end + 1);
      this.#isSkipping = false;
    }
    this.#text += text;
    if (!this.#delimiter && this.#text.length < LONGEST_HEADINGS && !this.#text.includes('\n'))
      return;
    this.#open();
    yield* this.#take();
    if (this.#text.length <= LIMITS.entry || this.#text.includes('\n')) return;
    // A line without an end.
    yield this.#text;
    this.#text = '';
    this.#isSkipping = true;
  }

  *end(): Generator<Line> {
    this.#isLast = true;
    this.#open();
    if (this.#text && !this.#text.endsWith('\n')) this.#text += '\n';
    yield* this.#take();
  }

  #open(): void {
    if (this.#delimiter) return;
    const { text, delimiter } = opening(this.#text);
    this.#text = text;
    this.#delimiter = delimiter;
  }

  *#take(): Generator<Line> {
    if (this.#text.length < this.#enough && !this.#isLast) return;
    this.#enough = 0;
    let at = 0;
    for (;;) {
      const end = this.#endOfWindow(at);
      if (end <= at) {
        this.#enough = (this.#text.length - at) * 2;
        break;
      }
      const { data, errors, used } = parse(this.#text.slice(at, end), this.#delimiter);
      yield* data;
      at += used;
      if (at === end) {
        this.#window = WINDOW;
        continue;
      }
      if (used > 0 && errors === 0) continue;
      const isAll = this.#isLast && end === this.#text.length;
      if (errors > 0 || isAll || end - at >= LIMITS.entry) {
        const next = this.#text.indexOf('\n', at) + 1;
        // A line that is too long is told by its length: what is left of it is not asked for.
        yield end - at >= LIMITS.entry
          ? this.#text.slice(at, at + LIMITS.entry)
          : this.#text.slice(at, next - 1);
        at = next;
        this.#window = CAREFUL;
      } else {
        this.#window = Math.max(WINDOW, (end - at) * 2);
        if (this.#isLast || this.#text.indexOf('\n', end) >= 0) continue;
        // Until there is twice as much, the same would be read again and again.
        this.#enough = (end - at) * 2;
        break;
      }
    }
    this.#text = this.#text.slice(at);
  }

  /** The end of the last line that is in the window, or of the first that is there at all. */
  #endOfWindow(at: number): number {
    const wanted = at + this.#window;
    if (wanted >= this.#text.length) return this.#text.lastIndexOf('\n') + 1;
    const before = this.#text.lastIndexOf('\n', wanted - 1);
    return before >= at ? before + 1 : this.#text.indexOf('\n', wanted) + 1;
  }
}

/** The rows of whole lines, up to the first that is broken or goes on behind them. */
function parse(
  lines: string,
  delimiter: string,
): { data: string[][]; errors: number; used: number } {
  const data: string[][] = [];
  let used = 0;
  let errors = 0;
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step: (row: { data: string[][]; errors: unknown[]; meta: { cursor: number } }) => {
      errors = row.errors.length;
      if (errors > 0) return parser.abort();
      data.push(row.data[0]!);
      used = row.meta.cursor;
    },
  } as Papa.ParseConfig);
  const rest = parser.parse(lines, 0, true) as { errors: unknown[] };
  return { data, errors: errors || rest.errors.length, used };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** What a table begins with: some programs name the delimiter, else the headings have most of it. */
function opening(head: string): { text: string; delimiter: string } {
  const said = /^sep=([,;\t|])\r?\n/i.exec(head);
  if (said) return { text: head.slice(said[0].length), delimiter: said[1]! };
  const line = /^[^\r\n]*/
    .exec(head)![0]
    .slice(0, 10_000)
    .replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  return { text: head, delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))]! };
}
