import { show } from '../../../sanitize/show.ts';
import { linkAddress, plainText } from '../harmless.ts';

/**
 * What the library keeps of a text, through the sanitiser once more, for whoever writes it down: links
 * lead out by well-spelled addresses or to a note that is there, every id is there once, all text can stand
 * in XML. Pictures have `data-picture` and no address. Nothing of it is in our page.
 */
export async function bodyOf(html: string): Promise<Element> {
  const host = document.implementation.createHTMLDocument('').createElement('div');
  await show(plainText(html), host, 'stored');
  const ids = new Set<string>();
  for (const element of host.querySelectorAll('*')) {
    for (const name of element.getAttributeNames())
      element.setAttribute(name, plainText(element.getAttribute(name)!));
    if (!element.id) continue;
    if (ids.has(element.id)) element.removeAttribute('id');
    ids.add(element.id);
  }
  for (const link of host.querySelectorAll('a')) tidyLink(link, ids);
  const texts = host.ownerDocument.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    const plain = plainText(text.data);
    // A character reference may have made what was not in the markup.
    if (plain !== text.data) text.data = plain;
  }
  return host;
}

function tidyLink(link: HTMLAnchorElement, ids: ReadonlySet<string>): void {
  const href = link.getAttribute('href') ?? '';
  for (const ours of ['target', 'rel']) link.removeAttribute(ours);
  if (href.startsWith('#') && ids.has(href.slice(1))) return;
  const address = linkAddress(href);
  if (address) link.setAttribute('href', address);
  // The other end of a note may be all that it is.
  else if (link.id) link.removeAttribute('href');
  else link.replaceWith(...link.childNodes);
}
