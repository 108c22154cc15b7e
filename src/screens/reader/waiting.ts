import { type ReadonlySignal, signal } from '@preact/signals';
import { type AddItem, type AddJob, isUnsettled } from '../../article/adding.ts';
import { addressKey, type ArticleId, type SavedArticle } from '../../article/article.ts';
import type { Send } from '../../messages/protocol.ts';

/** How a waiting article reaches the world; fakes of a few lines in tests. */
export interface WaitingWorld {
  send: Send;
  job: { onChange(listener: (job: AddJob) => void): void };
  /** Asks the person to allow the site; to be called in the turn of a click. */
  allow: (url: string) => Promise<boolean>;
  /** Goes to the article that the address turned out to be. */
  showSaved: (id: ArticleId) => void;
}

/** How reading it now goes. */
export type WaitingState = 'idle' | 'refused' | AddItem['is'];

export interface WaitingModel {
  state: ReadonlySignal<WaitingState>;
  /** Reads the page in a background tab, if the person allows it. */
  read(article: SavedArticle): Promise<void>;
}

/** What can be done about an article of which only the address is there. */
export function createWaitingModel(world: WaitingWorld): WaitingModel {
  const state = signal<WaitingState>('idle');
  let asked: SavedArticle | null = null;

  world.job.onChange(({ items }) => {
    const key = asked && addressKey(asked.url);
    const item = items.findLast(({ url }) => addressKey(url) === key);
    if (!item || !asked) return;
    state.value = item.is;
    // The reader itself hears of an article that came under its own address.
    if (!isUnsettled(item) && item.id && item.id !== asked.id) world.showSaved(item.id);
  });

  return {
    state,
    async read(article) {
      if (!(await world.allow(article.url))) {
        state.value = 'refused';
        return;
      }
      asked = article;
      state.value = 'queued';
      try {
        const { url, title } = article;
        await world.send('add/start', { wishes: [{ url, title }], read: true });
      } catch (error) {
        state.value = 'no-answer';
        throw error;
      }
    },
  };
}
