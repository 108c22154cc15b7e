import { type ReadonlySignal, signal } from '@preact/signals';
import {
  addPictures,
  addRooms,
  NO_ROOM,
  type PictureRoom,
  type Room,
} from '../../article/album.ts';
import type { ArticleId } from '../../article/article.ts';
import type { OwnRequests, Send } from '../../messages/protocol.ts';

/** How the storage section reaches the world; fakes of a few lines in tests. */
export interface StorageWorld {
  send: Send;
  /** All that the browser holds for us, in bytes; 0 where it does not say. */
  used: () => Promise<number>;
  /** Whether the browser promised to keep it; `ask` asks for that. */
  promise: { is: () => Promise<boolean>; ask: () => Promise<boolean> };
  onChange: (listener: () => void) => void;
  readerAddress: (id: ArticleId) => string;
}

export type Measuring =
  | { is: 'measuring'; articles: number }
  | { is: 'measured'; room: Room; rest: number }
  | { is: 'failed' };

export type Clearing = { is: 'not' | 'asked' } | { is: 'clearing' | 'cleared'; gone: PictureRoom };

export interface StorageModel {
  measuring: ReadonlySignal<Measuring>;
  clearing: ReadonlySignal<Clearing>;
  promised: ReadonlySignal<'unknown' | 'yes' | 'no' | 'refused'>;
  measure(): Promise<void>;
  /** Asks before the pictures of archived articles go. */
  askToClear(): void;
  cancel(): void;
  clear(): Promise<void>;
  removePictures(id: ArticleId): Promise<void>;
  askForPromise(): Promise<void>;
  readerAddress: (id: ArticleId) => string;
}

/** Null when the background does not answer. */
type Answer<K extends keyof OwnRequests> = ReturnType<OwnRequests[K]> | null;

/** Between two looks at a library that is changing. */
const PAUSE = 1500;
const NONE: PictureRoom = { articles: 0, pictures: 0, bytes: 0 };

/** What the library takes up and how to make room, without a page. */
export function createStorageModel(world: StorageWorld, pause = PAUSE): StorageModel {
  const measuring = signal<Measuring>({ is: 'measuring', articles: 0 });
  const clearing = signal<Clearing>({ is: 'not' });
  const promised = signal<'unknown' | 'yes' | 'no' | 'refused'>('unknown');
  let latest = 0;

  const model: StorageModel = {
    measuring,
    clearing,
    promised,
    readerAddress: world.readerAddress,
    async measure() {
      const mine = (latest += 1);
      let room = NO_ROOM;
      for (let after: ArticleId | null = null; ;) {
        const found: Answer<'storage/measure'> = await world
          .send('storage/measure', after)
          .catch(() => null);
        if (mine !== latest) return;
        if (!found?.ok) {
          measuring.value = { is: 'failed' };
          return;
        }
        room = addRooms(room, found.value.part);
        after = found.value.next;
        if (after === null) break;
        // What was measured before stays in view meanwhile.
        if (measuring.value.is !== 'measured')
          measuring.value = { is: 'measuring', articles: room.articles };
      }
      const used = await world.used();
      const rest = Math.max(0, used - room.text - room.pictures.bytes);
      if (mine === latest) measuring.value = { is: 'measured', room, rest };
    },
    askToClear: () => (clearing.value = { is: 'asked' }),
    cancel: () => (clearing.value = { is: 'not' }),
    async clear() {
      let gone = NONE;
      clearing.value = { is: 'clearing', gone };
      for (let after: ArticleId | null = null; ;) {
        const cleared: Answer<'pictures/remove-archived'> = await world
          .send('pictures/remove-archived', after)
          .catch(() => null);
        if (!cleared?.ok) break;
        gone = addPictures(gone, cleared.value.part);
        clearing.value = { is: 'clearing', gone };
        after = cleared.value.next;
        if (after === null) break;
      }
      clearing.value = { is: 'cleared', gone };
      await model.measure();
    },
    async removePictures(id) {
      await world.send('pictures/remove', id);
      await model.measure();
    },
    async askForPromise() {
      promised.value = (await world.promise.ask()) ? 'yes' : 'refused';
    },
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  world.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void model.measure();
    }, pause);
  });
  void model.measure();
  void world.promise.is().then((yes) => (promised.value = yes ? 'yes' : 'no'));
  return model;
}
