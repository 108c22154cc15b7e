import type { Plugin } from 'vite';

/** How many `innerHTML` assignments each library has; a new version with another count stops the build. */
const ASSIGNMENTS: [file: RegExp, count: number][] = [
  [/@mozilla\/readability\/Readability\.js$/, 2],
  [/preact\/dist\/preact\.mjs$/, 1],
  // Of a function that is never called.
  [/highlight\.js\/lib\/core\.js$/, 1],
  [/dompurify\/dist\/purify\.es\.mjs$/, 1],
];

const ASSIGNMENT = /([\w$.]+)\.innerHTML\s*=(?!=)\s*((?:[^;,()\n]|\([^()]*\))+)/g;

/**
 * Rewrites the libraries' `innerHTML` assignments to nodes from an inert parser. Stores reject the
 * assignment, and Trusted Types would throw on it in our pages.
 */
export function safeInnerHtml(): Plugin {
  return {
    name: 'lectern:safe-inner-html',
    enforce: 'pre',
    transform(code, id) {
      const known = ASSIGNMENTS.find(([file]) => file.test(id.split('?')[0] ?? ''));
      if (!known) return null;
      let found = 0;
      const safe = code.replace(ASSIGNMENT, (_all, target: string, value: string) => {
        found += 1;
        return `${target}.replaceChildren(...new DOMParser().parseFromString(${value.trim()}, 'text/html').body.childNodes)`;
      });
      if (found !== known[1]) {
        this.error(
          `${id}: ${found} innerHTML assignments, ${known[1]} expected: read the new version`,
        );
      }
      return { code: safe, map: null };
    },
  };
}
