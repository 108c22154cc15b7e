import './marks.css';
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { render } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import type { HighlightId } from '../../article/highlight.ts';
import type { Send } from '../../messages/protocol.ts';
import { provideStrings } from '../../ui/strings.ts';
import type { Source } from './as-quotation.ts';
import { Highlights } from './Highlights.tsx';
import { createHighlightsModel } from './model.ts';
import { createMarkedPage } from './page.ts';
import { OnPage, type ShownOnPage } from './OnPage.tsx';

/** What the screen under it hands over. */
export interface Highlighting {
  send: Send;
  /** In a file of its own this has no strings yet. */
  strings?: Parameters<typeof provideStrings>[0];
  article: () => ArticleId | null;
  save: () => Promise<ArticleId | null>;
  onFirst?: (article: ArticleId, id: HighlightId) => void;
  onChange: (listener: () => void) => void;
  source: () => Source | null;
  /** The page of the highlights of all articles. */
  allAddress?: string;
  /** The highlight to go to, named in the page's address. */
  wanted?: string | null;
  /** The keys that the person has for it; `h` and `n` unless told. */
  keysFor?: (what: 'highlight' | 'note') => readonly string[];
  /** Draws the highlights over the original page. */
  showOnPage?: ShownOnPage;
  /** Where the line for that stands. */
  line?: Element | null;
}

/** What the screen can do with it afterwards. */
export interface HighlightsHandle {
  count: ReadonlySignal<number>;
  /** Opens the list of the article's highlights, or closes it. */
  togglePanel(): void;
  /** The article on show is another, or was saved. */
  reload(): void;
}

/** Brings highlighting to the text in `main`. A file of its own, loaded when the text stands. */
export function mountHighlights(main: HTMLElement, given: Highlighting): HighlightsHandle {
  if (given.strings) provideStrings(given.strings, false);
  const model = createHighlightsModel({ ...given, randomId: () => crypto.randomUUID() });
  const page = createMarkedPage(main, model, new AbortController().signal);
  const count = signal(0);
  const panel = signal(false);
  effect(() => {
    count.value = model.all.value.length;
    untracked(page.refresh);
  });
  const host = document.createElement('div');
  host.dataset['highlights'] = '';
  document.body.append(host);
  render(<Highlights model={model} page={page} panel={panel} given={given} />, host);
  const { line, showOnPage } = given;
  if (line && showOnPage)
    effect(() => render(<OnPage highlights={model.all.value} showOnPage={showOnPage} />, line));
  void model.load();
  return {
    count,
    togglePanel: () => (panel.value = !panel.value),
    reload: () => void model.load(),
  };
}
