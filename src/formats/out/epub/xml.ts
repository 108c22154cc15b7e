import { XHTML } from '../tree/names.ts';

type Attributes = Readonly<Record<string, string>>;
type Content = readonly (Node | string)[];

/** Makes elements of XHTML. */
export const makerOf =
  (document: Document) =>
  (name: string, attributes: Attributes = {}, content: Content = []): Element =>
    fill(document.createElementNS(XHTML, name), attributes, content);

/** Makes elements of another language of XML. */
export const makerIn =
  (document: Document, namespace: string) =>
  (name: string, attributes: Attributes = {}, content: Content = []): Element =>
    fill(document.createElementNS(namespace, name), attributes, content);

function fill(element: Element, attributes: Attributes, content: Content): Element {
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith('xml:'))
      element.setAttributeNS('http://www.w3.org/XML/1998/namespace', key, value);
    else element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** An empty page of XHTML. */
export function newPage({
  title,
  lang,
  dir,
  style,
}: {
  title: string;
  lang: string;
  dir: string;
  style: string;
}): { document: Document; head: Element; root: Element } {
  const document = window.document.implementation.createDocument(XHTML, 'html');
  const make = makerOf(document);
  const head = make('head', {}, [
    make('meta', { charset: 'utf-8' }),
    make('title', {}, [title]),
    make('link', { rel: 'stylesheet', type: 'text/css', href: style }),
  ]);
  const root = make('body');
  fill(document.documentElement, { lang, 'xml:lang': lang, dir }, [head, root]);
  return { document, head, root };
}

/** A document as a file: by the serialiser of the browser, which knows what must be escaped. */
export const markupOf = (document: Document): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${new XMLSerializer().serializeToString(document.documentElement)}\n`;
