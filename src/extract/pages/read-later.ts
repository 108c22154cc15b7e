import type { ArticleDraft, LeftOut, Picture } from '../../article/article.ts';
import type { LaterPage, PageFailure } from '../../article/pages.ts';
import type { ReadFailure, ReadOptions } from '../../article/read-failure.ts';
import { countWords, readingMinutes } from '../../article/reading-time.ts';
import { done, failed, type Result } from '../../article/result.ts';
import type { SiteRule } from '../../article/site-rules.ts';
import type { ReadArticle } from '../read-page.ts';
import { blockText } from '../rules/text.ts';
import { fetchPage } from './fetch-page.ts';
import { cutShort } from '../cut-short.ts';
import { findAhead } from './find-ahead.ts';
import { blocksOf, nameOfText, takeOutRepeated } from './repeated.ts';

/** Fewer new words, and no picture, are nothing new. */
const FEWEST_WORDS = 8;
/** Notes of one page are numbered from 1; so far apart those of two pages never meet. */
const NOTES_A_PAGE = 300;

/** `readPage`, which is handed over: the reader is in the page already. */
export type ReadDocument = (
  page: Document,
  options: ReadOptions,
) => Result<ReadArticle, ReadFailure>;

export interface LaterAsk {
  address: string;
  /** Blocks of the pages before; none for a page that is to stand alone. */
  known: string[];
  /** The title of the article, if pages were read before this one. */
  title: string;
  /** How many pages were read before. */
  at: number;
  rule?: SiteRule;
}

/** What to know of the first page so that later ones need not repeat it. */
export function blocksOfArticle({ html, title, excerpt, leadPicture, leadCaption }: ArticleDraft) {
  const lead = leadPicture ? [`picture:${leadPicture.src}`] : [];
  const said = [title, excerpt, leadCaption].map(nameOfText).filter(Boolean);
  return [...said, ...lead, ...blocksOf(bodyOf(html))];
}

/**
 * Fetches and reads a page of the article; null when it has nothing that the pages before did not have.
 * Nothing of it runs or loads: it is a document that no window shows.
 */
export async function readLaterPage(
  ask: LaterAsk,
  read: ReadDocument,
  fetcher: typeof fetch = fetch,
  here: Location | URL = location,
): Promise<Result<LaterPage | null, PageFailure>> {
  const { address, known, title, at, rule } = ask;
  const fetched = await fetchPage(address, here, fetcher);
  if (!fetched.ok) return fetched;
  const page = inert(fetched.value.html, fetched.value.address);
  const reading = read(page, { wholePage: true, ...(rule && { rule }) });
  if (!reading.ok) return failed(reading.reason === 'too-large' ? 'too-large' : 'no-article');
  const { draft } = reading.value;
  const ahead = findAhead(page, fetched.value.address, {
    onwards: true,
    ...(rule?.next && { selector: rule.next }),
  });
  // The draft's own address is of the document that parsed it.
  const short = cutShort(page, draft.words);
  const whole: ArticleDraft = {
    ...draft,
    url: fetched.value.address,
    ...(ahead && { ahead }),
    ...(short && { cutShort: short }),
  };
  if (at === 0) return done({ draft: whole, blocks: blocksOfArticle(whole) });
  return done(withoutRepeated(whole, known, title, at));
}

/** Markup as a document without a window, whose addresses are relative to where it was fetched from. */
function inert(html: string, address: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const told = page.querySelector('base[href]');
  const base = page.createElement('base');
  base.href = new URL(told?.getAttribute('href') ?? '', address).href;
  page.head.prepend(base);
  return page;
}

function withoutRepeated(
  draft: ArticleDraft,
  known: string[],
  title: string,
  at: number,
): LaterPage | null {
  // Nobody outside can know it, so no page can write a marker of its own.
  const token = Math.random().toString(36).slice(2);
  const { leftOut = [] } = draft;
  const body = bodyOf(marked(draft.html, leftOut, token));
  const { leadPicture, leadCaption } = draft;
  if (leadPicture && !leadPicture.inBody) body.prepend(figureOf(body, leadPicture, leadCaption));
  const heading = ownHeading(draft.title, title);
  if (heading) body.prepend(elementOf(body, 'h2', heading));
  const blocks = takeOutRepeated(body, known);
  const words = countWords(blockText(body));
  const hasPicture = blocks.some((name) => name.startsWith('picture:'));
  const isHeadingAlone = heading !== '' && blocks.length === 1;
  if (isHeadingAlone || (words < FEWEST_WORDS && !hasPicture)) return null;
  renumberNotes(body, at);
  const parts = unmarked(body.innerHTML, leftOut, token);
  return { draft: { ...draft, ...parts, words, minutes: readingMinutes(words) }, blocks };
}

const bodyOf = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html, 'text/html').body;

/** Comments where blocks were left out, so that their places are found again. */
const marked = (html: string, leftOut: LeftOut[], token: string): string => {
  let from = 0;
  const pieces = leftOut.map(({ place }, at) => {
    const piece = html.slice(from, place);
    from = place;
    return `${piece}<!--${token}${at}.-->`;
  });
  return pieces.join('') + html.slice(from);
};

function unmarked(
  markup: string,
  leftOut: LeftOut[],
  token: string,
): Pick<ArticleDraft, 'html' | 'leftOut'> {
  const pieces = markup.split(new RegExp(`<!--${token}(\\d+)\\.-->`));
  const placed: LeftOut[] = [];
  let html = pieces[0]!;
  for (let piece = 1; piece < pieces.length; piece += 2) {
    const block = leftOut[Number(pieces[piece])];
    if (block) placed.push({ ...block, place: html.length });
    html += pieces[piece + 1]!;
  }
  return { html, leftOut: placed };
}

function figureOf(body: Element, { src, alt }: Picture, caption: string): Element {
  const figure = body.ownerDocument.createElement('figure');
  const img = body.ownerDocument.createElement('img');
  img.setAttribute('src', src);
  img.alt = alt;
  figure.append(img, ...(caption ? [elementOf(body, 'figcaption', caption)] : []));
  return figure;
}

function elementOf(body: Element, name: string, text: string): Element {
  const element = body.ownerDocument.createElement(name);
  element.textContent = text;
  return element;
}

/** The headline that a page has for itself; empty when it is that of the article with a number. */
function ownHeading(headline: string, title: string): string {
  const [own, whole] = [bare(headline), bare(title)];
  return !own || own.includes(whole) || whole.includes(own) ? '' : headline;
}

const bare = (headline: string): string =>
  headline
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

function renumberNotes(body: Element, at: number): void {
  const renumbered = (name: string): string =>
    name.replace(
      /^(#?fn(?:ref)?-)(\d+)/,
      (_all, start: string, number: string) => `${start}${Number(number) + at * NOTES_A_PAGE}`,
    );
  for (const note of body.querySelectorAll('[id^="fn"]')) note.id = renumbered(note.id);
  for (const link of body.querySelectorAll('a[href^="#fn"]'))
    link.setAttribute('href', renumbered(link.getAttribute('href')!));
}
