import { useEffect, useState } from 'preact/hooks';
import { follow } from './follow.ts';
import type { PlaceModel, ReadSoFar } from './model.ts';
import { readingView } from './view.ts';

/** Goes to where the person stopped reading, and keeps where they are; answers what tells it that the text is there. */
export function usePlace(
  minutes: number | null,
  saved: ReadSoFar | null,
  place: PlaceModel,
): () => void {
  /** How often a text was shown: each is followed anew. */
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (minutes === null || shown === 0) return;
    history.scrollRestoration = 'manual';
    const ending = new AbortController();
    // Other letters would move the lines.
    void document.fonts.ready.then(() => {
      const text = document.querySelector('.article-text');
      if (!text || ending.signal.aborted) return;
      const view = readingView(text, document.querySelector('[data-reader-bar]'));
      // A way into the text, such as a note, comes first.
      const begin = saved && !location.hash && scrollY === 0 ? place.startOf(saved) : null;
      follow({ minutes, saved }, place, view, begin, ending.signal);
    });
    return () => ending.abort();
  }, [saved?.id, shown]);
  return () => setShown((times) => times + 1);
}
