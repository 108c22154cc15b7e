import { keepOnly } from './by-hand/selection.ts';
import { appendFlat, copyFlat } from './copy-flat.ts';
import { unwrapNoscript } from './pictures.ts';

/** Never part of an article, and heavy: gone before Readability walks the page. */
const UNSEEN =
  'script, style, link, template, object, embed, applet, dialog:not([open]), [hidden]:not(img)';
export const MACHINERY = `${UNSEEN}, dialog, [role="dialog"], [aria-modal="true"]`;

/**
 * A copy of the page's body, in a document of its own that may be changed, without the machinery and
 * with the pictures of noscript. The head stays behind: Chrome took 20 ms to copy one with a long style.
 * Of a page with a selection to be read, only that is copied.
 */
export function copyPage(page: Document, selection: Range[] = []): Document {
  const copy = page.implementation.createHTMLDocument('');
  copy.body.replaceWith(copy.importNode(page.body, true));
  keepOnly(selection, page.body, copy.body);
  // What the person selected they see, in whatever box it stands.
  return without(selection.length > 0 ? UNSEEN : MACHINERY, copy);
}

/**
 * The same with what stands in shadow trees and frames of the page: slower than the browser's own copy.
 * Of a page where the person picked a part, only that is copied, wherever it stands.
 */
export function copyPageFlat(page: Document, part: Element = page.body): Document {
  const copy = page.implementation.createHTMLDocument('');
  // What the person picked is no machinery, whatever it is called; only its name would say so.
  if (part.matches(`body, ${MACHINERY}`)) copyFlat(part, copy.body);
  else appendFlat([part], copy.body);
  return without(MACHINERY, copy);
}

function without(machinery: string, copy: Document): Document {
  for (const element of copy.body.querySelectorAll(machinery)) {
    // Formulas live in scripts on pages that typeset them late.
    if (!element.matches('script[type^="math/"]')) element.remove();
  }
  for (const late of copy.body.querySelectorAll('amp-img')) {
    const img = copy.createElement('img');
    for (const name of late.getAttributeNames()) img.setAttribute(name, late.getAttribute(name)!);
    late.replaceWith(img);
  }
  unwrapNoscript(copy);
  return copy;
}
