import { unwrapNoscript } from './pictures.ts';

/** Never part of an article, and heavy: gone before Readability walks the page. */
const MACHINERY =
  'script, style, link, template, object, embed, applet, dialog, [role="dialog"], [aria-modal="true"], [hidden]:not(img)';

/** A copy of the page that may be changed, without the machinery and with the pictures of noscript. */
export function copyPage(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  for (const element of copy.querySelectorAll(MACHINERY)) {
    // Formulas live in scripts on pages that typeset them late.
    if (!element.matches('script[type^="math/"]')) element.remove();
  }
  unwrapNoscript(copy);
  return copy;
}
