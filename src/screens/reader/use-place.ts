import { useEffect, useState } from 'preact/hooks';
import type { Progress, SavedArticle } from '../../article/article.ts';
import type { PlaceModel } from './place.ts';

/** In milliseconds without scrolling. */
const PAUSE = 800;
/** The bar stands above the text. */
const BAR = 64;

/** Goes to where the person stopped reading, and keeps where they are; answers what tells it that the text is there. */
export function usePlace(article: SavedArticle | null, place: PlaceModel): () => void {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!article || !isShown) return;
    const ending = new AbortController();
    const { signal } = ending;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      clearTimeout(timer);
      const at = placeNow();
      if (at) void place.keep(article, at);
    };
    const begin = (): void => {
      if (signal.aborted) return;
      const start = place.startOf(article);
      // A way into the text, such as a note, comes first. Never by an animation.
      if (start > 0 && !location.hash && scrollY === 0) goTo(start);
      const options = { passive: true, signal };
      addEventListener(
        'scroll',
        () => {
          clearTimeout(timer);
          timer = setTimeout(keep, PAUSE);
        },
        options,
      );
      document.addEventListener('visibilitychange', () => document.hidden && keep(), options);
      addEventListener('pagehide', keep, options);
    };
    // Other letters would move the lines.
    void document.fonts.ready.then(begin);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [article?.id, isShown]);
  return () => setShown(true);
}

/** The blocks of the text: what is in it, below boxes that hold nothing else. */
function blocksOfText(): Element[] {
  let text = document.querySelector('.article-text');
  while (text?.children.length === 1 && text.firstElementChild!.children.length > 0)
    text = text.firstElementChild;
  return [...(text?.children ?? [])];
}

function goTo(block: number): void {
  const found = blocksOfText()[block];
  if (found)
    scrollTo({ top: scrollY + found.getBoundingClientRect().top - BAR, behavior: 'instant' });
}

/** Null while no text is in view. */
function placeNow(): Progress | null {
  const text = document.querySelector('.article-text')?.getBoundingClientRect();
  if (!text || text.height === 0) return null;
  const block = blocksOfText().findIndex((one) => one.getBoundingClientRect().bottom > BAR);
  const hidden = text.height - innerHeight + BAR;
  const isAtEnd = text.bottom <= innerHeight;
  const part = isAtEnd ? 1 : Math.min(1, Math.max(0, (BAR - text.top) / Math.max(1, hidden)));
  return { part, block: Math.max(0, block) };
}
