import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, Progress, SavedArticle } from '../../article/article.ts';
import type { Send } from '../../messages/protocol.ts';

/** Less than this, as a part of the whole, is no reading on. */
const STEP = 0.01;
/** Whoever got this far has read it, and begins anew. */
const READ = 0.97;

export interface PlaceModel {
  /** Minutes that are left of what is shown; null while nothing is known. */
  minutesLeft: ReadonlySignal<number | null>;
  /** The block to begin at; 0 for the beginning. */
  startOf(article: SavedArticle): number;
  /** The person is here; asked at pauses. */
  keep(article: SavedArticle, at: Progress): Promise<void>;
}

/** How far a saved article was read. */
export function createPlaceModel(send: Send): PlaceModel {
  const minutesLeft = signal<number | null>(null);
  const kept = new Map<ArticleId, Progress>();
  return {
    minutesLeft,
    startOf: ({ block, progress }) => (progress < READ ? block : 0),
    async keep({ id, minutes, block, progress }, at) {
      minutesLeft.value = at.part < READ ? Math.ceil(minutes * (1 - at.part)) : 0;
      const last = kept.get(id) ?? { block, part: progress };
      if (last.block === at.block && Math.abs(last.part - at.part) < STEP) return;
      kept.set(id, at);
      await send('library/do', [{ ids: [id], change: { is: 'progress', progress: at } }]);
    },
  };
}
