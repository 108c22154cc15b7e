import type { Time } from '../../article/article.ts';
import type { Exported, PictureBytes } from './exported.ts';

export const OUT_FORMATS = ['epub', 'html', 'markdown', 'json', 'csv', 'bookmarks'] as const;
export type OutFormatId = (typeof OUT_FORMATS)[number];

/** A way in which articles leave. */
export interface OutFormat {
  id: OutFormatId;
  /** Of the file, without its dot. */
  extension: string;
  /** It can take the pictures along. */
  hasPictures: boolean;
  /** What does not leave with it, each in a few words. */
  loses: readonly string[];
  begin: (how: HowOut) => Promise<Writer>;
}

/** Takes the articles one after the other, and gives them back as one file. */
export interface Writer {
  /** Answers how many of its pictures were missing. */
  add: (one: Exported) => Promise<number>;
  /** Hears which will be added next, and may begin with what takes long. */
  expect?: (one: Exported) => void;
  finish: () => Promise<Blob>;
}

/** How the articles are to leave. */
export interface HowOut {
  /** Names the whole: a shelf, a tag, the one article. */
  title: string;
  now: Time;
  /** BCP 47: of the words beside the articles. */
  language: string;
  dir: 'ltr' | 'rtl';
  words: OutWords;
  /** With the pictures that are kept. */
  pictures: boolean;
  /** EPUB: Japanese and traditional Chinese in lines from top to bottom. */
  vertical: boolean;
  /** Markdown: see `template`. */
  fileName: string;
  template: string;
  /** A picture as JPEG or PNG, for readers that know nothing newer; null where that cannot be. */
  redraw: (picture: PictureBytes) => Promise<PictureBytes | null>;
}

/** What stands beside the articles, in the language of the interface. */
export interface OutWords {
  contents: string;
  highlights: string;
  cover: string;
  search: string;
  nothing: string;
  back: string;
  unread: string;
  archive: string;
  /** "112 articles" */
  articles: (count: number) => string;
  /** "27 November 2011", of an ISO time */
  day: (iso: string) => string;
}
