/** The fields of a schema.org article that we read; anything may be missing or of another type. */
export type LinkedData = Record<string, unknown>;

const ARTICLE = /(?:Article|BlogPosting|Reportage|LiveBlogPosting|Review|Report|NewsItem)$/;
const LARGEST = 500_000;

/** The first node of the page's JSON-LD that describes an article, or an empty object. */
export function articleData(document: Document): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = flatten(parse(script.textContent ?? '')).find((node) =>
      ARTICLE.test(typeOf(node)),
    );
    if (found) return found;
  }
  return {};
}

function parse(source: string): unknown {
  if (source.length > LARGEST) return null;
  try {
    // Some systems wrap the data in CDATA or leave raw line breaks inside strings.
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '').replace(/[\r\n\t]+/g, ' '));
  } catch {
    return null;
  }
}

function flatten(value: unknown, depth = 0): LinkedData[] {
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, depth + 1));
  const node = value as LinkedData;
  return [node, ...flatten(node['@graph'], depth + 1), ...flatten(node['mainEntity'], depth + 1)];
}

const typeOf = (node: LinkedData): string => [node['@type']].flat().map(String).join(' ');

/** A value as text: a string, or the `name` of a thing, or the first of a list. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'object' && value !== null) {
    const { name, '@value': literal } = value as LinkedData;
    return textOf(name ?? literal ?? '');
  }
  return '';
}

/** The names of one or many people or organisations. */
export function namesOf(value: unknown): string[] {
  const names = [value].flat(2).map(textOf).filter(Boolean);
  return [...new Set(names)];
}
