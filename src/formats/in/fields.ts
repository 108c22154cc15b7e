import type { Time } from '../../article/article.ts';
import { LIMITS } from './limits.ts';

// Controls, and the signs that turn the direction of what stands after them.
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const UNSEEN_BUT_LINES = /(?:(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff])+/gu;
/** Something beside plain words with single spaces between them. */
const ODD = /[^ -~]|^ | $| {2}/;
const HALF_SIGNS = /\p{Surrogate}/gu;

/** The text of a value on one line; empty when it is neither text nor a number. */
export function line(value: unknown, longest: number = LIMITS.title): string {
  const text = textOf(value);
  if (!ODD.test(text)) return text.length > longest ? text.slice(0, longest) : text;
  // Cut first, generously: what is a megabyte long need not be walked through.
  const short = text.length > longest * 4 ? text.slice(0, longest * 4) : text;
  return cut(short.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim(), longest);
}

/** The text of a value, its lines kept; empty when it is neither text nor a number. */
export function lines(value: unknown, longest: number = LIMITS.note): string {
  const text = textOf(value);
  const short = text.length > longest * 2 ? text.slice(0, longest * 2) : text;
  return cut(short.replace(/\r\n?/g, '\n').replace(UNSEEN_BUT_LINES, ' ').trim(), longest);
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
};

const cut = (text: string, longest: number): string =>
  (text.length > longest ? text.slice(0, longest) : text).replace(HALF_SIGNS, '');

/** Each once, whatever its case; `#` before a tag belongs to how it was written. */
export function tagList(values: readonly unknown[]): string[] {
  const known = new Map<string, string>();
  for (const value of values) {
    if (known.size >= LIMITS.tags) break;
    const tag = line(value, LIMITS.tag).replace(/^#+(?=\S)/, '');
    const key = tag.toLocaleLowerCase();
    if (tag && !known.has(key)) known.set(key, tag);
  }
  return [...known.values()];
}

/** A path of folders with slashes between; slashes in a name become another sign. */
export const folderPath = (names: readonly unknown[]): string =>
  names
    .slice(-LIMITS.folderDepth)
    .map((name) => line(name, LIMITS.tag).replaceAll('/', '∕'))
    .filter(Boolean)
    .join('/');

/** An http or https address as it is kept, or why it is none. */
export function webAddress(
  value: unknown,
): { url: string } | { reason: 'no-address' | 'not-a-web-address' } {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!text) return { reason: 'no-address' };
  const url =
    text.length <= LIMITS.address && /^https?:\/\//i.test(text) ? parsedAddress(text) : undefined;
  if (!url) return { reason: 'not-a-web-address' };
  // Each setter writes the whole address anew.
  if (url.username) url.username = '';
  if (url.password) url.password = '';
  // A few sites keep the page itself in the fragment.
  if (url.hash && !/^#[!/]/.test(url.hash)) url.hash = '';
  return url.href.length > LIMITS.address ? { reason: 'not-a-web-address' } : { url: url.href };
}

function parsedAddress(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

export const addressOrNone = (value: unknown): string => {
  const address = webAddress(value);
  return 'url' in address ? address.url : '';
};

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const EARLIEST = Date.UTC(1990, 0);
const DAY = 86_400_000;

/**
 * A moment: seconds, milliseconds, microseconds, ISO 8601 in its dialects (without a zone it is UTC), or
 * what the browser's clock understands. Null before 1990 and later than tomorrow: no clock was right then.
 */
export function when(value: unknown, now: Time): Time | null {
  const time = momentOf(value);
  return time !== null && time >= EARLIEST && time <= now + DAY ? Math.round(time) : null;
}

function momentOf(value: unknown): number | null {
  if (typeof value === 'number') return ofCount(value);
  if (typeof value !== 'string' || value.length > 60) return null;
  const text = value.trim();
  if (!text) return null;
  if (/^\d{5,}(?:\.\d+)?$/.test(text)) return ofCount(Number(text));
  const iso = ISO.exec(text);
  if (iso) return ofIso(iso);
  // A year alone, or "12", is no moment, whatever the browser makes of it.
  if (!/\d{4}/.test(text) || !/[a-z]{3}|[/.-]/i.test(text)) return null;
  const other = Date.parse(text);
  return Number.isNaN(other) ? null : other;
}

/** Counts since 1970 in whatever unit gives a year of our time. */
function ofCount(count: number): number | null {
  if (!Number.isFinite(count) || count <= 0) return null;
  if (count < 1e11) return count * 1000;
  if (count < 1e14) return count;
  return count < 1e17 ? count / 1000 : null;
}

function ofIso([
  ,
  year,
  month,
  day,
  hour = '0',
  minute = '0',
  second = '0',
  rest = '',
  zone = 'Z',
]: RegExpExecArray): number | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31 || Number(hour) > 24 || Number(minute) > 59) return null;
  const time = Date.UTC(
    Number(year),
    m - 1,
    d,
    Number(hour),
    Number(minute),
    Number(second),
    Number(`0.${rest || 0}`) * 1000,
  );
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!offset) return time;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return time - (offset[1] === '-' ? -minutes : minutes) * 60_000;
}

/** When it was published, as exact as it is told: a day stays a day. Empty when it cannot be true. */
export function publishedTime(value: unknown, now: Time): string {
  // Older than any computer is fine here.
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value.trim())) {
    const time = momentOf(value);
    return time !== null && time <= now + DAY ? value.trim() : '';
  }
  const time = momentOf(value);
  return time === null || time > now + DAY ? '' : new Date(time).toISOString();
}

/** How far something was read, `whole` being all of it; null when it is not told. */
export function progress(value: unknown, whole: number): { part: number } | null {
  const number = typeof value === 'number' ? value : numberIn(value);
  if (number === null || !Number.isFinite(number) || number < 0) return null;
  return { part: Math.min(1, number / whole) };
}

const numberIn = (value: unknown): number | null =>
  typeof value === 'string' && /^\s*\d+(?:\.\d+)?\s*%?\s*$/.test(value)
    ? Number.parseFloat(value)
    : null;

/** Yes in the ways in which files say it. */
export const isYes = (value: unknown): boolean =>
  value === true ||
  value === 1 ||
  (typeof value === 'string' && /^\s*(?:true|yes|y|1|x)\s*$/i.test(value));

/** A language tag; empty when it is none. */
export const language = (value: unknown): string => {
  const tag = line(value, 35).replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? tag : '';
};

/** The value of an own property and of no other: what comes from a file may be called `__proto__`. */
export const own = (thing: unknown, key: string): unknown =>
  typeof thing === 'object' && thing !== null && Object.hasOwn(thing, key)
    ? (thing as Record<string, unknown>)[key]
    : undefined;

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
