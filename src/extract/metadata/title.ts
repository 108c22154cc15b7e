import { lettersOf, wordsOf } from '../../article/characters.ts';
import { type LinkedData, textOf } from './json-ld.ts';
import { decodeTwice, metaContent, oneLine } from './meta-tags.ts';

const SEPARATOR = /\s+(?:[|–—\-·•»«›:/\\]|::|\|\|)\s+|\s*[|»]\s+|[_｜：](?=[^ -~])/;

const ALIKE_ENOUGH = 0.35;
const WORDS_OF_HEADLINE = 4;
const SHORTEST_LOWER_HEADING = 12;

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
    .filter((heading) => !isLogo(heading, url))
    .map((heading) => headingText(heading, bare))
    .filter((text) => text && text.length < 300);
  const others = headings.filter((heading) => !names.some((name) => sameName(heading, name)));
  return (
    matching(headings, bare) ??
    leading(document, others, bare) ??
    // One headline alone may be worded otherwise for readers than for search engines.
    (others.length === 1
      ? (matching(others, bare, ALIKE_ENOUGH) ?? others.find(isHeadline))
      : undefined) ??
    bare.map(withoutTail).find((title) => !names.some((name) => key(name) === key(title))) ??
    (headings.length === 1 ? headings[0]! : (bare[0] ?? ''))
  );
}

const BESIDE_THE_TITLE =
  /kicker|eyebrow|overline|topline|roof|rubri|dachzeile|category|sub-?(?:title|head)|badge|sr-only|visually-hidden/i;

/** A heading's own words, without a rubric or a subtitle in it. */
function headingText(heading: Element, told: string[]): string {
  const parts = [...heading.childNodes].map((part) => oneLine(part.textContent ?? ''));
  const own = parts.find((part) => told.includes(part));
  if (own) return own;
  const whole = oneLine(heading.textContent ?? '');
  const beside = [...heading.children].filter((part) =>
    BESIDE_THE_TITLE.test(part.getAttribute('class') ?? ''),
  );
  if (beside.length === 0) return whole;
  const rest = [...heading.childNodes].filter((part) => !beside.includes(part as Element));
  return oneLine(rest.map((part) => part.textContent ?? '').join(' ')) || whole;
}

/** A heading that leads to the front page is the site's name. */
const isLogo = (heading: Element, url: string): boolean =>
  [...heading.querySelectorAll('a[href]')].some((link) => {
    const address = link.getAttribute('href') ?? '';
    return (
      URL.canParse(address, url) &&
      /^\/(?:index\.\w+)?$/.test(new URL(address, url).pathname) &&
      new URL(url).pathname !== '/' &&
      !/[?#]./.test(address)
    );
  });

/** Long enough to be no section's name. */
const isHeadline = (text: string): boolean => wordsOf(text).size >= WORDS_OF_HEADLINE;

/** The heading most like a told title. */
function matching(headings: string[], told: string[], least = 0.7): string | undefined {
  let [best, most] = [undefined as string | undefined, least];
  for (const heading of headings) {
    for (const title of told) {
      const alike = likeness(heading, title);
      if (alike < most || (alike === most && best !== undefined)) continue;
      [best, most] = [heading, alike];
    }
  }
  return best;
}

/** The heading that a told title begins with: without the site's name what follows it cannot be told. */
function leading(document: Document, headings: string[], told: string[]): string | undefined {
  const parts = told.map((title) => title.split(SEPARATOR).map(key));
  const found = headings.find((heading) => parts.some(([first]) => first === key(heading)));
  if (found || headings.length > 0) return found;
  return [...document.querySelectorAll('h2, h3')]
    .map((heading) => oneLine(heading.textContent ?? ''))
    .find(
      (heading) =>
        heading.length > SHORTEST_LOWER_HEADING &&
        parts.some((some) => some.includes(key(heading))),
    );
}

/** What stands behind a bar is a section or the site when a whole headline stands before it. */
function withoutTail(title: string): string {
  const [head = '', ...tail] = title.split(/\s+[|»]\s+/);
  return tail.length > 0 && wordsOf(head).size >= 3 ? head : title;
}

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
