import { compile, parse, postprocess, preprocess } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/**
 * Markdown as the markup it stands for, with tables, tasks and notes as GitHub has them. Markup inside of it
 * is left as it is: the result is as hostile as the text, and `sanitize/clean` its only door.
 */
export function markupOfMarkdown(markdown: string): string {
  const plain = markdown.replace(/\[\[(?:[^\][|\n]{0,500}\|)?([^\][|\n]{1,500})\]\]/g, '$1');
  // Its own `micromark` in its parts: stores take `document().write` for the page's.
  const { write } = parse({ extensions: [gfm()] }).document();
  const events = postprocess(write(preprocess()(plain, undefined, true)));
  return compile({ allowDangerousHtml: true, htmlExtensions: [gfmHtml()] })(events);
}
