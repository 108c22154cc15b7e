import type { ArticleId, Time } from './article.ts';
import type { TextPosition, TextQuote } from './text-quote.ts';

/** In the order in which they are offered; each has a name, for not everybody tells them apart. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** Names a highlight among those of its article, for good and on every device. */
export type HighlightId = string & { readonly __brand: 'HighlightId' };

/** Words of an article that the person marked, with what they wrote about them. */
export interface Highlight {
  article: ArticleId;
  id: HighlightId;
  quote: TextQuote;
  /** In the text as it was when the words were marked. */
  position: TextPosition;
  colour: HighlightColour;
  /** Plain text; empty for none. */
  note: string;
  createdAt: Time;
  changedAt: Time;
}

/** What can be done to a highlight. Done twice it is done once. */
export type HighlightChange =
  | ({ is: 'added' } & Pick<Highlight, 'quote' | 'position' | 'colour' | 'note'>)
  | { is: 'colour'; colour: HighlightColour }
  | { is: 'note'; note: string }
  | { is: 'removed'; removed: boolean };

/** A change to one highlight. */
export interface HighlightDeed extends Pick<Highlight, 'article' | 'id'> {
  change: HighlightChange;
}

/** Which highlights of all articles are wanted. */
export interface HighlightQuery {
  /** As typed, found in the marked words and in the notes; empty for all. */
  words: string;
  colour?: HighlightColour;
  hasNote?: true;
}

/** A highlight among those of other articles. */
export interface ListedHighlight extends Highlight {
  title: string;
  siteName: string;
  url: string;
}

/** Some of the highlights of a query: those of one article together, in the order of its text. */
export interface FoundHighlights {
  total: number;
  articles: number;
  shown: ListedHighlight[];
}

/** Longer than a person marks; the text would be in the library twice. In characters. */
export const LONGEST_QUOTE = 20_000;
export const LONGEST_NOTE = 10_000;

/** A colour as it comes in; yellow for one that nobody knows. */
export const knownColour = (colour: unknown): HighlightColour =>
  HIGHLIGHT_COLOURS.find((known) => known === colour) ?? 'yellow';
