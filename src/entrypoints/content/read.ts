import type { ReadOptions } from '../../article/read-failure.ts';
import { readPage } from '../../extract/read-page.ts';

// `pages.js` reads with it what it fetches.
export { readPage };

/** What our other scripts leave in the page for this one. */
interface Left {
  __lecternAsked?: ReadOptions;
  /** Stays for as long as the page does. See `pick.ts`. */
  __lecternPicked?: Element;
}

const page = globalThis as Left;

/** Reads the page this script was injected into; the answer is plain data. Bugs are seen in the page's console. */
export function read(options: ReadOptions = askedFor()): unknown {
  const isLoading = document.readyState === 'loading';
  if (isLoading && !options.evenIfLoading) return { ok: false, reason: 'still-loading' };
  if (options.forgetPicked) delete page.__lecternPicked;
  const picked = page.__lecternPicked;
  try {
    const result = readPage(document, {
      ...options,
      // The page may have put another in its place.
      picked: picked?.isConnected ? picked : undefined,
    });
    if (!result.ok) return result;
    const { draft } = result.value;
    if (isLoading) draft.cutShort = 'loading';
    return { ok: true, value: draft };
  } catch (error) {
    console.error(error);
    return { ok: false, reason: 'broken' };
  }
}

/** What `platform/read-tab` left for this reading, and for no other. */
function askedFor(): ReadOptions {
  const { __lecternAsked = {} } = page;
  delete page.__lecternAsked;
  return __lecternAsked;
}
