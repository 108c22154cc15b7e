import type { PageFailure } from '../../article/pages.ts';
import { done, failed, type Result } from '../../article/result.ts';

const MOST_BYTES = 5_000_000;
const PATIENCE = 15_000;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;
/** A page says its charset in so many bytes. */
const HEAD = 2_048;

interface FetchedPage {
  html: string;
  /** Where it was found in the end. */
  address: string;
}

/**
 * One page of the origin we are in, as text: without cookies, without a referrer, within limits. It is
 * not fetched from elsewhere, nor taken from where a redirect leads elsewhere.
 */
export async function fetchPage(
  address: string,
  { origin }: Pick<URL, 'origin'>,
  fetcher: typeof fetch,
): Promise<Result<FetchedPage, PageFailure>> {
  if (!URL.canParse(address) || new URL(address).origin !== origin) return failed('refused');
  const isWeb = /^https?:/i.test(address);
  if (!isWeb) return failed('refused');
  try {
    const response = await fetcher(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      mode: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const found = response.url || address;
    const [type, charset] = typeOf(response);
    if (!response.ok || new URL(found).origin !== origin) return failed('refused');
    if (!PAGE_TYPE.test(type)) return failed('no-article');
    const bytes = await bytesOf(response);
    if (!bytes) return failed('too-large');
    return done({ html: decode(bytes, charset), address: found.replace(/#(?![!/]).*$/, '') });
  } catch {
    return failed('no-answer');
  }
}

function typeOf(response: Response): [type: string, charset: string] {
  const header = response.headers.get('content-type') ?? '';
  const [, charset = ''] = /charset\s*=\s*"?([\w-]+)/i.exec(header) ?? [];
  return [header.split(';')[0]!.trim().toLowerCase(), charset];
}

/** Null when there are more than may be. */
async function bytesOf({ body }: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = body.getReader(); ;) {
    const { done: isDone, value } = await reader.read();
    if (isDone) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The charset of the server, of a byte order mark, of the page itself, or UTF-8. */
function decode(bytes: Uint8Array<ArrayBuffer>, charset: string): string {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const [, told = ''] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? [];
  for (const label of isMarked ? [] : [charset, told]) {
    try {
      if (label) return new TextDecoder(label).decode(bytes);
    } catch {
      // A name that no browser knows.
    }
  }
  return new TextDecoder().decode(bytes);
}
