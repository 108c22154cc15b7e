import { setTimeout as sleep } from 'node:timers/promises';

/** Asks every 25 ms until the answer is neither undefined, null nor false; throws with `what` after the limit. */
export async function poll<T>(
  what: string,
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  timeoutMs = 30_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${String(timeoutMs)} ms`);
    await sleep(25);
  }
}
