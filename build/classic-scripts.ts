import { build, type HtmlTagDescriptor, type Plugin } from 'vite';
import { leanReadability } from './lean-readability.ts';
import { polyfillAsModule } from './polyfill-as-module.ts';
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
  /**
   * The version that a page keeps: injected again, the script finds itself there with its code already
   * optimised. A script of another version takes its place.
   */
  version?: string;
  /** Where the styles go that the script imports; linked beside it. */
  styles?: string;
  /** The pages (by the end of their path) whose head loads the file before everything else. */
  headOf?: RegExp;
}

/** Modules that the scripts import when they need them, from a file of their own instead of inlined. */
export interface LazyModules {
  entry: string;
  file: string;
  /** The specifiers of the dynamic imports that the file answers. */
  imports: RegExp;
  /** Where the styles go that they import; the file links them, and waits. */
  styles?: string;
}

/**
 * Bundles each script by itself and emits it at a fixed path. The bundler's own ways to do this either
 * load asynchronously or list the file in web_accessible_resources, where any site could detect it.
 */
export function classicScripts(scripts: ClassicScript[], lazy: LazyModules[]): Plugin {
  return {
    name: 'lectern:classic-scripts',
    apply: 'build',
    async generateBundle() {
      const bundles = [...scripts.map((script) => bundle(script, lazy)), ...lazy.map(bundleLazy)];
      for (const { files, modules } of await Promise.all(bundles)) {
        for (const module of modules) this.addWatchFile(module);
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      }
    },
    transformIndexHtml: (_html, { path }) =>
      scripts.filter(({ headOf }) => headOf?.test(path)).flatMap(headTags),
  };
}

/** The styles at once, or Chrome shows the popup 40 ms later; before their script, which lays out what it shows. */
const headTags = ({ file, styles }: ClassicScript): HtmlTagDescriptor[] => [
  ...(styles
    ? [
        {
          tag: 'link',
          attrs: { rel: 'stylesheet', href: `/${styles}` },
          injectTo: 'head-prepend' as const,
        },
      ]
    : []),
  { tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' },
];

interface Bundle {
  files: [name: string, source: string][];
  /** The files it was made from. */
  modules: string[];
}

async function bundle(script: ClassicScript, lazy: LazyModules[]): Promise<Bundle> {
  const leaveLazy: Plugin = {
    name: 'lectern:lazy',
    resolveDynamicImport(specifier) {
      const found =
        typeof specifier === 'string' && lazy.find(({ imports }) => imports.test(specifier));
      return found ? { id: `/${found.file}`, external: 'absolute' } : null;
    },
  };
  const { code, css, modules } = await run(script.entry, 'iife', [leaveLazy]);
  if (Boolean(css) !== Boolean(script.styles)) throw new Error(`${script.entry}: styles?`);
  return {
    files: [
      [script.file, keptBy(script, code) + (script.result ? `${script.result};\n` : '')],
      ...(script.styles ? [[script.styles, css] as [string, string]] : []),
    ],
    modules,
  };
}

/** Compiles the whole file at once, not twice what is called: a third of the time on a first click (Chrome 136 and later). */
const COMPILE_ALL = '//# allFunctionsCalledOnLoad\n';

function keptBy({ entry, version }: ClassicScript, code: string): string {
  if (!version) return code;
  const made = code.trim().replace(/^var __lectern\s*=/, 'globalThis.__lectern=');
  if (!made.startsWith('globalThis.__lectern=')) throw new Error(`${entry}: another beginning`);
  const known = JSON.stringify(version);
  return `${COMPILE_ALL}if(globalThis.__lectern?.version!==${known}){${made}__lectern.version=${known}}\n`;
}

async function bundleLazy({ entry, file, styles }: LazyModules): Promise<Bundle> {
  const { code, css, modules } = await run(entry, 'es', []);
  if (Boolean(css) !== Boolean(styles)) throw new Error(`${entry}: styles?`);
  if (!styles) return { files: [[file, code]], modules };
  return {
    files: [
      [file, linking(styles) + code],
      [styles, css],
    ],
    modules,
  };
}

/** A page without them would show the part bare for a moment. */
const linking = (styles: string): string =>
  `await new Promise((done)=>document.head.append(Object.assign(document.createElement("link"),{rel:"stylesheet",href:"/${styles}",onload:done,onerror:done})));\n`;

async function run(entry: string, format: 'iife' | 'es', plugins: Plugin[]) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [safeInnerHtml(), leanReadability(), polyfillAsModule(), ...plugins],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: ['chrome126', 'firefox142'],
      modulePreload: false,
      cssCodeSplit: false,
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        // A script with one letter beyond Latin is kept, and compiled, at two bytes a letter.
        format: { ascii_only: true },
        compress: { passes: 3, unsafe_arrows: true, hoist_funs: true },
      },
      lib: { entry, formats: [format], name: '__lectern', cssFileName: 'styles' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`${entry}: nothing was built`);
  const [chunk, ...others] = output.output.filter((part) => part.type === 'chunk');
  if (!chunk || others.length > 0) throw new Error(`${entry}: not one chunk`);
  const css = output.output.find((part) => part.fileName.endsWith('.css'));
  return {
    code: chunk.code,
    css: css?.type === 'asset' ? String(css.source) : '',
    modules: Object.keys(chunk.modules).filter((id) => !id.includes('\0')),
  };
}
