import type { Direction, Place, Time } from './article.ts';
import type { Highlight } from './highlight.ts';

/** Names an import for good. */
export type ImportId = string & { readonly __brand: 'ImportId' };

/** What an import came to, row by row. */
export interface ImportCounts {
  /** Articles that were not there. */
  added: number;
  /** Articles that were there, and got something from their row. */
  merged: number;
  /** Articles that had all of it. */
  same: number;
  /** Rows that could not be read or kept. */
  failed: number;
}

/** Stopped: the person ended it half way. Undoing: an undo was begun. */
export const IMPORT_STATES = ['running', 'done', 'stopped', 'undoing', 'undone'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** One import as the library remembers it, for 30 days. */
export interface ImportJob {
  id: ImportId;
  startedAt: Time;
  state: ImportState;
  /** The files as they were chosen; the first few. */
  files: string[];
  /** Names of the formats. */
  formats: string[];
  /** Folders of the other program become tags. */
  foldersAsTags: boolean;
  /** How many rows the preview counted. */
  total: number;
  /** How many rows, from the first, have come to an end. */
  next: number;
  counts: ImportCounts;
}

/** Words that were marked, ready to be kept. */
export type ImportHighlight = Pick<
  Highlight,
  'id' | 'quote' | 'position' | 'colour' | 'note' | 'createdAt'
>;

/** The text of an article, with what follows from it. */
export interface ImportText<Html extends string = string> {
  html: Html;
  pictures: string[];
  words: number;
  minutes: number;
  dir: Direction;
}

/** A row that became an article, ready to be kept. */
export interface ImportArticle<Html extends string = string> {
  is: 'article';
  url: string;
  title: string;
  byline: string;
  siteName: string;
  publishedTime: string;
  lang: string;
  excerpt: string;
  leadPicture: string;
  /** Null where the row does not tell. */
  savedAt: Time | null;
  place: Place;
  favourite: boolean;
  tags: string[];
  /** From 0 to 1; null where the row does not tell. */
  progress: number | null;
  highlights: ImportHighlight[];
  /** Null: it waits for its text. */
  text: ImportText<Html> | null;
}

/** A row that could not be read, or not all of it: as the report says it. */
export interface ImportFault {
  is: 'fault';
  file: string;
  row: number;
  /** One of the reasons of `formats/imported`. */
  reason: string;
  bit: string;
}

/** Rows that follow one another; `position` is the number of the first among all rows of the import. */
export interface ImportBatch<Html extends string = string> {
  job: ImportId;
  position: number;
  /** How many rows these are: a row may be an article and a fault. */
  rows: number;
  entries: (ImportArticle<Html> | ImportFault)[];
}

export const isOver = ({ state }: ImportJob): boolean => state === 'done' || state === 'stopped';
export const noCounts = (): ImportCounts => ({ added: 0, merged: 0, same: 0, failed: 0 });
