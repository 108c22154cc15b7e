import { type LinkedData, namesOf } from './json-ld.ts';
import { metaContent, oneLine } from './meta-tags.ts';
import { inStory } from './story-scope.ts';

const BY =
  /^(?:(?:written|posted|reported|published|story|text)\s+)?(?:by|von|par|por|di|door|af|av|od|autor(?:in)?|author|text|текст|автор|بقلم)(?:\s*:\s*|\s+)|^(?:מאת|作者|記者|记者|撰文|文)(?:\s*[:：/]\s*|\s+)/i;
/** Who took the pictures is no author of the text. */
const CRAFT =
  /\s*[,;|•·–—-]\s*(?:photo(?:s|graphs?|graphy)?|pictures?|illustrations?|drawings?|video)\s+(?:by|:).*$/i;
const ROLE =
  /\s*(?:[,|•·]|\s[-–—]\s).*\b(?:editor|reporter|correspondent|writer|staff|columnist|contributor|producer|redakt\w+|journalist\w*)\b.*$/i;
const NOT_A_NAME =
  /https?:|www\.|@\S+\.\w|\d{4}|^(?:admin|administrator|editor|staff|guest|unknown|null|none|author)$/i;
const BYLINE_PLACES =
  '[rel~="author"], [itemprop~="author"] [itemprop="name"], [itemprop~="author"], .byline, .author-name, .author, [class*="byline" i], address.author';

/** All authors' names joined by commas, without "By" and roles; empty rather than wrong. */
export function pageByline(
  document: Document,
  data: LinkedData,
  site: string,
  title: string,
): string {
  const told = namesOf(data['author']).map((name) => name.replace(/^by\s+/i, ''));
  const meta = metaContent(
    document,
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'byl',
  );
  const written = [[meta], visibleByline(document, title)].map((names) => names.map(cleanName));
  // A name told as a name may begin like a preposition.
  const candidates = [told.map(withoutRole), ...written];
  for (const names of candidates) {
    const clean = names.filter((name) => isName(name, site));
    if (clean.length > 0) return [...new Set(clean)].join(', ');
  }
  return '';
}

/** The byline that stands between the headline and the text, not one in a teaser or a comment. */
function visibleByline(document: Document, title: string): string[] {
  const places = inStory(document, title, BYLINE_PLACES);
  const first = places
    .map((place) => oneLine(place.textContent ?? ''))
    .find((text) => text && text.length < 100);
  return first ? [first] : [];
}

/** A line that names the author without "By", role and pictures' credit. */
export const cleanName = (line: string): string => withoutRole(oneLine(line).replace(BY, ''));

const withoutRole = (name: string): string =>
  oneLine(name)
    .replace(CRAFT, '')
    .replace(ROLE, '')
    .replace(/[\s,|•·:–—-]+$/, '');

function isName(name: string, site: string): boolean {
  if (name.length < 2 || name.length > 100 || NOT_A_NAME.test(name)) return false;
  return name.toLowerCase() !== site.toLowerCase();
}
