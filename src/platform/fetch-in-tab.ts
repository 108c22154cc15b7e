import { done, failed } from '../article/result.ts';
import { within } from '../messages/send.ts';
import { browser } from './browser.ts';
import type { Fetched, FetchLimits } from './fetched.ts';
import type { PictureTab } from './picture-tabs.ts';

/** A file fetched by the page that shows it: of its own origin, or where the server lets it (CORS). */
export async function fetchInTab(
  { tabId, origin }: PictureTab,
  src: string,
  limits: FetchLimits,
): Promise<Fetched> {
  const answer = await runInTab(tabId, limits.milliseconds * 2, fetchFile, [src, origin, limits]);
  if (answer.startsWith('data:')) return done(bytesOfData(answer));
  // Nothing else would fetch it either, but for pages that forbid themselves to fetch.
  if (answer === 'blocked' && new URL(src).origin === origin) return failed('no-answer');
  return failed(answer === 'no-answer' || answer === 'too-large' ? answer : 'refused');
}

/** A drawing as a picture of pixels, drawn by the page; null when the page may not, or it has no size. */
export async function drawInTab(tabId: number, svg: string): Promise<ArrayBuffer | null> {
  const answer = await runInTab(tabId, 10_000, drawSvg, [svg]);
  return answer.startsWith('data:image/png') ? bytesOfData(answer) : null;
}

/** Empty when the tab went elsewhere, was closed, or does not answer in time. */
async function runInTab<A extends unknown[]>(
  tabId: number,
  milliseconds: number,
  func: (...args: A) => Promise<string>,
  args: A,
): Promise<string> {
  try {
    const injected = browser.scripting.executeScript({
      target: { tabId },
      // Else it would wait for a page that never finishes loading.
      injectImmediately: true,
      func,
      args,
    });
    const [answer] = await within(milliseconds, injected);
    return typeof answer?.result === 'string' ? answer.result : '';
  } catch {
    return '';
  }
}

const bytesOfData = (address: string): ArrayBuffer =>
  Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) =>
    character.charCodeAt(0),
  ).buffer;

/**
 * Runs in the page, so it may use nothing from outside. No cookies, no referrer, nothing that names us.
 * Answers the file as a data: address, or why there is none.
 */
async function fetchFile(src: string, origin: string, limits: FetchLimits): Promise<string> {
  // The tab went to another site: that one is not to ask for this picture.
  if (location.origin !== origin) return 'elsewhere';
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(src, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // The page has most likely loaded it already.
      cache: 'force-cache',
      signal,
    });
    if (!response.ok || !response.body) return 'no-answer';
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (const reader = response.body.getReader(); ;) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      bytes += value.length;
      if (bytes > limits.bytes) {
        await reader.cancel();
        return 'too-large';
      }
      chunks.push(value);
    }
    return await new Promise((resolve) => {
      const file = new FileReader();
      file.onload = () => resolve(file.result as string);
      file.onerror = () => resolve('no-answer');
      file.readAsDataURL(new Blob(chunks));
    });
  } catch {
    return signal.aborted ? 'no-answer' : 'blocked';
  }
}

/** Runs in the page, so it may use nothing from outside. Nothing of a drawing in an <img> runs or loads. */
async function drawSvg(svg: string): Promise<string> {
  const mostWidth = 1600;
  try {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    if (naturalWidth === 0 || naturalHeight === 0 || naturalHeight > naturalWidth * 20) return '';
    // Twice as fine as its size, for fine screens.
    const width = Math.min(mostWidth, naturalWidth * 2);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.max(1, Math.round((naturalHeight * width) / naturalWidth));
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  } catch {
    return '';
  }
}
