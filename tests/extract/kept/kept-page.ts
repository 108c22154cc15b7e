import { keepWhole } from '../../../src/extract/kept/index.ts';
import { openPage } from '../../pages/page-case.ts';

/** The body of a page after all families, as if Readability had kept it whole. */
export function keptBody(markup: string, url = 'https://notes.example/a/b'): HTMLElement {
  const page = openPage(`<body>${markup}</body>`, url);
  const kept = keepWhole(page, page);
  kept.restore(page.body);
  kept.addNotes(page.body);
  return page.body;
}

/** The same as markup, white space between tags aside. */
export const keptHtml = (markup: string, url?: string): string =>
  keptBody(markup, url).innerHTML.replace(/>\s+</g, '><').trim();
