import { type LinkedData, isTypedPerson, peopleOf, textOf } from './json-ld.ts';
import { decodeTwice, metaContents, oneLine } from './meta-tags.ts';
import { isSameName, namesAmong, namesIn, withoutBy } from './names.ts';
import { inStory, type Story } from './story-scope.ts';

const METAS = [
  'article:author',
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'citation_author',
];

/** Where a page names people, those that it marks as authors and those that only a link tells. */
const PLACES =
  '[rel~="author"], [itemprop~="author"], [class*="author" i], [class*="byline" i], [class*="autor" i], [href*="/author"], [href*="/autor"], [href*="/team/"], [href*="/editors/"]';
/** How sure a place is to hold the author's name and nothing else, surest first. */
const SURE = [
  /(?:author|byline|writer|autor)[-_]{0,2}(?:name|link)|\brel (?:.* )?author|\bitemprop author/i,
  /\bbyline|\bclass (?:.* )?(?:author|autor)(?: |$)/i,
  /author|autor/i,
];
const SUREST = 0;
/** A name to log in with; the person may have a better one. */
const ACCOUNT = /^[a-z0-9._-]+$/;
const LONGEST_PLACE = 200;

/** A place of names: how it is marked, and which of SURE that is. */
interface Place {
  element: Element;
  signs: string;
  rank: number;
}

/** All authors' names joined by commas, without "By" and roles; empty rather than wrong. */
export function pageByline(
  document: Document,
  data: LinkedData,
  site: string,
  story: Story,
  url: string,
): string {
  const publications = [site, textOf(data['publisher']), ...new URL(url).hostname.split('.')];
  const people = peopleOf([data['author'], data['creator']].flat(2)).flatMap((name) =>
    namesIn(decodeTwice(name).replace(/^by\s+/i, '')),
  );
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
    // What a card for sharing says: "Written by", "A Name".
    () =>
      namesAmong(
        ['twitter:label1', 'twitter:data1'].flatMap((name) => metaContents(document, name)),
        true,
      ),
    () => namesAmong(story.below(), true),
    () => namesAmong(story.above(), true),
    () => placedNames(placesIn(document, story)),
  ];
  let account = '';
  for (const source of sources) {
    const names = [...new Set(source().filter(isPerson))].join(', ');
    if (names && !ACCOUNT.test(names)) return names;
    account ||= names;
  }
  return account;
}

/** The places in the story that the page marks for names, the surest first. */
const placesIn = (document: Document, story: Story): Place[] =>
  inStory(document, story, PLACES)
    .map((element) => {
      const signs = ['rel', 'itemprop', 'class']
        .map((name) => `${name} ${element.getAttribute(name) ?? ''}`)
        .join(' | ');
      const rank = SURE.findIndex((sure) => sure.test(signs));
      return { element, signs, rank: rank < 0 ? SURE.length : rank };
    })
    .sort((a, b) => a.rank - b.rank);

/** The names in the first of the places that holds any. */
function placedNames(places: Place[]): string[] {
  for (const place of places) {
    const names = namesAmong(textsOf(place), false, place.rank === SUREST);
    // A single word far from certain is a label.
    if (place.rank > SUREST && names.length === 1 && !names[0]!.includes(' ')) continue;
    if (names.length > 0) return [...names, ...namesBeside(place, places)];
  }
  return [];
}

/** Further authors stand in places of the same kind in the same box. */
function namesBeside({ element, signs }: Place, places: Place[]): string[] {
  const box = element.parentElement?.parentElement;
  return places
    .filter(
      (other) =>
        other.element !== element &&
        other.signs === signs &&
        box?.contains(other.element) &&
        !element.contains(other.element) &&
        !other.element.contains(element),
    )
    .flatMap((other) => namesAmong(textsOf(other), false));
}

/** The texts below a place, as its markup parts them. */
function textsOf({ element, rank }: Place): string[] {
  // Prose links to the people that it tells of.
  const whole = rank === SURE.length ? element.parentElement : element;
  if ((whole?.textContent ?? '').length > LONGEST_PLACE) return [];
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* SHOW_TEXT */);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const text = oneLine(walker.currentNode.nodeValue ?? '');
    if (text) texts.push(text);
  }
  return texts;
}
