import type { Plugin } from 'vite';

/**
 * Gives the polyfill a default export. As the CommonJS module that it is, its bundled form copies a getter
 * for each part of the browser's interface, and asking for them makes the browser build every one (10 ms).
 */
export function polyfillAsModule(): Plugin {
  return {
    name: 'lectern:polyfill-as-module',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0]!.endsWith('webextension-polyfill/dist/browser-polyfill.js'))
        return null;
      const asModule = `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;`;
      return { code: asModule, map: null };
    },
  };
}
