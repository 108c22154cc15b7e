import type { Plugin } from 'vite';

/** Methods of Readability 0.6 that `ArticleFinder` has in its own way, or that are not reached as it calls the library. */
const UNUSED = [
  '_getJSONLD',
  '_getArticleMetadata',
  '_getArticleTitle',
  '_unescapeHtmlEntities',
  '_isUrl',
  '_isSingleImage',
  '_cleanClasses',
  '_removeFlag',
  '_isValidByline',
  '_hasChildBlockElement',
  '_hasSingleTagInsideElement',
  '_isPhrasingContent',
  '_getNextNode',
  '_getNodeAncestors',
  '_findNode',
];
/** Methods that are called for what `resolveLinks`, `resolvePictures` and `plainMarkup` do again. */
const DONE_AGAIN = ['_unwrapNoscriptImages', '_fixLazyImages', '_fixRelativeUris', '_cleanStyles'];
/** Those that `ArticleFinder` calls from its own. */
const CALLED = ['_hasAncestorTag', '_isProbablyVisible'];
/** Questions to the DOM that have a shorter form with the same answer; `copyPage` takes modal dialogs out. */
const SHORTER: [long: RegExp, short: string][] = [
  [
    /\(node\.tagName === "DIV" \|\|\s+node\.tagName === "SECTION"[^)]+"H6"\)/,
    '/^(?:DIV|SECTION|HEADER|H[1-6])$/.test(node.tagName)',
  ],
  [
    /!(\w+)\.parentNode \|\|\s+typeof \1\.parentNode\.tagName === "undefined"\s+\) \{\s+return;\s+\}\s+\/\/ If this/,
    '!$1.parentElement) return;\n// If this',
  ],
  [
    /!ancestor\.tagName \|\|\s+!ancestor\.parentNode \|\|\s+typeof ancestor\.parentNode\.tagName === "undefined"/,
    '!ancestor.parentElement',
  ],
  [/if \(\s+node\.getAttribute\("aria-modal"\) == "true"[\s\S]+?continue;\s+\}/, ''],
];
/** What only those methods asked, and what nobody here asks of the result. */
const DATA = [
  /^ {4}jsonLdArticleTypes:\n.*\n/m,
  /^ {4}extraneous:\n.*\n/m,
  /^ {4}(?:replaceFonts|nextLink|prevLink|srcsetUrl|b64DataUrl): .*\n/gm,
  /^ {2}HTML_ESCAPE_MAP: \{\n[\s\S]*?\n {2}\},\n/m,
  /^ {2}PRESENTATIONAL_ATTRIBUTES: \[\n[\s\S]*?\n {2}\],\n/m,
  /^ {2}DEPRECATED_SIZE_ATTRIBUTE_ELEMS: .*\n/m,
  // What it asks of its arguments and of another parser.
  /^ {2}if \(options && options\.documentElement\) \{\n[\s\S]*?\n {2}\}\n/m,
  /^ {4}if \(this\._maxElemsToParse > 0\) \{\n[\s\S]*?\n {4}\}\n/m,
  /^ {2}this\._(?:maxElemsToParse =\n.*|(?:docJSDOMParser|articleDir|articleSiteName) = .*)\n/gm,
  /^ {2}DEFAULT_MAX_ELEMS_TO_PARSE: .*\n/m,
  /^ {8}if \(node\.tagName === "HTML"\) \{\n.*\n {8}\}\n/m,
  /^ {8}\/\/ Find out text direction[\s\S]*?\n {8}\}\);\n/m,
  /^ {4}if \(this\._docJSDOMParser[^{]*\{\n[\s\S]*?\n {4}\}\n/gm,
  /^ {4}if \(!metadata\.excerpt\) \{\n[\s\S]*?\n {4}\}\n\n {4}var textContent.*\n/m,
  /^ {6}(?:title|byline|dir|lang|textContent|length|excerpt|siteName|publishedTime)(?:: (?:this|metadata|textContent)\b.*)?,\n/gm,
];
/** Its messages for whoever debugs it. */
const LOG = /^[ \t]*this\.log\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);\n/gm;

/**
 * Takes out what is never called, for Chrome compiles the injected script at every first click: a fifth
 * of the library. A new version without one of the methods stops the build.
 */
export function leanReadability(): Plugin {
  return {
    name: 'lectern:lean-readability',
    enforce: 'pre',
    // The package's other half, which only asks whether there may be an article.
    load: (id) => (/Readability-readerable\.js/.test(id) ? 'module.exports = null;' : null),
    transform(code, id) {
      if (!id.split('?')[0]!.endsWith('@mozilla/readability/Readability.js')) return null;
      let lean = code.replace(LOG, '').replace('if (this._debug) {', 'if (false) {');
      const shorter = [...SHORTER, ...DATA.map((data): [RegExp, string] => [data, ''])];
      for (const [long, short] of shorter) {
        if (lean.search(long) < 0) this.error(`${id}: no ${long.source}: read the new version`);
        lean = lean.replace(long, short);
      }
      for (const method of [...UNUSED, ...DONE_AGAIN]) {
        // The methods are formatted: two spaces before the name, and before the brace that ends it.
        const whole = new RegExp(`^  ${method}\\([^)]*\\) \\{\\n[\\s\\S]*?\\n  \\},`, 'm');
        if (!whole.test(lean)) this.error(`${id}: no ${method}: read the new version`);
        lean = lean.replace(whole, DONE_AGAIN.includes(method) ? `  ${method}() {},` : '');
      }
      // What `ArticleFinder` overrides or calls keeps its name.
      const kept = [...UNUSED, ...CALLED];
      const names = [...lean.matchAll(/^ {2}(_\w+)\(/gm)].map(([, name]) => name!);
      for (const [at, name] of names.filter((called) => !kept.includes(called)).entries())
        lean = lean.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `_${at.toString(36)}`);
      return { code: lean, map: null };
    },
  };
}
