import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArticleFacts, ArticleId } from '../../../article/article.ts';
import { RATES } from '../../../article/listening.ts';
import type { KeysModel } from '../../../ui/keys-model.ts';
import { t } from '../../../ui/strings.ts';
import { textShown } from '../text-shown.ts';
import { Controls } from './Controls.tsx';
import { createFollow, type Follow } from './follow.ts';
import { listenForClicks, listenForKeys, whereToBegin } from './hand.ts';
import type { ListenCommand } from './keys.ts';
import { markSentence, markWord, spokenRange, unmark } from './marks.ts';
import { createMediaKeys, type MediaWorld } from './media-keys.ts';
import { type AloudModel, type AloudWorld, createAloudModel } from './model.ts';
import { readPage } from './page-text.ts';

export interface AloudProps {
  facts: Pick<ArticleFacts, 'title' | 'byline' | 'lang'>;
  html: string;
  /** Null for an article that is not saved: its place is not kept. */
  id: ArticleId | null;
  onClose: () => void;
}

interface Listening {
  model: AloudModel;
  follow: Follow;
}

/** Reads the article of the page aloud for as long as it is shown, with the bar that steers it. */
export function Aloud({
  world,
  media,
  facts,
  html,
  id,
  keys,
  onClose,
}: AloudProps & {
  world: (id: ArticleId | null) => AloudWorld;
  media: MediaWorld;
  keys: KeysModel<ListenCommand>;
}): JSX.Element | null {
  const [listening, setListening] = useState<Listening | null>(null);
  // At once: the first word does not wait for the bar to be drawn.
  useLayoutEffect(() => {
    const ending = new AbortController();
    void textShown(ending.signal).then((article) => {
      if (ending.signal.aborted) return;
      const { model, follow, acts } = listen(article, facts, world(id), media, ending.signal);
      listenForKeys(() => keys.lines.value, { ...acts, close: onClose }, ending.signal);
      setListening({ model, follow });
    });
    return () => ending.abort();
  }, [id]);
  const begun = useRef(html);
  useEffect(() => {
    // Another version, or more of it: the sentences stand elsewhere.
    if (html !== begun.current) onClose();
  }, [html]);
  if (!listening) return null;
  return (
    <Controls
      model={listening.model}
      isAway={listening.follow.isAway.value}
      onBack={listening.follow.back}
      onClose={onClose}
    />
  );
}

function listen(
  article: HTMLElement,
  facts: AloudProps['facts'],
  world: AloudWorld,
  media: MediaWorld,
  ending: AbortSignal,
): Listening & { acts: Omit<Record<ListenCommand, () => void>, 'close'> } {
  const mark = (): void => {
    markSentence(page, model);
    markWord(page, model);
  };
  const words = { lang: facts.lang, picture: t('aloudPicture'), code: t('aloudCode') };
  const page = readPage(headsOf(article, facts.byline), article, words, mark);
  const begin = whereToBegin(page, article);
  const model = createAloudModel(page, world);
  const follow = createFollow(() => spokenRange(page, model), ending);
  const mediaKeys = createMediaKeys(media, model, facts);
  const stepRate = (step: 1 | -1): void => {
    const now = model.choice.way(model.lang.value).rate;
    const next =
      step === 1 ? RATES.find((rate) => rate > now) : RATES.findLast((rate) => rate < now);
    if (next) model.setRate(next);
  };
  listenForClicks(page, model, ending);
  addEventListener('pagehide', model.close, { signal: ending });
  const stops = [
    effect(() => markSentence(page, model)),
    effect(() => markWord(page, model)),
    effect(() => {
      if (!model.sentence.value) return;
      follow.look();
      // Behind the first word: they are styles of every letter, so the whole page gets its styles anew.
      void import('./said.css');
    }),
    effect(() => mediaKeys.follow(model.state.value === 'playing')),
  ];
  ending.addEventListener('abort', () => {
    for (const stop of stops) stop();
    model.close();
    mediaKeys.end();
    page.end();
    unmark();
  });
  if (begin.isChosen) void model.choice.loaded.then(() => model.startAt(begin.place));
  else void model.start(begin.place);
  const acts = {
    toggle: model.toggle,
    'sentence-on': () => model.skipSentence(1),
    'sentence-back': () => model.skipSentence(-1),
    'paragraph-on': () => model.skipParagraph(1),
    'paragraph-back': () => model.skipParagraph(-1),
    faster: () => stepRate(1),
    slower: () => stepRate(-1),
  };
  return { model, follow, acts };
}

/** Title and byline above the article. */
function headsOf(article: Element, byline: string): Element[] {
  const header = article.parentElement?.querySelector('header');
  const title = header?.querySelector('h1');
  const names = [...(header?.querySelectorAll('bdi') ?? [])];
  const author = byline && names.find(({ textContent }) => textContent === byline);
  return [title, author].filter((head) => head instanceof Element);
}
