import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../article/article.ts';
import type {
  Highlight,
  HighlightChange,
  HighlightColour,
  HighlightId,
} from '../../article/highlight.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import { QuoteFinder, quoteAt, type TextPosition } from '../../article/text-quote.ts';
import type { Send } from '../../messages/protocol.ts';

/** How highlighting reaches the world; fakes of a few lines in tests. */
export interface HighlightsWorld {
  send: Send;
  /** The article on show; null while it is not saved. */
  article: () => ArticleId | null;
  /** Saves the article on show; null when that failed. */
  save: () => Promise<ArticleId | null>;
  /** A highlight was made in an article that was not saved before. */
  onFirst?: (article: ArticleId, id: HighlightId) => void;
  onChange: (listener: () => void) => void;
  randomId: () => string;
}

/** A highlight and where its words stand in the text on show; null where they are not there any more. */
export interface PlacedHighlight extends Highlight {
  place: TextPosition | null;
}

type Trouble = LibraryFailure | 'no-answer';

/** The highlights of one article. */
export interface HighlightsModel {
  /** In the order of the text, those that are lost at the end. */
  all: ReadonlySignal<readonly PlacedHighlight[]>;
  /** Removed just now. */
  removed: ReadonlySignal<PlacedHighlight | null>;
  trouble: ReadonlySignal<Trouble | null>;
  /** Asks for the highlights of the article on show. */
  load(): Promise<void>;
  /** The text on show, as `text-map` gives it. */
  read(text: string): void;
  /** Marks words; gives the highlight's id at once when it stands before the person. */
  add(position: TextPosition, colour: HighlightColour): Promise<HighlightId | null>;
  recolour(id: HighlightId, colour: HighlightColour): void;
  annotate(id: HighlightId, note: string): void;
  remove(id: HighlightId): void;
  undo(): void;
  forgetRemoved(): void;
}

/** Changes are seen at once, and taken back if the library did not keep them. */
export function createHighlightsModel(world: HighlightsWorld): HighlightsModel {
  const all = signal<readonly PlacedHighlight[]>([]);
  const removed = signal<PlacedHighlight | null>(null);
  const trouble = signal<Trouble | null>(null);
  let text = '';
  let finder: QuoteFinder | null = null;
  /** Changes that are not answered: what was asked for before them is out of date. */
  let changes = 0;

  const placed = (highlight: Highlight): PlacedHighlight => ({
    ...highlight,
    place: finder?.find(highlight.quote, highlight.position) ?? null,
  });
  const show = (highlights: readonly PlacedHighlight[]): void => {
    all.value = [...highlights].sort(
      (a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || orderOf(a, b),
    );
  };

  const perform = async (
    after: readonly PlacedHighlight[],
    deed: { article: ArticleId; id: HighlightId; change: HighlightChange },
  ): Promise<boolean> => {
    changes += 1;
    const before = all.value;
    show(after);
    const shown = all.value;
    const result = await world.send('highlights/do', [deed]).catch(() => null);
    const done = result?.ok === true && result.value;
    trouble.value = done ? null : result?.ok === false ? result.reason : 'no-answer';
    if (!done && all.value === shown) all.value = before;
    return done;
  };
  const changed = (id: HighlightId, change: HighlightChange, part: Partial<Highlight>): void => {
    const one = all.value.find((highlight) => highlight.id === id);
    if (!one) return;
    const after = all.value.map((highlight) =>
      highlight.id === id ? { ...highlight, ...part } : highlight,
    );
    void perform(after, { article: one.article, id, change });
  };

  const model: HighlightsModel = {
    all,
    removed,
    trouble,
    async load() {
      const article = world.article();
      if (article === null) {
        if (all.value.length > 0) all.value = [];
        return;
      }
      const asOf = changes;
      const found = await world.send('highlights/of', article).catch(() => null);
      if (asOf !== changes || article !== world.article()) return;
      if (found?.ok) show(found.value.map(placed));
      else trouble.value = found?.reason ?? 'no-answer';
    },
    read(now) {
      if (now === text && finder) return;
      text = now;
      finder = new QuoteFinder(now);
      show(all.value.map(placed));
    },
    async add(position, colour) {
      const known = world.article();
      const article = known ?? (await world.save());
      if (article === null) return null;
      const id = world.randomId() as HighlightId;
      const quote = quoteAt(text, position);
      const said = { quote, position, colour, note: '' };
      const times = { createdAt: Date.now(), changedAt: Date.now() };
      const one: PlacedHighlight = { ...said, ...times, article, id, place: position };
      const done = perform([...all.value, one], { article, id, change: { is: 'added', ...said } });
      if (known === null && (await done)) world.onFirst?.(article, id);
      return id;
    },
    recolour: (id, colour) => changed(id, { is: 'colour', colour }, { colour }),
    annotate(id, note) {
      const one = all.value.find((highlight) => highlight.id === id);
      if (one && one.note !== note.trim()) changed(id, { is: 'note', note }, { note: note.trim() });
    },
    remove(id) {
      const one = all.value.find((highlight) => highlight.id === id);
      if (!one) return;
      removed.value = one;
      const after = all.value.filter((highlight) => highlight.id !== id);
      const change: HighlightChange = { is: 'removed', removed: true };
      void perform(after, { article: one.article, id, change });
    },
    undo() {
      const one = removed.value;
      removed.value = null;
      if (!one) return;
      const change: HighlightChange = { is: 'removed', removed: false };
      void perform([...all.value, one], { article: one.article, id: one.id, change });
    },
    forgetRemoved: () => (removed.value = null),
  };
  world.onChange(() => void model.load());
  return model;
}

const orderOf = (a: Highlight, b: Highlight): number =>
  a.position.start - b.position.start || a.createdAt - b.createdAt;
