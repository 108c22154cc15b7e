import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import { classicScripts } from './build/classic-scripts.ts';
import { dateWords } from './build/date-words.ts';
import { manifestFor, type BrowserTarget } from './build/manifest-for.ts';
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
            headOf: /(?:reader|library|options|add)\/\w+\.html$/,
          },
        ],
        {
          entry: 'src/sanitize/lazy.ts',
          file: 'sanitize.js',
          imports: /sanitize\/clean-draft|\.\/purify/,
        },
      ),
      dateWords(),
      crx({ manifest: manifest as unknown as ManifestV3Export, browser: target }),
    ],
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
          add: `${ENTRYPOINTS}/add/index.html`,
          draft: `${ENTRYPOINTS}/reader/draft.html`,
        },
      },
    },
  };
});
