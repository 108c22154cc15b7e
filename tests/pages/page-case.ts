import { readFileSync, readdirSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { CutShort } from '../../src/article/article.ts';
import type { ReadFailure } from '../../src/article/read-failure.ts';

/** What the head of an article says. */
interface Facts {
  title: string;
  byline: string;
  siteName: string;
  publishedTime: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The address of the lead picture, or null for none. */
  leadPicture: string | null;
  leadCaption: string;
  /** Why the text is not all of it, where it is not. */
  cutShort?: CutShort;
}

/** What a person finds when they read the page of a case whose body is kept in `expected.html`. */
export interface ExpectedArticle extends Facts {
  url: string;
  /** The address that is kept, where it is another. */
  address?: string;
  /** Fewest and most words that the body may have. */
  words: [number, number];
  /** Words of the page's furniture that the body must not hold. */
  without: string[];
}

/** What a person would notice in the reading of a page, whatever the markup of its body. */
export interface ExpectedReading extends Partial<Facts> {
  url: string;
  title: string;
  /** The fault that the page is kept for, as a reader would complain of it. */
  fault: string;
  /** Fewest and most words of the text, which is the body without the captions of its pictures. */
  words: [number, number];
  starts: string;
  ends: string;
  /** Words that the text must hold, in this order, and others that the body must not hold. */
  with: string[];
  without: string[];
  /** Texts that must be captions of pictures and stand nowhere else. */
  captions?: string[];
  /** How many elements of the body match a selector. */
  holds?: Record<string, number>;
}

/** A page that is no article, and the reason that is given for it. */
export interface ExpectedFailure {
  url: string;
  failure: ReadFailure;
}

type Expected = ExpectedArticle | ExpectedReading | ExpectedFailure;

const ROOT = new URL('./', import.meta.url);

/** The names of all cases: the folders beside this file. */
export const caseNames = (): string[] =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The address of a file of a case. */
export const caseFile = (name: string, file: string): URL => new URL(`${name}/${file}`, ROOT);

/** What `expected.json` of a case says. */
export const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(caseFile(name, 'expected.json'), 'utf8')) as Expected;

/** The page of a case as a live document at its address. */
export const openCase = (name: string): Document =>
  openPage(readFileSync(caseFile(name, 'source.html'), 'utf8'), expectedOf(name).url);

/** Cases that are not read as they should be yet, with what is still wrong. */
export const notYet = JSON.parse(readFileSync(new URL('not-yet.json', ROOT), 'utf8')) as Record<
  string,
  string
>;

/** Markup as a live document at an address, with the globals that a page has. */
export function openPage(markup: string, url: string, contentType = 'text/html'): Document {
  const { window } = new JSDOM(markup, { url, contentType });
  const { Node, NodeFilter, Element, DOMParser } = window;
  // jsdom has no CSS.escape; the names that the code asks for hold nothing stranger than a colon.
  const CSS = { escape: (name: string): string => name.replace(/[^\w-]/g, '\\$&') };
  Object.assign(globalThis, { Node, NodeFilter, Element, DOMParser, CSS });
  return window.document;
}

/** The markup of an article as a body, by the parser of the page that was opened last. */
export const bodyOf = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html, 'text/html').body;

const BLOCKS =
  'p|h[1-6]|div|section|hr|blockquote|[ou]l|li|d[ltd]|details|summary|table|caption|colgroup|col|thead|tbody|tfoot|tr|t[hd]|figure|figcaption|img|pre';
const AROUND_BLOCK = new RegExp(`\\s*(</?(?:${BLOCKS})(?: [^>]*)?>)\\s*`, 'g');

/** The same body for the same reading: white space that no one sees evened out, a block a line. */
export const normalised = (html: string): string =>
  html
    .split(/(<pre[\s>].*?<\/pre>)/s)
    .map((part, index) => (index % 2 ? `\n${part}\n` : evened(part)))
    .join('')
    .replace(/\n{2,}(?![^<]*<\/pre>)/g, '\n')
    .trim();

const evened = (markup: string): string =>
  markup
    .replace(/\s+/g, ' ')
    .replace(AROUND_BLOCK, '\n$1\n')
    .replace(/\n{2,}/g, '\n');
