import type { Plugin } from 'vite';

const FILE = '@zip.js/zip.js/lib/core/codec-registry.js';
const IMPORT = /await import\([^)"']*codecURI\)/g;

/**
 * zip.js loads further codecs from any address it is given. We give it none, and stores reject an import
 * of what is not known when building: there it throws.
 */
export function ownCodecs(): Plugin {
  return {
    name: 'lectern:own-codecs',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]!.endsWith(FILE)) return;
      const found = code.match(IMPORT)?.length;
      if (found !== 1) this.error(`${id}: ${found ?? 0} imports, 1 expected: read the new version`);
      const safe = code.replace(
        IMPORT,
        `(() => { throw new Error('Codecs come with the extension'); })()`,
      );
      return { code: safe, map: null };
    },
  };
}
