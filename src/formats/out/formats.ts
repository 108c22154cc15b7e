import { bookmarks } from './bookmarks.ts';
import { csv } from './csv.ts';
import { epub } from './epub.ts';
import type { OutFormat, OutFormatId } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';

/** Every way out: the dialog, the docs and the tests go by this list. */
export const FORMATS_OUT: Readonly<Record<OutFormatId, OutFormat>> = {
  epub,
  html,
  markdown,
  json,
  csv,
  bookmarks,
};
