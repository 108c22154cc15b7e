import { type LinkedData, textOf } from './json-ld.ts';
import { metaContent, oneLine } from './meta-tags.ts';
import { inStory } from './story-scope.ts';

const NAMES = [
  'article:published_time',
  'og:published_time',
  'datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'publish-date',
  'publication_date',
  'date',
];

/** When the article was published, ISO 8601 as exact as the page says; empty when it does not say. */
export function publishedTime(
  document: Document,
  data: LinkedData,
  title: string,
  url: string,
): string {
  const candidates = [
    textOf(data['datePublished']),
    metaContent(document, ...NAMES),
    ...[
      ...document.querySelectorAll(
        'time[itemprop="datePublished"], time[pubdate], article time[datetime], header time[datetime]',
      ),
    ].map((time) => time.getAttribute('datetime') ?? ''),
    visibleDate(document, title),
    dateInAddress(url),
  ];
  for (const candidate of candidates) {
    const iso = toIso(candidate);
    if (iso) return iso;
  }
  return '';
}

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** A machine's date as ISO 8601; empty for anything that is not clearly one. */
export function toIso(value: string): string {
  const text = value.trim();
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return text;
  const match =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
      text,
    );
  if (match) {
    const [, year, month, day, time, zone = ''] = match;
    const date = `${year}-${month}-${day}`;
    // Engines carry 30 February over into March.
    const moment = new Date(`${date}T00:00Z`);
    if (Number.isNaN(moment.getTime()) || moment.getUTCDate() !== Number(day)) return '';
    return time ? `${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}` : date;
  }
  // "Tue, 29 Nov 2011 10:00:00 GMT" and the like: an English month name and a year, nothing looser.
  if (!MONTH.test(text) || !/\b\d{4}\b/.test(text)) return '';
  const parsed = new Date(text);
  if (Number.isNaN(parsed.getTime())) return '';
  if (/(?:GMT|UTC?|Z|[+-]\d{2}:?\d{2})$/.test(text)) return parsed.toISOString();
  // Without a zone it was read as local: write the same hands of the clock, not another day.
  const local = new Date(parsed.getTime() - parsed.getTimezoneOffset() * 60_000).toISOString();
  return local.slice(0, /\d:\d{2}/.test(text) ? 16 : 10);
}

const DATE_PLACES = 'time[datetime], [class*="date" i], [class*="time" i], [class*="publish" i]';
const WRITTEN_DATE =
  /^\D{0,20}(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?$/;

/** The date that stands beside the headline, when its order of year, month and day is plain. */
function visibleDate(document: Document, title: string): string {
  for (const place of inStory(document, title, DATE_PLACES)) {
    const told = toIso(place.getAttribute('datetime') ?? '');
    if (told) return told;
    const written = WRITTEN_DATE.exec(oneLine(place.textContent ?? ''));
    if (!written) continue;
    const [, year, month = '', day = '', time] = written;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return toIso(time ? `${date} ${time.padStart(5, '0')}` : date);
  }
  return '';
}

function dateInAddress(url: string): string {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(
    new URL(url).pathname,
  );
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
}
