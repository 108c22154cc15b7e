import type { PagesAhead } from '../../article/pages.ts';
import { type Beside, pageBeside, stemPath } from './page-address.ts';
import { type Label, labelOf, pageOf } from './pager-words.ts';

/** Parts of a path, or a whole last part, of pages that list articles. */
const LISTING =
  /\/(?:categor(?:y|ies|ie|ia|ía)|kategorie|rubri[kc]\w*|tags?|etiquetas?|topics?|thema|themen|authors?|autor(?:en)?|archives?|archiv|search|suche|recherche|buscar|label|date)(?:\/|$)|\/(?:blog|news|latest|articles?|posts|stories|home|aktuell|nachrichten|actualites|noticias|notizie|forum|magazine?)$/i;
const SEARCHING = /^(?:s|q|query|search|cat|tag|author)$/i;
const LISTING_BODY = 'body.archive, body.category, body.tag, body.search, body.blog, body.home';
/** Pages of comments and of lists of other articles are none of this one. */
const OTHERS =
  '[id*="comment" i], [class*="comment" i], [class*="related" i], [class*="recommend" i]';
/** A pager is a short box, and says in a line which page this is. */
const LONGEST_PAGER = 400;
const LONGEST_LINE = 120;
const MOST_LINKS = 5_000;

interface PageLink extends Label {
  address: string;
  url: URL;
  /** What its address says of a page; null where it says nothing. */
  beside: Beside | null;
  isRelNext: boolean;
  hasLabel: boolean;
  element: Element;
}

interface Asked {
  /** The person's rule for the site: a selector of the link to the next page. */
  selector?: string;
  /** Only what comes after this page, for it is read as a part of the whole. */
  onwards?: boolean;
}

/**
 * Where the article of a page goes on: the next page of it, never the next article and never the next
 * page of a list. Null when it ends here.
 */
export function findAhead(
  page: Document,
  address: string,
  { selector = '', onwards = false }: Asked = {},
): PagesAhead | null {
  const here = new URL(address);
  const links = linksOf(page, here);
  const said = pageOfText(page);
  const count = (from: number): number => Math.max(0, lastOf(links, said) - from);
  if (selector) {
    const link = byRule(page, selector);
    const next = link && sameSite(link, page.baseURI, here);
    const from = next && pageBeside(next, here)?.from;
    return next ? { next: next.href, whole: '', count: count(from ?? 1) } : null;
  }
  if (isListing(page, here)) return null;
  const next =
    links.find((link) => isNextPage(link, links)) ?? (said ? nextInPager(said, links) : undefined);
  const from = next?.beside?.from ?? said?.page ?? fromOf(links);
  const first = from > 1 && !onwards ? firstOf(links) : undefined;
  const whole = next || first ? wholeOf(links, here) : '';
  if (first) return { next: first, whole, count: lastOf(links, said), fromStart: true };
  return next ? { next: next.address, whole, count: count(from) } : null;
}

/** The link that the person's rule for the next page finds, or null. */
export const byRule = (page: Document, selector: string): Element | null => {
  try {
    const found = page.querySelector(selector);
    const link = found?.closest('[href]') ?? found?.querySelector('[href]');
    return link ?? null;
  } catch {
    return null;
  }
};

/** The links that may have to do with pages of the article; of thousands a handful. */
function linksOf(page: Document, here: URL): PageLink[] {
  const found = [
    ...page.querySelectorAll('a[href], link[rel~="next" i][href], option[value*="/"]'),
  ].slice(0, MOST_LINKS);
  return onePagerBase(
    found.flatMap((element) => {
      const url = sameSite(element, page.baseURI, here);
      if (!url) return [];
      const text = textOf(element);
      const beside = pageBeside(url, here);
      const label = labelOf(text);
      const isMute = label.number === 0 && !label.next && !label.whole;
      if ((isMute && !beside) || isOfOthers(element)) return [];
      const isRelNext = /(?:^|\s)next(?:\s|$)/i.test(element.getAttribute('rel') ?? '');
      const hasLabel = text !== '';
      return { ...label, element, url, address: url.href, beside, isRelNext, hasLabel };
    }),
  );
}

/** What a link says: its text, its picture's, or its name for those who see neither. */
const textOf = (link: Element): string =>
  [
    link.textContent,
    link.querySelector('img')?.getAttribute('alt'),
    link.getAttribute('aria-label'),
    link.getAttribute('title'),
  ]
    .map((text) => text?.trim() ?? '')
    .find(Boolean) ?? '';

/** Some count their pages from 0: "2" then leads to ?page=1. */
function onePagerBase(links: PageLink[]): PageLink[] {
  const labelled = links.filter(({ beside, number }) => beside?.isNamed && number > 1);
  const fromZero =
    labelled.length > 0 && labelled.every(({ beside, number }) => beside!.page === number - 1);
  if (!fromZero) return links;
  return links.map((link) => {
    const { beside } = link;
    if (!beside) return link;
    const page = beside.page + Number(beside.isNumbered);
    const from = beside.from + Number(beside.isFromNumbered);
    return { ...link, beside: { ...beside, page, from } };
  });
}

/** The address as one of our own origin, or null when it leads to another site or nowhere. */
function sameSite(link: Element, base: string, here: URL): URL | null {
  const told = link.getAttribute('href') ?? link.getAttribute('value') ?? '';
  if (!told || /^\s*(?:#(?![!/])|javascript:|mailto:)/i.test(told) || !URL.canParse(told, base))
    return null;
  const url = new URL(told, base);
  const isWeb = /^https?:$/.test(url.protocol);
  if (!isWeb || bareHost(url) !== bareHost(here)) return null;
  url.protocol = here.protocol;
  url.host = here.host;
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  return url;
}

const bareHost = ({ host }: URL): string => host.replace(/^www\./, '');

/** Its label and its address agree on the number of a page. */
const isCounted = ({ beside, number }: PageLink): boolean =>
  number > 0 && beside !== null && beside.page === number;

function isNextPage(link: PageLink, links: PageLink[]): boolean {
  const { beside, number, next, isRelNext, hasLabel } = link;
  if (!beside || beside.page !== beside.from + 1 || !beside.isNumbered) return false;
  // A bare number may count articles as well: /letters/41 is no page of /letters/40.
  const isPage = beside.isNamed || beside.from === 1;
  if (next === 'page') return true;
  if (number === beside.page)
    return isPage || links.filter(isCounted).some(({ beside: other }) => other!.page === 1);
  if (next === 'word') return isPage;
  // The next article may be called like this one, with a 2 at the end.
  return isRelNext && isPage && (beside.isNamed || (beside.isBelow && !hasLabel));
}

/** "Page 1 of 3" with a link beside it, whatever the address. */
function nextInPager({ box, page, of }: Said, links: PageLink[]): PageLink | undefined {
  if (page === of) return undefined;
  for (let pager: Element | null = box; pager; pager = pager.parentElement) {
    if ((pager.textContent ?? '').length > LONGEST_PAGER) return undefined;
    const inside = links.filter(({ element }) => pager.contains(element));
    const found = inside.find(({ number, next }) => number === page + 1 || next !== '');
    if (found) return found;
  }
  return undefined;
}

interface Said {
  page: number;
  of: number;
  box: Element;
}

/** Where the page says which of how many it is. */
function pageOfText(page: Document): Said | null {
  if (!pageOf(page.body.textContent ?? '')) return null;
  for (const box of page.querySelectorAll('span, p, div, li, strong, b, em, td, nav, h4, h5, h6')) {
    const text = box.textContent ?? '';
    const found = text.length <= LONGEST_LINE && !isOfOthers(box) && pageOf(text);
    if (found) return { ...found, box };
  }
  return null;
}

/** A site may write of comments in the class of the whole page, too. */
function isOfOthers(element: Element): boolean {
  const box = element.closest(OTHERS);
  return (box !== null && !box.matches('html, body, main, article')) || isBesideForm(element);
}

/** Where one writes, apart from the headline, others wrote before. */
function isBesideForm({ parentElement: pager, ownerDocument: page }: Element): boolean {
  const headline = page.querySelector('h1');
  const boxes = [pager, pager?.parentElement].filter((box) => box?.matches('div, section, nav'));
  return boxes.some((box) => headline && box?.querySelector('textarea') && !box.contains(headline));
}

const lastOf = (links: PageLink[], said: Said | null): number =>
  Math.max(said?.of ?? 0, ...links.filter(isCounted).map(({ number }) => number), 0);

const firstOf = (links: PageLink[]): string | undefined =>
  links.some(isCounted) || links.some(({ beside }) => beside?.isNamed)
    ? links.find(({ beside, number }) => beside?.page === 1 && number <= 1)?.address
    : undefined;

const fromOf = (links: PageLink[]): number => links.find(({ beside }) => beside)?.beside?.from ?? 1;

/** The link to all of it; words that may mean all of something else need an address like this one. */
function wholeOf(links: PageLink[], here: URL): string {
  const stem = stemPath(here);
  const isLike = ({ pathname }: URL): boolean => stem.length > 1 && pathname.startsWith(stem);
  const found = links.find(
    ({ whole, url }) =>
      url.href !== here.href && (whole === 'yes' || (whole === 'here' && isLike(url))),
  );
  return found?.address ?? '';
}

function isListing(page: Document, here: URL): boolean {
  const path = stemPath(here).replace(/\/+$/, '');
  return (
    path === '' ||
    LISTING.test(path) ||
    [...here.searchParams].some(
      ([name, value]) => SEARCHING.test(name) && !/^\d\d?$/.test(value),
    ) ||
    page.querySelector(LISTING_BODY) !== null
  );
}
