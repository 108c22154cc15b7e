import { type ReadonlySignal, signal } from '@preact/signals';
import type { Trouble } from './world.ts';

/** Everything that can be done here and undone. */
export type DoneWord =
  | 'archived'
  | 'unarchived'
  | 'removed'
  | 'favourited'
  | 'unfavourited'
  | 'tagged'
  | 'tag-renamed'
  | 'tags-merged'
  | 'tag-removed'
  | 'search-saved'
  | 'search-renamed'
  | 'search-removed';

/** What something was done to: a name, or so many articles. */
export interface Told {
  is: DoneWord | 'undone';
  title: string;
  count?: number;
}

/** A short message: what was done and can be undone, or why something was not. */
export type Toast = Told | { is: 'trouble'; reason: Trouble };

/** The one message that is on show. */
export interface Toasts {
  toast: ReadonlySignal<Toast | null>;
  tell(message: Toast): void;
  /** Keeps it while someone points at it or is in it. */
  hold(): void;
  letGo(): void;
  close(): void;
}

const TOAST_STAYS = 9000;
/** A message that asks for nothing. */
const NOTE_STAYS = 4000;

/** No message yet; each one goes by itself. */
export function createToasts(): Toasts {
  const toast = signal<Toast | null>(null);
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const letGo = (): void => {
    clearTimeout(leaving);
    const stays = toast.value?.is === 'undone' ? NOTE_STAYS : TOAST_STAYS;
    leaving = setTimeout(() => (toast.value = null), stays);
  };
  return {
    toast,
    letGo,
    tell(message) {
      toast.value = message;
      letGo();
    },
    hold: () => clearTimeout(leaving),
    close: () => (toast.value = null),
  };
}
