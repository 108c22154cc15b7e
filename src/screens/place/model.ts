import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId, Progress, SavedArticle } from '../../article/article.ts';
import type { Send } from '../../messages/protocol.ts';

/** Whoever got this far has read it, and begins anew. */
const READ = 0.97;
/** Letters on the same line, or nearly. */
const SAME = 40;

/** What there is to know of how far an article was read. */
export type ReadSoFar = Pick<SavedArticle, 'id' | 'minutes' | 'progress' | 'block' | 'offset'>;

export type Jump = (target: Range | Element, down?: number) => void;

export interface PlaceModel {
  /** How much is read of what is shown, from 0 to 1; null while nothing is known. */
  part: ReadonlySignal<number | null>;
  /** Minutes that are left of it. */
  minutesLeft: ReadonlySignal<number | null>;
  /** Where to begin; null for the beginning. */
  startOf(article: ReadSoFar): { block: number; offset: number } | null;
  /** Has this at the top of the view, or further down by a part of it; as soon as the text is followed. */
  jump: Jump;
  /** Who moves the text from now on; null when nobody does. Answers whether somewhere was to be gone to. */
  follow(mover: Jump | null): boolean;
  /** The person is here: said, but not kept. */
  look(minutes: number, part: number): void;
  /** The person stays here; asked at pauses. */
  keep(article: ReadSoFar, at: Progress): Promise<void>;
}

/** How far a saved article was read. */
export function createPlaceModel(send: Send): PlaceModel {
  const part = signal<number | null>(null);
  const minutesLeft = signal<number | null>(null);
  const kept = new Map<ArticleId, Progress>();
  const look = (minutes: number, now: number): void => {
    part.value = now;
    minutesLeft.value = now < READ ? Math.ceil(minutes * (1 - now)) : 0;
  };
  let mover: Jump | null = null;
  let due: Parameters<Jump> | null = null;
  return {
    jump(...to) {
      if (mover) mover(...to);
      else due = to;
    },
    follow(next) {
      mover = next;
      const wasDue = due;
      if (!next || !wasDue) return false;
      due = null;
      next(...wasDue);
      return true;
    },
    part,
    minutesLeft,
    startOf: ({ block, offset = 0, progress }) =>
      progress < READ && block + offset > 0 ? { block, offset } : null,
    look,
    async keep({ id, minutes, block, offset, progress }, at) {
      look(minutes, at.part);
      const last = kept.get(id) ?? { block, part: progress, offset };
      const away = Math.abs((last.offset ?? 0) - (at.offset ?? 0));
      const wasRead = last.part >= READ;
      if (last.block === at.block && away < SAME && wasRead === at.part >= READ) return;
      kept.set(id, at);
      await send('library/do', [{ ids: [id], change: { is: 'progress', progress: at } }]);
    },
  };
}
