import type { Library } from '../../store/library.ts';

/** After the last change; whoever saves ten pages in a row is not held up. */
const PAUSE_BEFORE = 2000;
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
  const step = async (): Promise<void> => {
    const more = await library.tidy();
    if (!more.ok) return;
    if (!more.value) return onQuiet();
    await stayAwake();
    later(PAUSE_BETWEEN);
  };
  const later = (pause: number): void => {
    clearTimeout(coming);
    coming = setTimeout(() => void step(), pause);
  };
  library.onWrite = () => later(PAUSE_BEFORE);
  later(PAUSE_BEFORE);
  // However much is going on: it is short.
  setTimeout(() => void library.purge(), PAUSE_BEFORE);
}
