import type { Place, Time } from '../../article/article.ts';
import type {
  Fault,
  FaultReason,
  Imported,
  ImportedHighlight,
  ImportedText,
  Origin,
} from '../imported.ts';
import {
  addressOrNone,
  folderPath,
  language,
  line,
  lines,
  own,
  publishedTime,
  tagList,
  webAddress,
  when,
} from './fields.ts';
import { LIMITS } from './limits.ts';

/** What a format found of an article, of whatever type it was in the file. */
export interface Found {
  url: unknown;
  title?: unknown;
  byline?: unknown;
  siteName?: unknown;
  published?: unknown;
  lang?: unknown;
  excerpt?: unknown;
  leadPicture?: unknown;
  saved?: unknown;
  place?: Place;
  favourite?: boolean;
  tags?: readonly unknown[];
  /** Each a list of names, outermost first. */
  folders?: readonly (readonly unknown[])[];
  progress?: { part: number } | null;
  note?: unknown;
  highlights?: readonly ImportedHighlight[];
  text?: ImportedText | null;
}

/** What was found, checked field by field; a fault when it has no address. */
export function article(from: Origin, found: Found, now: Time): Imported | Fault {
  const address = webAddress(found.url);
  if ('reason' in address) return fault(from, address.reason, found.url || found.title);
  const title = line(found.title);
  return {
    kind: 'article',
    from,
    url: address.url,
    // Services without a title of the page write its address.
    title: title === found.url ? '' : title,
    byline: line(found.byline, LIMITS.name),
    siteName: line(found.siteName, LIMITS.name),
    publishedTime: publishedTime(found.published, now),
    lang: language(found.lang),
    excerpt: line(found.excerpt, LIMITS.excerpt),
    leadPicture: addressOrNone(found.leadPicture),
    savedAt: when(found.saved, now),
    place: found.place ?? 'unread',
    favourite: found.favourite ?? false,
    tags: tagList(found.tags ?? []),
    folders: (found.folders ?? []).map(folderPath).filter(Boolean),
    progress: found.progress ?? null,
    note: lines(found.note),
    highlights: (found.highlights ?? []).slice(0, LIMITS.highlights),
    text: found.text ?? null,
  };
}

export const fault = (from: Origin, reason: FaultReason, bit: unknown = ''): Fault => ({
  kind: 'fault',
  from,
  reason,
  bit: line(typeof bit === 'object' ? bitOf(bit) : bit, LIMITS.bit),
});

/** The words of an object that say best what it is. */
const bitOf = (thing: unknown): unknown =>
  own(thing, 'url') || own(thing, 'title') || own(thing, 'name') || own(thing, 'id') || '';

/** Words that were marked; none where there are no words. */
export function highlight(
  words: unknown,
  {
    note,
    colour,
    created,
    now,
  }: { note?: unknown; colour?: unknown; created?: unknown; now: Time },
): ImportedHighlight[] {
  const exact = lines(words, LIMITS.quote);
  if (!exact) return [];
  const createdAt = when(created, now);
  const said = lines(note);
  const named = line(colour, 40);
  return [
    {
      exact,
      ...(said && { note: said }),
      ...(named && { colour: named }),
      ...(createdAt !== null && { createdAt }),
    },
  ];
}

/** A text that came with its row. None where there is nothing but space. */
export const textAtHand = (kind: ImportedText['kind'], markup: unknown): ImportedText | null =>
  typeof markup === 'string' && markup.trim()
    ? {
        kind,
        read: () =>
          Promise.resolve(
            markup.length > LIMITS.text
              ? { ok: false, reason: 'too-large' }
              : { ok: true, value: markup },
          ),
      }
    : null;
