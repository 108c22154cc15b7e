import type { Browser } from 'webextension-polyfill';
import type { HighlightColour } from '../article/highlight.ts';
import type { TextPosition, TextQuote } from '../article/text-quote.ts';
import { injectInto, type Tab } from './read-tab.ts';

interface Sought {
  quote: TextQuote;
  position: TextPosition;
  colour: string;
}

/** Dark words on a light ground, and a line where there is one in our pages: readable on every page. */
const LOOKS: Record<HighlightColour, string> = {
  yellow: 'background-color: #fbe6a0; color: #1d1b18',
  green: 'background-color: #cdebc0; color: #1d1b18; text-decoration: underline solid #6b5a2a 2px',
  blue: 'background-color: #c9e2fb; color: #1d1b18; text-decoration: underline dotted #6b5a2a 2px',
  pink: 'background-color: #fbd3e0; color: #1d1b18; text-decoration: underline dashed #6b5a2a 2px',
  purple: 'background-color: #e2d5fa; color: #1d1b18; text-decoration: underline double #6b5a2a',
};
/** Names that say nothing; a page may see that words of it are drawn, and no more. */
const nameOf = (colour: string): string => `m${Object.keys(LOOKS).indexOf(colour)}${session}`;
const session = Math.random().toString(36).slice(2, 10);

/** Draws highlights over the page in a tab; for each whether its words were found, null where nothing can be drawn. */
export function marksInTab(
  api: Pick<Browser, 'tabs' | 'scripting'>,
  tab: Promise<Tab>,
): (sought: Sought[]) => Promise<boolean[] | null> {
  return async (sought) => {
    const shown = await tab;
    const target = { tabId: shown.id ?? -1 };
    const css = Object.entries(LOOKS).map(
      ([colour, look]) => `::highlight(${nameOf(colour)}) { ${look} }`,
    );
    const left = sought.map(({ quote, position, colour }) => ({
      quote,
      position,
      name: nameOf(colour),
    }));
    try {
      await api.scripting.insertCSS({ target, css: css.join('\n') });
      await api.scripting.executeScript({ target, args: [left], func: leave });
    } catch {
      return null;
    }
    const answer = await injectInto(api, shown, '/marks.js');
    const found = answer.ok ? answer.value : null;
    // The answer comes from the page's process.
    return Array.isArray(found) ? sought.map((_one, at) => found[at] === true) : null;
  };
}

function leave(sought: unknown): void {
  (globalThis as { __lecternSought?: unknown }).__lecternSought = sought;
}
