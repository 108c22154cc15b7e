import { type LinkedData, isTypedPerson, peopleOf, textOf } from './json-ld.ts';
import { metaContent, metaContents, oneLine } from './meta-tags.ts';
import { isSameName, namesAmong, namesIn, withoutBy } from './names.ts';
import { inStory, type Story } from './story-scope.ts';

const METAS = [
  'article:author',
  'article:author_name',
  'author',
  'parsely-author',
  'sailthru.author',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'citation_author',
  'byl',
];

const PLACES =
  '[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [class*="autor" i], [href*="/author"], [href*="/autor"], [href*="/profile/"], [href*="/people/"], [href*="/team/"], [href*="/user/"], [href*="/staff/"], [href*="/contributor"], [href*="/editors/"]';
/** How sure a place is to hold the author's name and nothing else, surest first. */
const SURE: RegExp[] = [
  /^[^]*\b(?:author|byline|writer|autor)[-_]{0,2}(?:name|link)|\brel (?:.* )?author|\bitemprop author/i,
  /\bbyline|\bclass (?:.* )?(?:author|autor)(?: |$)/i,
  /author|autor/i,
  /./,
];
/** A name to log in with; the person may have a better one. */
const ACCOUNT = /^[a-z0-9._-]+$/;
const MOST_PLACES = 40;
const LONGEST_PLACE = 200;

/** All authors' names joined by commas, without "By" and roles; empty rather than wrong. */
export function pageByline(
  document: Document,
  data: LinkedData,
  site: string,
  story: Story,
  url: string,
): string {
  const publications = [site, textOf(data['publisher']), ...new URL(url).hostname.split('.')];
  const people = peopleOf(data['author']).flatMap((name) => namesIn(name.replace(/^by\s+/i, '')));
  const isPerson = (name: string): boolean =>
    !publications.some((publication) => isSameName(name, publication)) ||
    // Many a site is its author's.
    (people.includes(name) && name.includes(' ') && isTypedPerson(data['author']));
  const sources: (() => string[])[] = [
    // A name told as a name may begin like a preposition.
    () => people,
    ...METAS.map(
      (name) => () => metaContents(document, name).flatMap((line) => namesIn(withoutBy(line))),
    ),
    () => labelledAuthor(document),
    () => namesAmong(story.lines(), true),
    () => placedNames(document, story),
  ];
  let account = '';
  for (const source of sources) {
    const names = [...new Set(source().filter(isPerson))].join(', ');
    if (names && !ACCOUNT.test(names)) return names;
    account ||= names;
  }
  return account;
}

/** What a card for sharing says below "Written by". */
function labelledAuthor(document: Document): string[] {
  const isAuthor = /written|author|von|par\b/i.test(metaContent(document, 'twitter:label1'));
  return isAuthor ? namesIn(metaContent(document, 'twitter:data1')) : [];
}

/** The names in the places that the page marks for them, the surest place and the first first. */
function placedNames(document: Document, story: Story): string[] {
  const places = inStory(document, story, PLACES, MOST_PLACES);
  for (const sure of SURE) {
    for (const place of places) {
      if (!sure.test(signs(place))) continue;
      const names = namesAmong(textsOf(place), false, sure === SURE[0]);
      // A single word far from certain is a label.
      if (sure !== SURE[0] && names.length === 1 && !names[0]!.includes(' ')) continue;
      if (names.length > 0) return [...names, ...namesBeside(place, places)];
    }
  }
  return [];
}

/** Further authors stand in places of the same kind in the same box. */
function namesBeside(place: Element, places: Element[]): string[] {
  const box = place.parentElement?.parentElement;
  return places
    .filter(
      (other) =>
        other !== place &&
        box?.contains(other) &&
        !place.contains(other) &&
        !other.contains(place) &&
        signs(other) === signs(place),
    )
    .flatMap((other) => namesAmong(textsOf(other), false));
}

const signs = (place: Element): string =>
  ['rel', 'itemprop', 'class']
    .map((name) => `${name} ${place.getAttribute(name) ?? ''}`)
    .join(' | ');

/** The texts below an element, as its markup parts them. */
function textsOf(place: Element): string[] {
  if ((place.textContent ?? '').length > LONGEST_PLACE) return [];
  const walker = place.ownerDocument.createTreeWalker(place, 4 /* SHOW_TEXT */);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const text = oneLine(walker.currentNode.nodeValue ?? '');
    if (text) texts.push(text);
  }
  return texts;
}
