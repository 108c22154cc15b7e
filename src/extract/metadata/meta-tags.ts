/** The contents of a document's meta elements as they stand, by their names in lower case; read once. */
const contents = new WeakMap<Document, Map<string, string[]>>();

/** The content of the first meta element with one of the names, in their order; empty when none. */
export function metaContent(document: Document, ...names: string[]): string {
  for (const name of names) {
    const [content] = metaContents(document, name);
    if (content) return content;
  }
  return '';
}

/** The contents of every meta element with the name: a paper has one for each author. */
export function metaContents(document: Document, name: string): string[] {
  let known = contents.get(document);
  if (!known) contents.set(document, (known = readAll(document)));
  // Few of the names are ever asked for.
  return (known.get(name.toLowerCase()) ?? [])
    .map((content) => decodeTwice(oneLine(content)))
    .filter(Boolean);
}

/** Forgets what was read: the page may have changed since. */
export const forgetMeta = (document: Document): boolean => contents.delete(document);

function readAll(document: Document): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content') ?? '';
    for (const attribute of ['name', 'property', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (!name) continue;
      const said = known.get(name);
      if (said) said.push(content);
      else known.set(name, [content]);
    }
  }
  return known;
}

/** Text on one line, single spaces, no soft hyphens, no invisible marks at the ends. */
export const oneLine = (text: string): string =>
  text
    .replaceAll('\u00ad', '')
    // A single space is left alone: most are.
    .replace(/(?:[^\S ]|\u200b)[\s\u200b]*| [\s\u200b]+/g, ' ')
    .trim();

/** Some systems escape what is escaped already. */
export const decodeTwice = (text: string): string =>
  /&(?:amp|quot|#\d+|[a-z]+);/i.test(text)
    ? (new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent ??
      text)
    : text;
