const LONGEST_STRETCH = 12;

interface Yielding {
  scheduler?: { postTask?: (task: () => void) => Promise<void> };
}

/** Lets others have their turn once in 12 ms: await what it returns wherever work goes on for long. */
export function breaths(clock: () => number = () => performance.now()): () => Promise<void> | null {
  let since = clock();
  return () => {
    if (clock() - since < LONGEST_STRETCH) return null;
    return anotherTurn().then(() => {
      since = clock();
    });
  };
}

/** At the end of the queue: `scheduler.yield` goes before all timers, and so nobody could cancel for long. */
const anotherTurn = (): Promise<void> =>
  (globalThis as Yielding).scheduler?.postTask?.(() => undefined) ??
  new Promise((resolve) => {
    setTimeout(resolve);
  });
