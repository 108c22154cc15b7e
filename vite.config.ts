import { fileURLToPath } from 'node:url';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { backgroundInOne } from './build/background-in-one.ts';
import { classicScripts } from './build/classic-scripts.ts';
import { dateWords } from './build/date-words.ts';
import { fonts } from './build/fonts.ts';
import { manifestFor, type BrowserTarget } from './build/manifest-for.ts';
import { ownCodecs } from './build/own-codecs.ts';
import { polyfillAsModule } from './build/polyfill-as-module.ts';
import { safeInnerHtml } from './build/safe-inner-html.ts';

const ENTRYPOINTS = 'src/entrypoints';

/** `vite build --mode chrome` and `--mode firefox` write dist/chrome and dist/firefox. */
export default defineConfig(({ mode }) => {
  const target: BrowserTarget = mode === 'firefox' ? 'firefox' : 'chrome';
  const manifest = manifestFor(target);
  return {
    plugins: [
      safeInnerHtml(),
      ownCodecs(),
      polyfillAsModule(),
      classicScripts(
        [
          {
            entry: `${ENTRYPOINTS}/content/read.ts`,
            file: 'read.js',
            result: '__lectern.read()',
            version: String(manifest['version']),
          },
          { entry: `${ENTRYPOINTS}/content/clean.ts`, file: 'clean.js' },
          { entry: `${ENTRYPOINTS}/content/pick.ts`, file: 'pick.js' },
          { entry: `${ENTRYPOINTS}/content/pages.ts`, file: 'pages.js' },
          {
            entry: `${ENTRYPOINTS}/content/marks.ts`,
            file: 'marks.js',
            result: '__lecternMarks()',
          },
          {
            entry: `${ENTRYPOINTS}/popup/start.ts`,
            file: 'start.js',
            headOf: /popup\/\w+\.html$/,
          },
          {
            entry: `${ENTRYPOINTS}/popup/main.tsx`,
            file: 'popup.js',
            styles: 'popup.css',
            headOf: /popup\/\w+\.html$/,
          },
          {
            entry: `${ENTRYPOINTS}/last-look.ts`,
            file: 'last-look.js',
            headOf: /(?:reader|library|highlights|options|add|import|backup)\/\w+\.html$/,
          },
        ],
        [
          {
            entry: 'src/sanitize/lazy.ts',
            file: 'sanitize.js',
            imports: /sanitize\/clean-draft|\.\/purify/,
          },
          { entry: 'src/screens/place/in-popup.ts', file: 'place.js', imports: /place\/in-popup/ },
          {
            entry: `${ENTRYPOINTS}/popup/when-saved.ts`,
            file: 'when-saved.js',
            styles: 'when-saved.css',
            imports: /\.\/when-saved/,
          },
          {
            entry: 'src/ui/look-later.ts',
            file: 'look.js',
            styles: 'look.css',
            imports: /\.\/look-later/,
          },
        ],
      ),
      dateWords(),
      fonts(),
      crx({ manifest: manifest as unknown as ManifestV3Export, browser: target }),
      backgroundInOne(),
    ],
    resolve: {
      alias: [
        {
          // Its build for pages writes markup, which Trusted Types refuse; the other has a table.
          find: /^decode-named-character-reference$/,
          replacement: fileURLToPath(
            new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
          ),
        },
      ],
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: ['chrome126', 'firefox142'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          library: `${ENTRYPOINTS}/library/index.html`,
          reader: `${ENTRYPOINTS}/reader/index.html`,
          backup: `${ENTRYPOINTS}/backup/index.html`,
          add: `${ENTRYPOINTS}/add/index.html`,
          import: `${ENTRYPOINTS}/import/index.html`,
          highlights: `${ENTRYPOINTS}/highlights/index.html`,
          draft: `${ENTRYPOINTS}/reader/draft.html`,
        },
      },
    },
  };
});
