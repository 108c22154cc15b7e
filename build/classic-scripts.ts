import { build, type Plugin } from 'vite';
import { safeInnerHtml } from './safe-inner-html.ts';

/**
 * A script that runs as one classic file: injected into a tab, or first in the head of a page.
 * `result` is an expression appended to the file; its value is what `executeScript` answers with,
 * because the completion value of the bundle itself is lost.
 */
export interface ClassicScript {
  entry: string;
  file: string;
  result?: string;
  /** The pages (by the end of their path) whose head loads the file before everything else. */
  headOf?: RegExp;
}

/**
 * Bundles each script by itself and emits it at a fixed path. The bundler's own ways to do this either
 * load asynchronously or list the file in web_accessible_resources, where any site could detect it.
 */
export function classicScripts(scripts: ClassicScript[]): Plugin {
  return {
    name: 'lectern:classic-scripts',
    apply: 'build',
    buildStart() {
      for (const { entry } of scripts) this.addWatchFile(entry);
    },
    async generateBundle() {
      const sources = await Promise.all(scripts.map(bundle));
      for (const [index, source] of sources.entries()) {
        this.emitFile({ type: 'asset', fileName: scripts[index]!.file, source });
      }
    },
    transformIndexHtml(_html, { path }) {
      return scripts
        .filter(({ headOf }) => headOf?.test(path))
        .map(({ file }) => ({
          tag: 'script',
          attrs: { src: `/${file}` },
          injectTo: 'head-prepend',
        }));
    },
  };
}

async function bundle({ entry, result }: ClassicScript): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [safeInnerHtml()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome126', 'firefox142'],
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: '__lectern' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry}: nothing was built`);
  const chunks = output.output.filter((chunk) => chunk.type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${entry}: ${chunks.length} chunks instead of one`);
  return chunks[0]!.code + (result ? `${result};\n` : '');
}
