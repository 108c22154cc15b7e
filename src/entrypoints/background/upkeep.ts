import type { Library } from '../../store/library.ts';

/** After the last change; whoever saves ten pages in a row is not held up. */
const PAUSE_BEFORE = 2000;
/** Between two steps, for whoever asks meanwhile. */
const PAUSE_BETWEEN = 100;

/**
 * Gives a function to call after each change: the search index is tidied once it is quiet. A worker that
 * is killed meanwhile goes on after the next change.
 */
export function upkeepOf(library: Library): () => void {
  let coming: ReturnType<typeof setTimeout> | undefined;
  const step = async (): Promise<void> => {
    const more = await library.tidy();
    if (more.ok && more.value) later(PAUSE_BETWEEN);
  };
  const later = (pause: number): void => {
    clearTimeout(coming);
    coming = setTimeout(() => void step(), pause);
  };
  return () => later(PAUSE_BEFORE);
}
