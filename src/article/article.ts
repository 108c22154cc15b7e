import type { PagesAhead } from './pages.ts';

/** Names an article for good: derived from its address, the same on every device. See `articleId`. */
export type ArticleId = string & { readonly __brand: 'ArticleId' };

/** Milliseconds since 1970, UTC. */
export type Time = number;

export type Direction = 'ltr' | 'rtl';

/** A picture by its address; sizes in CSS pixels, 0 when unknown. */
export interface Picture {
  src: string;
  alt: string;
  width: number;
  height: number;
  /** The body shows it where the text needs it: the article begins without it. */
  inBody?: true;
}

/** What is known about an article beside its body. Every string is plain text, never markup. */
export interface ArticleFacts {
  /** Absolute, http or https, without a fragment. */
  url: string;
  title: string;
  /** Names only, without "By"; empty when unknown. */
  byline: string;
  siteName: string;
  /** ISO 8601, as exact as the page says; empty when unknown. */
  publishedTime: string;
  /** BCP 47; empty when unknown. */
  lang: string;
  dir: Direction;
  excerpt: string;
  /** The picture that stands for the article; the body does not repeat it. */
  leadPicture: Picture | null;
  leadCaption: string;
  words: number;
  /** Reading time, at least 1. */
  minutes: number;
  /** How many pages of the site were joined to this one article. */
  pages?: number;
  /** Why the text is not all of it. */
  cutShort?: CutShort;
}

/** What a page says of the rest of its article: for subscribers, not there yet, on further pages. */
export const CUT_SHORT = ['paywall', 'loading', 'pages'] as const;
export type CutShort = (typeof CUT_SHORT)[number];

/** An article as read from a page, its body not yet safe to show: only `sanitize` may open it. */
export interface ArticleDraft extends ArticleFacts {
  /** Markup from a hostile page. */
  html: string;
  /** What the rules took out of `html`, in its order. */
  leftOut?: LeftOut[];
  /** Selectors of the person's rule for the site that match nothing on this page. */
  unusedRules?: string[];
  /** Set when the body is not the page's article, but what the person pointed out. */
  part?: Part;
  /** Where the article goes on, as long as that was not read. */
  ahead?: PagesAhead;
}

/** A block that was taken out of an article, and that the person may put back. */
export interface LeftOut {
  /** As the rule names it; see `screens/left-out/reasons.ts` for the words. */
  reason: string;
  /** The beginning of its text. */
  text: string;
  /** Markup from a hostile page; empty when it is too long to be kept for putting back. */
  html: string;
  /** Where in the article's markup it stood, in characters. */
  place: number;
  putBack?: boolean;
  /** Finds it on other pages of the site too; empty when nothing names it. */
  selector?: string;
}

/** What the person pointed out to be read instead of the whole article. */
export type Part = 'selection' | 'picked';

/** Where a saved article lies. */
export type Place = 'unread' | 'archive';

/** How far an article was read. */
export interface Progress {
  /** 0 at the beginning, 1 at the end. */
  part: number;
  /** The block of the body at the top of the view, counted from 0. */
  block: number;
  /** Characters of the block above the first line in view, where it is not read from its beginning. */
  offset?: number;
}

/** What the list shows of a saved article. */
export interface ArticleRow extends ArticleFacts {
  id: ArticleId;
  savedAt: Time;
  place: Place;
  favourite: boolean;
  /** As the person writes them, in their order. */
  tags: string[];
  /** How far it was read, from 0 to 1. */
  progress: number;
  /** Only the address was kept: the text is read when it is next opened. */
  waiting?: true;
  /** How many earlier versions of its text are kept. */
  versions?: number;
  /** A small copy of the lead picture as a data: address. */
  thumbnail?: string;
}

/** A saved article with its body. */
export interface SavedArticle extends ArticleRow {
  html: string;
  /** When this text was saved: later than `savedAt` where it took the place of another. */
  textSavedAt: Time;
  /** The block of the body that was at the top when it was last read, counted from 0. */
  block: number;
  /** How many of its characters stood above. */
  offset?: number;
  /** The person corrected it: this is their copy, not the text as it was saved. */
  edited?: true;
}

/** What an article was before another text took its place. */
export interface EarlierVersion {
  /** When it was saved; names it among the versions of its article. */
  savedAt: Time;
  replacedAt: Time;
  title: string;
  words: number;
  html: string;
  /** The person's own copy of it, with parts taken out. */
  edited?: true;
}

export const ID_BYTES = 16;

/**
 * The id of the article at an address: the same address gives the same id on every device, so saving
 * twice is one article. 128 bits of SHA-256 of `addressKey`, as hex.
 */
export const articleId = (url: string): Promise<ArticleId> => idOfKey(addressKey(url));

/** The same where the key of the address is at hand. */
export async function idOfKey(key: string): Promise<ArticleId> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const bytes = [...new Uint8Array(digest, 0, ID_BYTES)];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') as ArticleId;
}

/** Parameters that count visits and change nothing in the article. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi)$/i;

/** An address as it is, but for tracking parameters. */
export function withoutTracking(address: string): string {
  const url = new URL(address);
  // Content scripts of Firefox cannot walk through searchParams.
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !TRACKING.test(part.split('=')[0]!));
  // Writing a query anew may spell it otherwise: only where it must change.
  if (kept.length === parts.length) return address;
  url.search = kept.join('&');
  return url.href;
}

/** The address without what does not change the article: fragment, tracking parameters, scheme, "www.". */
export function addressKey(address: string): string {
  const url = new URL(address);
  const search = url.search && sortedQuery(url);
  const path = url.pathname.replace(/\/+$/, '');
  // Some sites keep the page itself in the fragment.
  const route = /^#[!/]/.test(url.hash) ? url.hash : '';
  return `${url.host.replace(/^www\./, '')}${path}${search && `?${search}`}${route}`;
}

function sortedQuery(url: URL): string {
  const { search } = url;
  // A lone plain pair is written as it is: most addresses have no more than that, and there are many.
  if (LONE_PAIR.test(search))
    return TRACKING.test(search.slice(1, search.indexOf('='))) ? '' : search.slice(1);
  const query = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  return new URLSearchParams(query.sort(byNameAndValue)).toString();
}

const LONE_PAIR = /^\?[\w.*-]+=[\w.*-]*$/;

const byNameAndValue = ([a, x]: [string, string], [b, y]: [string, string]): number =>
  a < b || (a === b && x < y) ? -1 : 1;
