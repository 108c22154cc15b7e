import type { PictureFailure } from '../article/album.ts';
import { type ArticleFacts, type ArticleId, CUT_SHORT, type Picture } from '../article/article.ts';
import {
  type HighlightId,
  knownColour,
  LONGEST_NOTE,
  LONGEST_QUOTE,
} from '../article/highlight.ts';
import { cleanTag, tagKey } from '../article/library-change.ts';
import { SHELVES, SORTS, type SavedSearch } from '../article/library-query.ts';
import type { SafeHtml } from '../sanitize/safe-html.ts';
import { isArticle, isBody, isEdit, isState, isTag } from './damage.ts';
import { outsideWords } from './search/outside-words.ts';
import { wordsOf } from './search/words.ts';
import type {
  AlbumRecord,
  ArticleRecord,
  BodyRecord,
  EditRecord,
  HighlightRecord,
  StateRecord,
  TagRecord,
  VersionRecord,
} from './schema.ts';

// Records of a backup as the library may take them: only fields that are known, each looked at, made anew.

type Loose = Record<string, unknown>;
export type Clean = (html: string) => SafeHtml;

const loose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most) : '';
const count = (value: unknown, least = 0, most = 1e9): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(most, Math.max(least, value))
    : least;
/** No date before there were computers, nor one that sorts before all others for good. */
const time = (value: unknown): number => count(value, 0, 8.64e15);
const isWeb = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 8000 &&
  /^https?:/i.test(value) &&
  URL.canParse(value);

function fact({ changedAt, deletedAt }: Loose, id: ArticleId) {
  return {
    id,
    changedAt: time(changedAt),
    ...(typeof deletedAt === 'number' && { deletedAt: time(deletedAt) }),
  };
}

function factsOf(from: Loose): ArticleFacts {
  const { pages, cutShort, leadPicture } = from;
  const known = CUT_SHORT.find((one) => one === cutShort);
  const lang = text(from['lang'], 35);
  return {
    url: text(from['url'], 8000),
    title: text(from['title'], 2000),
    byline: text(from['byline'], 1000),
    siteName: text(from['siteName'], 500),
    publishedTime: text(from['publishedTime'], 40),
    lang: /^[a-z\d-]*$/i.test(lang) ? lang : '',
    dir: from['dir'] === 'rtl' ? 'rtl' : 'ltr',
    excerpt: text(from['excerpt'], 5000),
    leadPicture: pictureOf(leadPicture),
    leadCaption: text(from['leadCaption'], 5000),
    words: count(from['words']),
    minutes: count(from['minutes'], 1),
    ...(typeof pages === 'number' && { pages: count(pages, 1) }),
    ...(known && { cutShort: known }),
  };
}

function pictureOf(value: unknown): Picture | null {
  const { src, alt, width, height, inBody } = loose(value);
  if (!isWeb(src)) return null;
  return {
    ...{ src, alt: text(alt, 5000), width: count(width), height: count(height) },
    ...(inBody === true && { inBody }),
  };
}

export function articleOf(value: unknown, id: ArticleId): ArticleRecord | null {
  if (!isArticle(value) || !isWeb(value.url)) return null;
  const { waiting, savedAt } = value;
  return {
    ...factsOf(value as unknown as Loose),
    ...fact(value as unknown as Loose, id),
    savedAt: time(savedAt),
    ...(waiting === true && { waiting }),
  };
}

export const bodyOf = (value: unknown, id: ArticleId, clean: Clean): BodyRecord | null =>
  isBody(value) ? { ...fact(loose(value), id), html: clean(value.html) } : null;

export function stateOf(value: unknown, id: ArticleId): StateRecord | null {
  if (!isState(value)) return null;
  const { place, favourite, progress } = value;
  const { is, at } = loose(progress);
  const { part, block, offset } = loose(is);
  return {
    id,
    place: { is: place.is === 'archive' ? 'archive' : 'unread', at: time(place.at) },
    favourite: { is: favourite.is, at: time(favourite.at) },
    ...(progress !== undefined && {
      progress: {
        is: {
          part: count(part, 0, 1),
          block: count(block),
          ...(typeof offset === 'number' && { offset: count(offset) }),
        },
        at: time(at),
      },
    }),
  };
}

export function tagOf(value: unknown, id: ArticleId): TagRecord | null {
  if (!isTag(value)) return null;
  const tag = cleanTag(value.tag);
  const key = tagKey(tag);
  if (!key) return null;
  const about = fact(loose(value), id);
  return {
    ...about,
    key,
    tag,
    ...(about.deletedAt === undefined && { live: key, words: wordsOf(tag) }),
  };
}

const NAME = /^[\w-]{1,80}$/;

export function highlightOf(value: unknown, id: ArticleId): HighlightRecord | null {
  const { highlight, quote, position, colour, note, createdAt, ...rest } = loose(value);
  const { exact, prefix, suffix, rival, twin } = loose(quote);
  const { start, end } = loose(position);
  if (typeof highlight !== 'string' || !NAME.test(highlight) || typeof exact !== 'string' || !exact)
    return null;
  const about = fact(rest, id);
  const marked = text(exact, LONGEST_QUOTE);
  const noted = text(note, LONGEST_NOTE);
  return {
    ...about,
    highlight: highlight as HighlightId,
    quote: {
      ...{ exact: marked, prefix: text(prefix, 1000), suffix: text(suffix, 1000) },
      ...(typeof rival === 'number' && { rival: count(rival) }),
      ...(typeof twin === 'number' && { twin: count(twin) }),
    },
    position: { start: count(start), end: count(end) },
    colour: knownColour(colour),
    note: noted,
    createdAt: time(createdAt),
    ...(about.deletedAt === undefined && { words: outsideWords(`${noted}\n${marked}`) }),
  };
}

export function editOf(value: unknown, id: ArticleId, clean: Clean): EditRecord | null {
  if (!isEdit(value)) return null;
  const { html, title, byline, publishedTime, changedAt } = value;
  return {
    ...{ id, changedAt: time(changedAt) },
    ...(html !== undefined && { html: clean(html) }),
    ...(title !== undefined && { title: text(title, 2000) }),
    ...(byline !== undefined && { byline: text(byline, 1000) }),
    ...(publishedTime !== undefined && { publishedTime: text(publishedTime, 40) }),
  };
}

export function versionOf(value: unknown, id: ArticleId, clean: Clean): VersionRecord | null {
  const version = loose(value);
  const { savedAt, replacedAt, html, title, url, edited } = version;
  if (typeof savedAt !== 'number' || typeof replacedAt !== 'number') return null;
  if (typeof html !== 'string' || typeof title !== 'string' || !isWeb(url)) return null;
  return {
    ...factsOf(version),
    ...{ id, savedAt: time(savedAt), replacedAt: time(replacedAt), html: clean(html) },
    ...(edited === true && { edited }),
  };
}

const MOST_PICTURES = 2000;
const REASONS: readonly PictureFailure[] = [
  ...(['no-grant', 'no-answer', 'not-a-picture', 'too-large', 'no-room', 'removed'] as const),
];

export function albumOf(value: unknown, id: ArticleId): AlbumRecord | null {
  const { waiting, missing, kept } = loose(value);
  if (![waiting, missing, kept].every(Array.isArray)) return null;
  const some = (list: unknown): unknown[] => (list as unknown[]).slice(0, MOST_PICTURES);
  return {
    id,
    waiting: some(waiting).filter(isWeb),
    missing: some(missing).flatMap((one) => {
      const { src, reason } = loose(one);
      return isWeb(src)
        ? [{ src, reason: REASONS.find((known) => known === reason) ?? 'no-answer' }]
        : [];
    }),
    kept: some(kept).flatMap((one) => {
      const { src, bytes } = loose(one);
      return isWeb(src) ? [{ src, bytes: count(bytes) }] : [];
    }),
  };
}

export function searchOf(value: unknown): SavedSearch | null {
  const { id, name, query, changedAt } = loose(value);
  const { shelf, sort, words, minutes } = loose(query);
  if (typeof id !== 'string' || !NAME.test(id) || typeof name !== 'string' || !name) return null;
  return {
    ...{ id, name: text(name, 200), changedAt: time(changedAt) },
    query: {
      shelf: SHELVES.find((one) => one === shelf) ?? 'all',
      sort: SORTS.find((one) => one === sort) ?? 'newest',
      words: text(words, 1000),
      ...(typeof minutes === 'number' && { minutes: count(minutes, 1) }),
    },
  };
}
