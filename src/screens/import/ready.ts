import {
  HIGHLIGHT_COLOURS,
  type HighlightColour,
  type HighlightId,
} from '../../article/highlight.ts';
import type {
  ImportArticle,
  ImportFault,
  ImportHighlight,
  ImportText,
} from '../../article/import-job.ts';
import { quoteAt, QuoteFinder } from '../../article/text-quote.ts';
import type { Entry, Fault, Imported, ImportedHighlight } from '../../formats/imported.ts';
import type { SafeHtml } from '../../sanitize/safe-html.ts';
import type { readText } from './text.ts';

export type Ready = ImportArticle<SafeHtml> | ImportFault;

interface Readying {
  foldersAsTags: boolean;
  /** When an undated highlight is said to have been made. */
  at: number;
  readText: typeof readText;
}

/** What the library gets of a row: its article, and a fault where its text cannot be read. */
export async function readyOf(entry: Entry, how: Readying): Promise<Ready[]> {
  if (entry.kind === 'fault') return [faultOf(entry)];
  const read = entry.text ? await how.readText(entry.text, entry) : null;
  if (typeof read === 'string')
    return [
      await articleOf(entry, null, how),
      faultOf({ kind: 'fault', from: entry.from, reason: read, bit: entry.title || entry.url }),
    ];
  return [await articleOf(entry, read, how)];
}

async function articleOf(
  entry: Imported,
  read: Exclude<Awaited<ReturnType<typeof readText>>, string>,
  how: Readying,
): Promise<ImportArticle<SafeHtml>> {
  const facts = read?.facts ?? {};
  const text: ImportText<SafeHtml> | null = read?.text ?? null;
  return {
    is: 'article',
    url: entry.url,
    title: entry.title || facts.title || '',
    byline: entry.byline || facts.byline || '',
    siteName: entry.siteName || facts.siteName || '',
    publishedTime: entry.publishedTime || facts.publishedTime || '',
    lang: entry.lang || facts.lang || '',
    excerpt: entry.excerpt || facts.excerpt || '',
    leadPicture: entry.leadPicture,
    savedAt: entry.savedAt,
    place: entry.place,
    favourite: entry.favourite,
    tags: how.foldersAsTags ? [...entry.tags, ...entry.folders] : entry.tags,
    progress: entry.progress?.part ?? null,
    highlights: await highlightsOf(entry, read?.words, how.at),
    text,
  };
}

const faultOf = ({ from, reason, bit }: Fault): ImportFault => ({
  is: 'fault',
  ...from,
  reason,
  bit,
});

/** A note on the whole article becomes a note on its title: there is no other place for it. */
async function highlightsOf(
  { highlights, note, title, url }: Imported,
  words: (() => string) | undefined,
  at: number,
): Promise<ImportHighlight[]> {
  const all: ImportedHighlight[] = note
    ? [{ exact: title || url, note }, ...highlights]
    : [...highlights];
  if (all.length === 0) return [];
  const text = words?.() ?? '';
  const finder = new QuoteFinder(text);
  return Promise.all(
    all.map(async (one) => ({
      id: await highlightId(one.exact),
      ...placeOf(one, text, finder),
      colour: colourOf(one.colour),
      note: one.note ?? '',
      createdAt: one.createdAt ?? at,
    })),
  );
}

/** Where the words stand in the text, if they are there; else the words alone, for when a text comes. */
function placeOf(
  { exact, prefix = '', suffix = '' }: ImportedHighlight,
  text: string,
  finder: QuoteFinder,
): Pick<ImportHighlight, 'quote' | 'position'> {
  const given = { exact, prefix, suffix };
  const nowhere = { start: 0, end: 0 };
  const at = text.indexOf(exact);
  const found =
    at >= 0 && text.indexOf(exact, at + 1) < 0
      ? { start: at, end: at + exact.length }
      : text && finder.find(given, nowhere);
  if (!found) return { quote: given, position: nowhere };
  const { start, end } = found;
  return { quote: quoteAt(text, { start, end }), position: { start, end } };
}

/** The same words of the same article have the same name: brought in twice they are there once. */
async function highlightId(exact: string): Promise<HighlightId> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(exact));
  const bytes = [...new Uint8Array(digest, 0, 16)];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') as HighlightId;
}

const OTHER_NAMES: Record<string, HighlightColour> = {
  red: 'pink',
  orange: 'yellow',
  violet: 'purple',
};

function colourOf(name = ''): HighlightColour {
  const said = name.toLowerCase();
  return HIGHLIGHT_COLOURS.find((known) => said.includes(known)) ?? OTHER_NAMES[said] ?? 'yellow';
}
