import { lettersOf, wordsOf } from '../../article/characters.ts';
import { type LinkedData, textOf } from './json-ld.ts';
import { metaContent, oneLine } from './meta-tags.ts';

const SEPARATOR = /\s+(?:[|–—\-·•»«›:/\\]|::|\|\|)\s+|\s*[|»]\s+|[_｜：](?=[^ -~])/;

/**
 * The headline as the page sets it. What machines are told (og:title, JSON-LD, title) says which h1 is
 * the article's own; without such an h1 it is the told one with the site's name taken off.
 */
export function pageTitle(document: Document, data: LinkedData, site: string, url: string): string {
  const told = [
    metaContent(document, 'og:title'),
    textOf(data['headline']),
    metaContent(document, 'twitter:title', 'dc.title', 'parsely-title', 'title'),
    oneLine(document.querySelector('head title, title')?.textContent ?? ''),
  ].filter(Boolean);
  const names = [site, new URL(url).hostname.replace(/^www\./, '')];
  const bare = told.map((title) => withoutSite(decodeTwice(title), names));
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => oneLine(heading.textContent ?? ''))
    .filter((text) => text && text.length < 300);
  const matching = headings.find((heading) =>
    bare.some((title) => likeness(heading, title) >= 0.7),
  );
  if (matching) return matching;
  // Without knowing the site's name what follows the headline cannot be told from it.
  const leading = headings.find(
    (heading) =>
      !names.some((name) => sameName(heading, name)) &&
      bare.some((title) => key(title.split(SEPARATOR)[0]!) === key(heading)),
  );
  if (leading) return leading;
  const agreed = bare.find((title) => !names.some((name) => key(name) === key(title)));
  return agreed ?? (headings.length === 1 ? headings[0]! : (bare[0] ?? ''));
}

/** Some systems escape what is escaped already. */
const decodeTwice = (text: string): string =>
  /&(?:amp|quot|#\d+|[a-z]+);/i.test(text)
    ? (new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent ??
      text)
    : text;

/** Takes the site's name, or what follows it, off either end. */
export function withoutSite(title: string, names: string[]): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const isName = (part: string): boolean => names.some((name) => sameName(part, name));
  const first = parts.findIndex(isName);
  if (first < 0) return title;
  if (first > 0)
    return title
      .slice(0, title.indexOf(parts[first]!, parts[0]!.length))
      .replace(/[\s|–—\-·•»«›:/\\_｜：]+$/, '');
  return title.slice(parts[0]!.length).replace(/^[\s|–—\-·•»«›:/\\_｜：]+/, '');
}

const key = (text: string): string =>
  lettersOf(text.toLowerCase().replace(/^the\s|\.(?:com|org|net|co\.uk)$/g, ''));

function sameName(part: string, name: string): boolean {
  const [a, b] = [key(part), key(name)];
  return (
    a !== '' &&
    b !== '' &&
    (a === b || (Math.min(a.length, b.length) > 3 && (a.includes(b) || b.includes(a))))
  );
}

/** How far two titles have the same words, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / (left.size + right.size);
}
