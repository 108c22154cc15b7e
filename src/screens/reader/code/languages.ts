import type { LanguageFn } from 'highlight.js';

type Load = () => Promise<{ default: LanguageFn }>;

/** Languages whose code is coloured, each in a file of its own that is loaded when an article has some. */
const LANGUAGES: Record<string, Load> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  clojure: () => import('highlight.js/lib/languages/clojure'),
  cmake: () => import('highlight.js/lib/languages/cmake'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  dart: () => import('highlight.js/lib/languages/dart'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  elixir: () => import('highlight.js/lib/languages/elixir'),
  erlang: () => import('highlight.js/lib/languages/erlang'),
  fsharp: () => import('highlight.js/lib/languages/fsharp'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  haskell: () => import('highlight.js/lib/languages/haskell'),
  http: () => import('highlight.js/lib/languages/http'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  julia: () => import('highlight.js/lib/languages/julia'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  latex: () => import('highlight.js/lib/languages/latex'),
  less: () => import('highlight.js/lib/languages/less'),
  lisp: () => import('highlight.js/lib/languages/lisp'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  matlab: () => import('highlight.js/lib/languages/matlab'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  nix: () => import('highlight.js/lib/languages/nix'),
  objectivec: () => import('highlight.js/lib/languages/objectivec'),
  ocaml: () => import('highlight.js/lib/languages/ocaml'),
  perl: () => import('highlight.js/lib/languages/perl'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scheme: () => import('highlight.js/lib/languages/scheme'),
  scss: () => import('highlight.js/lib/languages/scss'),
  shell: () => import('highlight.js/lib/languages/shell'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  vim: () => import('highlight.js/lib/languages/vim'),
  wasm: () => import('highlight.js/lib/languages/wasm'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

/** What pages call them too. */
const OTHER_NAMES: Record<string, string> = {
  ...{ sh: 'bash', zsh: 'bash', h: 'c', clj: 'clojure', 'c++': 'cpp', cc: 'cpp', hpp: 'cpp' },
  ...{ 'c#': 'csharp', cs: 'csharp', patch: 'diff', docker: 'dockerfile', ex: 'elixir' },
  ...{ exs: 'elixir', erl: 'erlang', 'f#': 'fsharp', fs: 'fsharp', golang: 'go', gql: 'graphql' },
  ...{ hs: 'haskell', toml: 'ini', conf: 'ini', js: 'javascript', jsx: 'javascript' },
  ...{ mjs: 'javascript', node: 'javascript', jsonc: 'json', json5: 'json', jl: 'julia' },
  ...{ kt: 'kotlin', tex: 'latex', elisp: 'lisp', 'common-lisp': 'lisp', make: 'makefile' },
  ...{ md: 'markdown', objc: 'objectivec', 'objective-c': 'objectivec', ml: 'ocaml', pl: 'perl' },
  ...{ ps1: 'powershell', py: 'python', python3: 'python', rb: 'ruby', rs: 'rust', sass: 'scss' },
  ...{ console: 'shell', terminal: 'shell', shellsession: 'shell', postgresql: 'sql' },
  ...{ pgsql: 'sql', mysql: 'sql', ts: 'typescript', tsx: 'typescript', viml: 'vim' },
  ...{ wat: 'wasm', html: 'xml', svg: 'xml', xhtml: 'xml', vue: 'xml', yml: 'yaml' },
};

/** The language that a page names so, as it is known here; null for any other. */
export function languageNamed(name: string): string | null {
  const lower = name.toLowerCase();
  const own = Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower]! : lower;
  return Object.hasOwn(LANGUAGES, own) ? own : null;
}

export const loadLanguage = async (name: string): Promise<LanguageFn> =>
  (await LANGUAGES[name]!()).default;
