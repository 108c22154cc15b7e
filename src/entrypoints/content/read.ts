import type { ReadOptions } from '../../article/read-failure.ts';
import { readPage } from '../../extract/read-page.ts';

// `pages.js` reads with it what it fetches.
export { readPage };

/** Reads the page this script was injected into; the answer is plain data. Bugs are seen in the page's console. */
export function read(options: ReadOptions = askedFor()): unknown {
  const isLoading = document.readyState === 'loading';
  if (isLoading && !options.evenIfLoading) return { ok: false, reason: 'still-loading' };
  try {
    const result = readPage(document, options);
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
  const page = globalThis as { __lecternAsked?: ReadOptions };
  const { __lecternAsked = {} } = page;
  delete page.__lecternAsked;
  return __lecternAsked;
}
