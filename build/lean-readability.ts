import type { Plugin } from 'vite';

/** Methods of Readability 0.6 that `ArticleFinder` overrides or never reaches. */
const UNUSED = ['_getJSONLD', '_getArticleMetadata', '_getArticleTitle', '_unwrapNoscriptImages'];
/** Its messages for whoever debugs it. */
const LOG = /^[ \t]*this\.log\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);\n/gm;

/**
 * Empties what is never called, for Chrome compiles the injected script at every first click: a fifth
 * of the library. A new version without one of the methods stops the build.
 */
export function leanReadability(): Plugin {
  return {
    name: 'lectern:lean-readability',
    enforce: 'pre',
    transform(code, id) {
      if (!/@mozilla\/readability\/Readability\.js$/.test(id.split('?')[0] ?? '')) return null;
      let lean = code.replace(LOG, '');
      for (const method of UNUSED) {
        // The methods are formatted: two spaces before the name, and before the brace that ends it.
        const whole = new RegExp(`^  ${method}\\([^)]*\\) \\{\\n[\\s\\S]*?\\n  \\},`, 'm');
        if (!whole.test(lean)) this.error(`${id}: no ${method}: read the new version`);
        lean = lean.replace(whole, `  ${method}() {},`);
      }
      return { code: lean, map: null };
    },
  };
}
