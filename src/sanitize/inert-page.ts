import DOMPurify, { type Config } from 'dompurify';

/** What pages say of themselves and of their parts, beyond what an article may have. */
const CONFIG: Config = {
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
  ADD_TAGS: ['meta', 'link', 'title', 'base'],
  ADD_ATTR: [
    ...['content', 'property', 'itemprop', 'itemtype', 'itemscope', 'rel', 'charset'],
    ...['datetime', 'data-src', 'data-srcset', 'srcset', 'sizes'],
  ],
  FORBID_TAGS: ['style', 'form'],
  FORBID_ATTR: ['style'],
  SANITIZE_DOM: false,
};
const ADDRESSES = ['href', 'src', 'poster', 'cite'];

/**
 * Hostile markup of a whole page as a document that runs nothing and asks for nothing, its addresses made
 * absolute: to be read as pages are read. What comes of it is as hostile as before.
 */
export function inertPage(markup: string, address: string): Document | null {
  const root = DOMPurify.sanitize(markup, CONFIG) as unknown as HTMLElement | null;
  const page = root?.ownerDocument;
  if (!root || !page || page === document || !page.body) return null;
  for (const name of ADDRESSES)
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const given = element.getAttribute(name) ?? '';
      if (given.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(given)) continue;
      const whole = URL.parse(given, address);
      if (whole) element.setAttribute(name, whole.href);
    }
  return page;
}
