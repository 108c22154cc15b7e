/** In milliseconds: the list reads itself anew, which takes a moment where it is long. */
const PAUSE = 8000;

/** Does something soon after it is asked for, and again at the end, but never more often than every 8 s. */
export function nowAndThen(act: () => void, pause = PAUSE): () => void {
  let coming: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  return () => {
    if (coming !== undefined) return;
    const wait = Math.max(0, last + pause - performance.now());
    coming = setTimeout(() => {
      coming = undefined;
      last = performance.now();
      act();
    }, wait);
  };
}
