import type { FaultReason, Imported } from '../../../../src/formats/imported.ts';

/** A file of a format with all of its fields, and what must arrive of it. */
export interface Sample {
  /** The id of the format that must recognise it. */
  format: string;
  /** What the sample is about. */
  about: string;
  files: () => File[] | Promise<File[]>;
  /** The entries in order; of a field that is not named here nothing must have come. */
  entries: Expected[];
  /** Texts by the place of their entry. */
  texts?: Record<number, string>;
  faults?: FaultReason[];
}

export type Expected = Partial<Omit<Imported, 'kind' | 'from' | 'text'>> & {
  url: string;
  text?: 'body' | 'page' | 'markdown';
};

export const NOW = Date.UTC(2026, 0, 15);

export const file = (name: string, text: string | Uint8Array<ArrayBuffer>): File =>
  new File([text], name);

/** Values as people have them, which meet all that is special in tables, JSON and markup. */
export const AWKWARD = [
  'Plain',
  'He said "no", and left; twice',
  'Two\nlines',
  'مقالة عن القراءة',
  'Zażółć 日本 🦊👩‍👩‍👧',
  "it's <b>not</b> markup & never was",
  '=HYPERLINK("http://t.x","x")',
  '  spaced   out  ',
  'tab\there',
  `${'long '.repeat(300)}end`,
];

/** A cell of a table, always in quotes. */
export const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** As plain text on one line arrives. */
export const asLine = (value: string): string => value.replace(/\s+/g, ' ').trim().slice(0, 500);
