import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  FoundHighlights,
  HighlightColour,
  HighlightQuery,
  ListedHighlight,
} from '../../article/highlight.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import type { Send } from '../../messages/protocol.ts';

/** How the page reaches the world. */
export interface AllHighlightsWorld {
  send: Send;
  onChange: (listener: () => void) => void;
}

export type Listing =
  | { is: 'waiting' }
  | { is: 'failed'; reason: LibraryFailure | 'no-answer' }
  | ({ is: 'found' } & FoundHighlights);

/** The highlights of all articles, those that are asked for. */
export interface AllHighlightsModel {
  query: ReadonlySignal<HighlightQuery>;
  listing: ReadonlySignal<Listing>;
  search(words: string): void;
  chooseColour(colour: HighlightColour | undefined): void;
  onlyNotes(only: boolean): void;
  more(): Promise<void>;
  tryAgain(): void;
  /** All that the query finds, not only what is drawn; null when they cannot be read. */
  everything(): Promise<ListedHighlight[] | null>;
}

const PORTION = 100;
const EXPORTED_AT_ONCE = 2000;

export function createAllHighlightsModel({
  send,
  onChange,
}: AllHighlightsWorld): AllHighlightsModel {
  const query = signal<HighlightQuery>({ words: '' });
  const listing = signal<Listing>({ is: 'waiting' });
  let asked = 0;

  const ask = async (count: number): Promise<void> => {
    const mine = (asked += 1);
    const about = { query: query.value, from: 0, count };
    const found = await send('highlights/find', about).catch(() => null);
    if (mine !== asked) return;
    listing.value = found?.ok
      ? { is: 'found', ...found.value }
      : { is: 'failed', reason: found?.reason ?? 'no-answer' };
  };
  const narrow = (part: HighlightQuery): void => {
    query.value = part;
    void ask(PORTION);
  };
  const shownNow = (): number =>
    listing.value.is === 'found' ? Math.max(PORTION, listing.value.shown.length) : PORTION;

  onChange(() => void ask(shownNow()));
  void ask(PORTION);
  return {
    query,
    listing,
    search: (words) => narrow({ ...query.value, words }),
    chooseColour(colour) {
      const { colour: _before, ...rest } = query.value;
      narrow({ ...rest, ...(colour && { colour }) });
    },
    onlyNotes(only) {
      const { hasNote: _before, ...rest } = query.value;
      narrow({ ...rest, ...(only && { hasNote: true }) });
    },
    async more() {
      const before = listing.value;
      if (before.is !== 'found' || before.shown.length >= before.total) return;
      const mine = (asked += 1);
      const about = { query: query.value, from: before.shown.length, count: PORTION };
      const found = await send('highlights/find', about).catch(() => null);
      if (mine !== asked || !found?.ok) return;
      const shown = [...before.shown, ...found.value.shown];
      listing.value = { is: 'found', ...found.value, shown };
    },
    tryAgain: () => void ask(PORTION),
    async everything() {
      const all: ListedHighlight[] = [];
      for (;;) {
        const about = { query: query.value, from: all.length, count: EXPORTED_AT_ONCE };
        const found = await send('highlights/find', about).catch(() => null);
        if (!found?.ok) return null;
        all.push(...found.value.shown);
        if (found.value.shown.length < EXPORTED_AT_ONCE) return all;
      }
    },
  };
}
