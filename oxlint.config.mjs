// The folders of src in the order of the data: each may import those above it.
const FOLDERS = [
  'article',
  'extract',
  'sanitize',
  'store',
  'formats',
  'messages',
  'platform',
  'ui',
  'screens',
  'entrypoints',
];

const polyfill = {
  group: ['webextension-polyfill'],
  message:
    'Only src/platform imports webextension-polyfill: let an entrypoint hand over what is needed.',
};

function bansOf(folder) {
  const allowed = FOLDERS.slice(0, FOLDERS.indexOf(folder)).filter(
    (above) => above !== 'platform' || folder === 'entrypoints',
  );
  const banned = FOLDERS.filter((other) => other !== folder && !allowed.includes(other));
  const patterns = folder === 'platform' ? [] : [polyfill];
  const below = banned.filter((other) => other !== 'platform');
  if (below.length > 0) {
    patterns.push({
      group: below.map((other) => `../**/${other}/**`),
      message: `src/${folder} imports ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing outside itself'}: imports go up the list in oxlint.config.mjs. Take the thing as an argument, or move it to where its noun lives.`,
    });
  }
  if (banned.includes('platform')) {
    patterns.push({
      group: ['../**/platform/**'],
      message:
        'Only entrypoints import src/platform: take a send, a storage area or a function as an argument.',
    });
  }
  return patterns;
}

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y'],
  jsPlugins: ['eslint-plugin-no-unsanitized'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { browser: true, node: true, es2024: true },
  ignorePatterns: ['/dist', '/out', 'tests/pages/*/'],
  rules: {
    eqeqeq: 'error',
    'max-lines': ['error', { max: 350 }],
    'no-restricted-globals': [
      'error',
      { name: 'chrome', message: 'Use browser from src/platform, handed over by an entrypoint.' },
      { name: 'browser', message: 'Use browser from src/platform, handed over by an entrypoint.' },
    ],
    'no-unsanitized/method': 'error',
    'no-unsanitized/property': 'error',
    'no-var': 'error',
    'import/no-cycle': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'unicorn/prefer-node-protocol': 'error',
    // The JSX transform brings its own import.
    'react/react-in-jsx-scope': 'off',
    // Effects name what runs them again; signals are not dependencies.
    'react-hooks/exhaustive-deps': 'off',
    // Refs are written to; a compiler that minds is not in use.
    'react/immutability': 'off',
    // A list without its bullets loses its role in some browsers.
    'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], nav: ['navigation'] }],
    'unicorn/prefer-add-event-listener': 'off',
    // <output> and <fieldset> bring looks and meanings of their own.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // What comes in at a door is unknown, and is asserted step by step while it is checked.
    'typescript/no-unsafe-type-assertion': 'off',
    // The compiler checks that every path returns.
    'typescript/consistent-return': 'off',
    // Models are objects of closures; their functions use no this.
    'typescript/unbound-method': 'off',
    'typescript/no-unnecessary-type-arguments': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    // Live lists of the DOM are copied before they change; fresh arrays may be sorted in place.
    'unicorn/no-useless-spread': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/require-module-specifiers': 'off',
    'promise/always-return': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'no-underscore-dangle': 'off',
  },
  overrides: [
    ...FOLDERS.map((folder) => ({
      files: [`src/${folder}/**`],
      rules: { 'no-restricted-imports': ['error', { patterns: bansOf(folder) }] },
    })),
    {
      files: ['tests/**', 'scripts/**'],
      rules: {
        'typescript/no-base-to-string': 'off',
        'typescript/no-misused-spread': 'off',
        // The tests' own pages and measurements are no strangers.
        'no-unsanitized/method': 'off',
      },
    },
    {
      files: ['src/**'],
      rules: { 'import/no-default-export': 'error', 'no-console': ['error', { allow: ['error'] }] },
    },
  ],
};
