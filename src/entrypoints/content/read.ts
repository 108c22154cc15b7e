import { readPage } from '../../extract/read-page.ts';
import type { ReadOptions } from '../../article/read-failure.ts';

/** Reads the page this script was injected into; the answer is plain data. Bugs are seen in the page's console. */
export function read(options: ReadOptions = askedFor()): unknown {
  if (document.readyState === 'loading' && !options.evenIfLoading)
    return { ok: false, reason: 'still-loading' };
  try {
    const result = readPage(document, options);
    return result.ok ? { ok: true, value: result.value.draft } : result;
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
