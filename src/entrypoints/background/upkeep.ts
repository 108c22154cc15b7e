import type { Library } from '../../store/library.ts';

/** After the last change; whoever saves ten pages in a row is not held up. */
const PAUSE_BEFORE = 2000;
/** Between two steps, for whoever asks meanwhile. */
const PAUSE_BETWEEN = 50;

/**
 * Gives a function to call after each change: the search index is tidied once it is quiet, and once after
 * every start, for what a killed worker left. `stayAwake`: any call to the browser, for a worker that only
 * computes is put to sleep after 30 seconds.
 */
export function upkeepOf(library: Library, stayAwake: () => Promise<unknown>): () => void {
  let coming: ReturnType<typeof setTimeout> | undefined;
  const step = async (): Promise<void> => {
    const more = await library.tidy();
    if (!more.ok || !more.value) return;
    await stayAwake();
    later(PAUSE_BETWEEN);
  };
  const later = (pause: number): void => {
    clearTimeout(coming);
    coming = setTimeout(() => void step(), pause);
  };
  later(PAUSE_BEFORE);
  return () => later(PAUSE_BEFORE);
}
