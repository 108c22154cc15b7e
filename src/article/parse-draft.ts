import {
  type ArticleDraft,
  CUT_SHORT,
  type CutShort,
  type LeftOut,
  type Picture,
} from './article.ts';
import type { PagesAhead } from './pages.ts';

const LONGEST_TEXT = 2_000;
const LONGEST_ADDRESS = 8_000;
const LARGEST_AMOUNT = 10_000_000;
const LONGEST_HTML = 30_000_000;
const MOST_LEFT_OUT = 100;
const MOST_COUNTED = 99;

type Unknown<T> = { [K in keyof T]?: unknown };

/**
 * The draft in a message, field by field and nothing else: what comes from a page's process may be of
 * any shape. Null when it has no address, title or body.
 */
export function parseDraft(value: unknown): ArticleDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const draft = value as Unknown<ArticleDraft>;
  const url = webAddress(draft.url);
  const title = line(draft.title).trim();
  const html = typeof draft.html === 'string' ? draft.html : '';
  if (!url || !title || !html || html.length > LONGEST_HTML) return null;
  const pages = amount(draft.pages);
  const cutShort = parseCutShort(draft.cutShort);
  const ahead = parsePagesAhead(draft.ahead);
  return {
    url,
    title,
    html,
    byline: line(draft.byline),
    siteName: line(draft.siteName),
    publishedTime: line(draft.publishedTime),
    lang: line(draft.lang),
    dir: draft.dir === 'rtl' ? 'rtl' : 'ltr',
    excerpt: line(draft.excerpt),
    leadPicture: parsePicture(draft.leadPicture),
    leadCaption: line(draft.leadCaption),
    words: amount(draft.words),
    minutes: Math.max(1, amount(draft.minutes)),
    unusedRules: Array.isArray(draft.unusedRules)
      ? draft.unusedRules.slice(0, MOST_LEFT_OUT).map(line)
      : [],
    leftOut: parseLeftOut(draft.leftOut, html.length),
    ...((draft.part === 'selection' || draft.part === 'picked') && { part: draft.part }),
    ...(pages > 1 && { pages }),
    ...(cutShort && { cutShort }),
    ...(ahead && { ahead }),
  };
}

export const parseCutShort = (value: unknown): CutShort | null =>
  CUT_SHORT.find((known) => known === value) ?? null;

/** Where an article goes on, field by field; null when there is no address to go on at. */
export function parsePagesAhead(value: unknown): PagesAhead | null {
  const { next, whole, count, fromStart } = (value ?? {}) as Unknown<PagesAhead>;
  const address = webAddress(next);
  if (!address) return null;
  return {
    next: address,
    whole: webAddress(whole),
    count: Math.min(amount(count), MOST_COUNTED),
    ...(fromStart === true && { fromStart }),
  };
}

function parsePicture(value: unknown): Picture | null {
  const { src, alt, width, height, inBody } = (value ?? {}) as Unknown<Picture>;
  const address = webAddress(src);
  if (!address) return null;
  const picture = { src: address, alt: line(alt), width: amount(width), height: amount(height) };
  return inBody === true ? { ...picture, inBody } : picture;
}

const parseLeftOut = (value: unknown, end: number): LeftOut[] =>
  (Array.isArray(value) ? (value as unknown[]) : [])
    .slice(0, MOST_LEFT_OUT)
    .map((item) => {
      const { reason, text, html, place, putBack, selector } = (item ?? {}) as Unknown<LeftOut>;
      return {
        reason: line(reason),
        text: line(text),
        html: typeof html === 'string' && html.length <= LONGEST_HTML ? html : '',
        place: Math.min(amount(place), end),
        putBack: putBack === true,
        selector: line(selector),
      };
    })
    .sort((one, other) => one.place - other.place);

const line = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : '';

const amount = (value: unknown): number =>
  typeof value === 'number' && value > 0 ? Math.min(Math.round(value), LARGEST_AMOUNT) : 0;

/** An http or https address as the browser writes it, or empty. */
function webAddress(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS || !URL.canParse(value))
    return '';
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) ? url.href : '';
}
