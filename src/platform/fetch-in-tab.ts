import { within } from '../messages/send.ts';
import { browser } from './browser.ts';

export interface FetchLimits {
  bytes: number;
  milliseconds: number;
}

/** A picture fetched by the page that shows it, as a data: address; null when its server or a limit says no. */
export async function fetchPictureInTab(
  tabId: number,
  src: string,
  limits: FetchLimits,
): Promise<string | null> {
  try {
    const injected = browser.scripting.executeScript({
      target: { tabId },
      // Else it would wait for a page that never finishes loading.
      injectImmediately: true,
      func: fetchPicture,
      args: [src, limits],
    });
    const [answer] = await within(limits.milliseconds * 2, injected);
    return typeof answer?.result === 'string' ? answer.result : null;
  } catch {
    // The tab went elsewhere or was closed.
    return null;
  }
}

/** Runs in the page, so it may use nothing from outside. No cookies, no referrer, nothing that names us. */
async function fetchPicture(src: string, limits: FetchLimits): Promise<string | null> {
  try {
    const response = await fetch(src, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // The page has most likely loaded it already.
      cache: 'force-cache',
      signal: AbortSignal.timeout(limits.milliseconds),
    });
    const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    if (!response.ok || !response.body || !/^image\/(?:png|jpeg|gif|webp|avif)$/.test(type))
      return null;
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (bytes > limits.bytes) {
        await reader.cancel();
        return null;
      }
      chunks.push(value);
    }
    return await new Promise((resolve) => {
      const file = new FileReader();
      file.onload = () => resolve(file.result as string);
      file.onerror = () => resolve(null);
      file.readAsDataURL(new Blob(chunks, { type }));
    });
  } catch {
    return null;
  }
}
