import { done, failed } from '../article/result.ts';
import type { Fetched, FetchLimits } from './fetched.ts';

/**
 * A file fetched by the background, for whose site there must be a grant: without one Firefox would tell
 * the server who we are. Another site is gone on to only where the grant is for all.
 */
export async function fetchHere(
  src: string,
  limits: FetchLimits,
  mayGoOn: boolean,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(src, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: mayGoOn ? 'follow' : 'manual',
      signal,
    });
    if (response.type === 'opaqueredirect') return failed('refused');
    if (!response.ok || !response.body) return failed('no-answer');
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      bytes += value.length;
      if (bytes > limits.bytes) {
        await reader.cancel();
        return failed('too-large');
      }
      chunks.push(value);
    }
    return done(await new Blob(chunks).arrayBuffer());
  } catch {
    return failed('no-answer');
  }
}
