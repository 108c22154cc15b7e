/** The fields of a schema.org article that we read; anything may be missing or of another type. */
export type LinkedData = Record<string, unknown>;

const ARTICLE =
  /(?:Article|BlogPosting|Reportage|LiveBlogPosting|Review|Report|NewsItem|Recipe|HowTo|SocialMediaPosting)$/;
const PAGE = /(?:WebPage|VideoObject|CreativeWork)$/;
const LARGEST = 500_000;

/**
 * The node of the page's JSON-LD that describes the article, else the one of the page, or an empty
 * object. What it only names by "@id" is put in its place.
 */
export function articleData(document: Document): LinkedData {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
    (script) => flatten(parse(script.textContent ?? '')),
  );
  const articles = nodes.filter((node) => ARTICLE.test(typeOf(node)));
  const page = nodes.find((node) => PAGE.test(typeOf(node))) ?? {};
  // Some pages describe the article twice, the first time with its headline alone.
  const best = articles.find((node) => node['author'] && node['datePublished']) ?? articles[0];
  const data = { datePublished: page['datePublished'], ...(best ?? page) };
  const named = new Map(nodes.map((node) => [node['@id'], node]));
  for (const field of ['author', 'publisher', 'image']) {
    const things = [(data as LinkedData)[field]].flat(2);
    (data as LinkedData)[field] = things.map((thing) => withItsNode(thing, named));
  }
  return data;
}

/** A reference to another node as that node. */
function withItsNode(thing: unknown, named: Map<unknown, LinkedData>): unknown {
  if (typeof thing !== 'object' || thing === null || 'name' in thing || 'url' in thing)
    return thing;
  return named.get((thing as LinkedData)['@id']) ?? thing;
}

function parse(source: string): unknown {
  if (source.length > LARGEST) return null;
  // Some systems wrap the data in CDATA or comments.
  const bare = source.replace(/<!\[CDATA\[|\]\]>/g, '');
  const end = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']')) + 1;
  try {
    // Others leave raw line breaks inside strings, or a comma behind the last field.
    return JSON.parse(
      bare
        .slice(bare.search(/[{[]/), end)
        .replace(/[\r\n\t]+/g, ' ')
        .replace(/,\s*(?=[}\]])/g, ''),
    );
  } catch {
    return null;
  }
}

function flatten(value: unknown, depth = 0): LinkedData[] {
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, depth + 1));
  const node = value as LinkedData;
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher'];
  return [node, ...inner.flatMap((field) => flatten(node[field], depth + 1))];
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

/** The address of a picture: a string, the `url` of a thing, or the first of a list. */
export function addressOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return addressOf(value[0]);
  if (typeof value !== 'object' || value === null) return '';
  const { url, contentUrl } = value as LinkedData;
  return addressOf(url ?? contentUrl);
}

/** The names of one or many people; of organisations none. */
export function peopleOf(value: unknown): string[] {
  const people = [value]
    .flat(2)
    .filter((one) => !/Organization|Corporation/.test(typeOf((one ?? {}) as LinkedData)));
  return [...new Set(people.map(textOf).filter(Boolean))];
}

/** Whether what is named is said to be a person. */
export const isTypedPerson = (value: unknown): boolean =>
  [value].flat(2).some((one) => typeOf((one ?? {}) as LinkedData) === 'Person');
