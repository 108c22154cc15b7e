import type { Time } from '../../article/article.ts';
import type { Entry, FaultReason } from '../imported.ts';
import { article, fault, type Found } from './entry.ts';
import type { Part } from './part.ts';
import { columnsOf, type Row, rowsOf } from './table.ts';
import { shapeOf } from './json.ts';

/** A way in which a program writes articles down. */
export interface Format {
  /** Lasting, for records of an import. */
  id: string;
  /** As its makers write it. */
  name: string;
  /** What does not come along, each in a few words. */
  loses: readonly string[];
  /** How sure it is that a file is one of its own, by the content: 0 is no, 1 is beyond doubt. */
  recognise: (glance: Glance) => number;
  /** Which files beside a recognised one belong to it and are not to be read by themselves. */
  owns?: (part: Part) => (path: string) => boolean;
  /** Entries in the order of the file, the same each time. Never throws for what is in the file. */
  read: (part: Part, around: Around) => AsyncGenerator<Entry>;
}

/** What is known of a file before it is read. */
export interface Glance {
  path: string;
  /** Lower case, without its dot; empty where there is none. */
  extension: string;
  /** The beginning of the text; all of it when the file is short. */
  head: string;
  /** The columns of a table, as `columnName` writes them. */
  columns: ReadonlySet<string>;
  /** Paths of JSON that have values, such as "bookmarks/[]/url". */
  shape: ReadonlySet<string>;
}

/** What a format may know beside its file. */
export interface Around {
  now: Time;
  /** A file of the same archive, or dropped with it, by its whole path. */
  part: (path: string) => Part | undefined;
}

const noNames: ReadonlySet<string> = new Set();

/** Looks at the beginning of a text; the dear parts only when a format asks for them. */
export function glanceAt(path: string, extension: string, head: string): Glance {
  let columns: ReadonlySet<string> | undefined;
  let shape: ReadonlySet<string> | undefined;
  const isMarkup = /^\s*</.test(head);
  const isJson = /^\s*[[{]/.test(head);
  return {
    path,
    extension,
    head,
    get columns() {
      return (columns ??= isMarkup || isJson ? noNames : new Set(columnsOf(head)));
    },
    get shape() {
      return (shape ??= isJson ? shapeOf(head) : noNames);
    },
  };
}

interface TableFormat extends Pick<Format, 'id' | 'name' | 'loses'> {
  recognise: (columns: ReadonlySet<string>) => number;
  /** What a row says of its article, or why it says nothing. */
  found: (row: Row, now: Time) => Found | FaultReason;
}

/** A format that is a table with a row an article. */
export const ofTable = ({ id, name, loses, recognise, found }: TableFormat): Format => ({
  id,
  name,
  loses,
  recognise: ({ columns }) => (columns.size > 0 ? recognise(columns) : 0),
  async *read(part, { now }) {
    for await (const row of rowsOf(part)) {
      if ('kind' in row) {
        yield row;
        continue;
      }
      const what = found(row, now);
      yield typeof what === 'string'
        ? fault(row.from, what, row.cell('url') || row.cell('title'))
        : article(row.from, what, now);
    }
  },
});

export const has = (names: ReadonlySet<string>, ...wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name));
