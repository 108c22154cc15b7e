import { lettersOf, wordsOf } from '../../article/characters.ts';
import { type LinkedData, textOf } from './json-ld.ts';
import { decodeTwice, metaContent, oneLine } from './meta-tags.ts';

const SEPARATOR = /(\s+(?:[–—\-·•«:›/\\]|::|\|\|)\s+|\s*[|»]\s+|[_｜：](?=[^ -~]))/;
/** What else may stand between a section and a title. */
const COLON = /(?<!\s):\s+/;

const ALIKE_ENOUGH = 0.35;
const WORDS_OF_HEADLINE = 4;
const SHORTEST_LOWER_HEADING = 12;

/**
 * The headline as the page sets it. What machines are told (og:title, JSON-LD, title) says which h1 is
 * the article's own; without such an h1 it is the told one with the site's name taken off.
 */
export function pageTitle(document: Document, data: LinkedData, site: string, url: string): string {
  const { hostname, pathname } = new URL(url);
  const names = [site, hostname.replace(/^www\./, '')];
  const sections = pathname.split('/').filter(Boolean).slice(0, -1);
  const told = titlesTold(document, data);
  const bare = told.map((title) => withoutSite(title, names, sections));
  const headingsOf = (selector: string): string[] =>
    [...document.querySelectorAll(selector)]
      .filter((heading) => pathname === '/' || !isLogo(heading))
      .map((heading) => headingText(heading, bare))
      .filter((text) => text && text.length < 300);
  const headings = headingsOf('h1');
  const others = headings.filter((heading) => !names.some((name) => sameName(heading, name)));
  let known: string[] | undefined;
  const lower = (): string[] => (known ??= headingsOf('h2, h3'));
  return (
    exactly(headings, lower, bare) ??
    matching(headings, bare) ??
    leading(others, lower, bare) ??
    // One headline alone may be worded otherwise for readers than for search engines.
    matching(others, bare, ALIKE_ENOUGH) ??
    (others.length === 1 ? others.find(isHeadline) : undefined) ??
    bare
      .map((title, index) => (title === told[index] ? withoutTail(title) : title))
      .find((title) => !names.some((name) => key(name) === key(title))) ??
    (headings.length === 1 ? headings[0]! : (bare[0] ?? ''))
  );
}

/** What machines are told, those first that mean the headline. */
function titlesTold(document: Document, data: LinkedData): string[] {
  const told = [
    metaContent(document, 'og:title'),
    decodeTwice(oneLine(textOf(data['headline']))),
    metaContent(document, 'twitter:title', 'dc.title', 'parsely-title', 'title'),
    metaContent(document, 'sailthru.title'),
    decodeTwice(oneLine(document.querySelector('head title, title')?.textContent ?? '')),
  ];
  return [...new Set(told)].filter(Boolean);
}

/** The heading that is word for word what machines are told; a lower one when it is long enough. */
function exactly(headings: string[], lower: () => string[], told: string[]): string | undefined {
  for (const title of told) {
    const wanted = key(title);
    const isIt = (heading: string): boolean => key(heading) === wanted;
    const found = headings.find(isIt) ?? (isHeadline(title) ? lower().find(isIt) : undefined);
    if (found) return found;
  }
  return undefined;
}

const FRONT_PAGE = /^https?:\/\/[^/]+\/(?:index\.\w+)?$/;

/** A heading's own words, without a rubric or a subtitle in it. */
function headingText(heading: Element, told: string[]): string {
  const whole = oneLine(heading.textContent ?? '');
  if (!heading.firstElementChild) return whole;
  const parts = [...heading.childNodes].map((part) => oneLine(part.textContent ?? ''));
  return (
    parts.find((part) => told.includes(part)) ??
    told.find((title) => title === whole) ??
    // What machines are told sets a colon between a rubric and the title.
    parts.find((part) => part && told.some((title) => title.endsWith(`: ${part}`))) ??
    whole
  );
}

/** A heading that leads to the front page is the site's name. */
const isLogo = (heading: Element): boolean =>
  [...heading.querySelectorAll('a')].some(({ href }) => FRONT_PAGE.test(href));

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

/** The heading that is a part of a told title: without the site's name it cannot be told which. */
function leading(headings: string[], lower: () => string[], told: string[]): string | undefined {
  const partOf = (separator: RegExp): ((heading: string) => boolean) => {
    const parts = told.flatMap((title) => title.split(separator)).map(key);
    return (heading) => parts.includes(key(heading));
  };
  if (headings.length > 0) return headings.find(partOf(SEPARATOR));
  const long = lower().filter((heading) => heading.length > SHORTEST_LOWER_HEADING);
  return long.find(partOf(SEPARATOR)) ?? long.find(partOf(COLON));
}

/** What stands behind a bar is a section or the site when a whole headline stands before it. */
function withoutTail(title: string): string {
  const [head = '', ...tail] = title.split(/\s+[|»]\s+/);
  return tail.length > 0 && wordsOf(head).size >= 3 ? head : title;
}

/**
 * Takes the site's name, or what follows it, off either end, and off the end what follows a section that
 * the address names.
 */
export function withoutSite(title: string, names: string[], sections: string[] = []): string {
  // The parts with what parts them between.
  const parts = title.split(SEPARATOR);
  const first = parts.findIndex(
    (part, at) =>
      at % 2 === 0 &&
      (names.some((name) => sameName(part, name)) ||
        (at > 0 && sections.some((section) => key(part) === key(section)))),
  );
  if (first < 0 || parts.length === 1) return title;
  return (first > 0 ? parts.slice(0, first - 1) : parts.slice(2)).join('');
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
