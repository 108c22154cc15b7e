import { type LinkedData, textOf } from './json-ld.ts';
import { metaContents, oneLine } from './meta-tags.ts';
import { inStory, type Story } from './story-scope.ts';
import { isoDate, writtenDate } from './written-date.ts';

const NAMES = [
  'article:published_time',
  'datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.date',
  'pubdate',
  'citation_publication_date',
];
const NAMES_OF_CHANGES = [
  'article:modified_time',
  'og:updated_time',
  'dateModified',
  'last-modified',
];

const PLACES =
  'time, [itemprop~="datePublished"], [datetime], [class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="datum" i], [class*="fecha" i]';
const LONGEST_PLACE = 120;
const DAY = 86_400_000;

/** When the article was published, ISO 8601 as exact as the page says; empty when it does not say. */
export function publishedTime(
  document: Document,
  data: LinkedData,
  story: Story,
  url: string,
  lang: string,
): string {
  const latest = Date.now() + DAY;
  for (const told of datesTold(document, data, story, url, lang)) {
    const iso = toIso(told, lang);
    if (iso && Date.parse(iso.slice(0, 10)) < latest) return iso;
  }
  return '';
}

/** Every date that the page tells of the article, the surest first. */
function* datesTold(
  document: Document,
  data: LinkedData,
  story: Story,
  url: string,
  lang: string,
): Generator<string> {
  yield textOf(data['datePublished']);
  for (const name of NAMES) yield* metaContents(document, name);
  for (const place of inStory(document, story, '[itemprop~="datePublished"]'))
    yield place.getAttribute('datetime') ?? place.getAttribute('content') ?? '';
  // Some tell the day of the last change by this name.
  yield* metaContents(document, 'date');
  for (const place of inStory(document, story, PLACES)) {
    for (const name of ['datetime', 'content', 'title']) yield place.getAttribute(name) ?? '';
    const shown = oneLine(place.textContent ?? '');
    if (shown.length <= LONGEST_PLACE) yield writtenDate(shown, lang);
  }
  yield dateInAddress(url);
  for (const texts of [story.below(), story.above()]) yield writtenDate([...texts].join(' '), lang);
  for (const name of NAMES_OF_CHANGES) yield* metaContents(document, name);
  yield textOf(data['dateModified']);
}

const MACHINE =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;

/** A machine's date as ISO 8601; empty for anything that is not clearly one. */
export function toIso(value: string, lang = ''): string {
  const text = value.trim();
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  const match = MACHINE.exec(text);
  if (match) {
    const [, year = '', month, day, time, zone = ''] = match;
    const date = isoDate(year, Number(month), Number(day));
    return date && time ? `${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}` : date;
  }
  // Seconds or milliseconds of this century's clocks.
  if (/^1\d{9}(?:\d{3})?$/.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString();
  // "Tue, 29 Nov 2011 10:00:00 GMT" and the like.
  if (/[a-z]{3}.*\d:\d{2}.*(?:GMT|UTC?|Z|[+-]\d{2}:?\d{2})$/i.test(text)) {
    const parsed = new Date(text);
    if (!Number.isNaN(parsed.getTime())) return parsed.toISOString();
  }
  return text.length <= LONGEST_PLACE ? writtenDate(text, lang) : '';
}

function dateInAddress(url: string): string {
  const match = /[/-]((?:19|20)\d{2})(?:[/-](\d{1,2})[/-](\d{1,2})|(\d{2})(\d{2}))(?:[/_-]|$)/.exec(
    url,
  );
  return match
    ? isoDate(match[1]!, Number(match[2] ?? match[4]), Number(match[3] ?? match[5]))
    : '';
}
