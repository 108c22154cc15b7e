import type { Place, Time } from '../article/article.ts';

/**
 * One article as another program wrote it down. Every string but the `markup` of a text is plain text
 * without control signs, trimmed and no longer than `in/limits.ts` allows; none of it is formed markup.
 */
export interface Imported {
  kind: 'article';
  from: Origin;
  /** Absolute, http or https, without name and password. A file without an address has one at `file.invalid`. */
  url: string;
  /** Empty when unknown. */
  title: string;
  byline: string;
  siteName: string;
  /** ISO 8601, as exact as it was given; empty when unknown. */
  publishedTime: string;
  /** BCP 47; empty when unknown. */
  lang: string;
  excerpt: string;
  /** The address of the picture that stands for it, http or https; empty when there is none. */
  leadPicture: string;
  /** Null when it is not told, or cannot be true. */
  savedAt: Time | null;
  place: Place;
  favourite: boolean;
  tags: string[];
  /** Folders, lists and collections that it lay in, each a path with slashes. */
  folders: string[];
  /** How far it was read; null when it is not told. */
  progress: { part: number } | null;
  /** What the person wrote about the article as a whole. */
  note: string;
  highlights: ImportedHighlight[];
  /** Null when the file has none: the article waits for its text. */
  text: ImportedText | null;
}

/** Words that somebody marked. */
export interface ImportedHighlight {
  exact: string;
  prefix?: string;
  suffix?: string;
  note?: string;
  /** As the other program names it. */
  colour?: string;
  createdAt?: Time;
}

/** The text of an article, as hostile as the page it came from: `sanitize/clean` is its only door. */
export interface ImportedText {
  /** A body that was an article already; a whole page that must first be read as pages are; Markdown. */
  kind: 'body' | 'page' | 'markdown';
  /** The markup, unpacked only when it is asked for; may be asked for again. */
  read: () => Promise<{ ok: true; value: string } | { ok: false; reason: FaultReason }>;
}

/** Where something stood: counted from 1, without the line of headings. The same file gives the same origins. */
export interface Origin {
  /** The path of the file, archives first: "pocket.zip/part_000000.csv". */
  file: string;
  /** 0 for the file as a whole. */
  row: number;
}

/** A row or a file that could not be read: an expected failure, which never ends the reading of others. */
export interface Fault {
  kind: 'fault';
  from: Origin;
  reason: FaultReason;
  /** The beginning of what stood there, as plain text on one line. */
  bit: string;
}

export const FAULT_REASONS = [
  // Of a row:
  'no-address',
  'not-a-web-address',
  'too-many-cells',
  'open-quote',
  'broken-json',
  'not-an-entry',
  'too-long',
  'too-deep',
  'feed-item',
  // Of a file:
  'empty',
  'unknown-format',
  'cut-short',
  'too-large',
  'too-many-faults',
  'broken-archive',
  'locked-archive',
  'swelling-archive',
  'too-many-files',
  'archives-in-archives',
  'missing-file',
  'broken-front-matter',
  'unreadable',
] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

export type Entry = Imported | Fault;
