import type { Library } from '../../store/library.ts';

/** After the last change; whoever saves ten pages in a row is not held up. */
const PAUSE_BEFORE = 2000;
/** Changes that go on and on put it off no longer: what waits would grow, and its place on the disk. */
const LONGEST_PAUSE = 10_000;
/** Between two steps, for whoever asks meanwhile. */
const PAUSE_BETWEEN = 50;

/** How the upkeep reaches the world. */
interface UpkeepWorld {
  /** Any call to the browser: a worker that only computes is put to sleep after 30 seconds. */
  stayAwake: () => Promise<unknown>;
  /** Hears when all is done. */
  onQuiet: () => Promise<void>;
}

/**
 * Keeps the library tidy from now on: purges once after every start, and once it is quiet after a change
 * tidies the search index; after every start too, for what a killed worker left.
 */
export function keepUp(library: Library, { stayAwake, onQuiet }: UpkeepWorld): void {
  let coming: ReturnType<typeof setTimeout> | undefined;
  /** Since when there is something to do. */
  let since: number | undefined;
  const step = async (): Promise<void> => {
    coming = undefined;
    const more = await library.tidy();
    if (more.ok && more.value) {
      await stayAwake();
      return later(PAUSE_BETWEEN);
    }
    since = undefined;
    if (more.ok) await onQuiet();
  };
  const later = (pause: number): void => {
    clearTimeout(coming);
    coming = setTimeout(() => void step(), pause);
  };
  library.onWrite = () => {
    since ??= Date.now();
    if (!coming || Date.now() - since < LONGEST_PAUSE) later(PAUSE_BEFORE);
  };
  later(PAUSE_BEFORE);
  // However much is going on: it is short.
  setTimeout(() => void library.purge(), PAUSE_BEFORE);
}
