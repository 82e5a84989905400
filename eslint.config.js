import { builtinModules } from 'node:module';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { housePlugin } from './tools/lint/house-plugin.js';

const SOURCE = ['**/*.{ts,tsx}'];
const SPECS = ['**/*.spec.{ts,tsx}'];
const CONFIGS = ['eslint.config.js', '**/vite.config.ts', 'vitest.config.ts'];
const ADMIN = ['apps/admin/**/*.{ts,tsx}'];
const TESTING = [...SPECS, 'test/**/*.ts', 'tools/**/*.ts'];

/** What a browser, a worker or Node would give the core behind its caller's back. */
const AMBIENT = [
  ...['process', 'globalThis', 'window', 'self', 'global', 'document', 'navigator', 'location', 'localStorage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask'],
  ...['requestAnimationFrame', 'performance', 'crypto', 'fetch', 'XMLHttpRequest', 'WebSocket', 'console'],
  ...['require', 'module', 'Buffer', 'parseFloat', 'parseInt'],
];

const EXTENSION = {
  regex: '^\\.{1,2}/(?!.*\\.(?:ts|tsx|js|cjs|json|css|svg)(?:\\?.*)?$)',
  message: 'A relative import ends in the extension of the file that it names.',
};
const NODE = {
  regex: `^(?:node:.*|(?:${builtinModules.filter((name) => !name.startsWith('_')).join('|')})(?:/.*)?)$`,
  message: 'The libraries run unchanged in Node, in a worker and in the browser: no Node modules.',
};

export default defineConfig(
  globalIgnores(['**/dist/**', '**/node_modules/**', '**/.nx/**', '**/.data/**', 'rules/**', 'test/fixtures/**']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    plugins: { house: housePlugin },
    rules: everywhere(),
  },
  { files: CONFIGS, rules: { 'no-restricted-exports': 'off' } },
  {
    files: SOURCE,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: typed('tools/lint/tsconfig.node.json') },
    rules: inTypeScript(),
  },
  { files: ADMIN, languageOptions: { parserOptions: typed('tools/lint/tsconfig.admin.json') }, rules: inAdmin() },
  { files: ['apps/admin/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 200 }] } },
  {
    files: ['libs/**/*.{ts,tsx}'],
    ignores: SPECS,
    rules: { 'no-restricted-imports': ['error', { patterns: [EXTENSION, NODE] }] },
  },
  { files: ['libs/core/**/*.ts'], rules: { 'house/no-clock': 'error', 'house/no-chance': 'error' } },
  { files: ['libs/core/**/*.ts'], ignores: SPECS, rules: inCore() },
  { files: ['libs/core/src/num/{decimal,text}.ts'], rules: { 'house/no-number-parsing': 'off' } },
  { files: SPECS, rules: { 'max-lines-per-function': 'off' } },
  { files: TESTING, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);

function typed(project) {
  return { project, tsconfigRootDir: import.meta.dirname };
}

function everywhere() {
  return {
    'house/file-name': 'error',
    'house/described-disable': 'error',
    'house/no-barrel': 'error',
    'house/no-export-all': 'error',
    'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: false, skipComments: false, IIFEs: true }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    'no-restricted-exports': [
      'error',
      {
        restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true },
      },
    ],
    'no-restricted-imports': ['error', { patterns: [EXTENSION] }],
    'no-eval': 'error',
    eqeqeq: 'error',
  };
}

function inTypeScript() {
  return {
    'house/types': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/consistent-type-exports': 'error',
    // A switch names every case or says what the rest means.
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { requireDefaultForNonUnion: true, considerDefaultExhaustiveForUnions: true },
    ],
    // A class that is only decorators is how Nest spells a module.
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    // It asks for `!`, which the strict set forbids.
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    // Each option is stated, since a setting of ours replaces the strict one as a whole.
    '@typescript-eslint/restrict-template-expressions': [
      'error',
      {
        allowNumber: true,
        allowAny: false,
        allowBoolean: false,
        allowNullish: false,
        allowRegExp: false,
        allowNever: false,
      },
    ],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  };
}

function inAdmin() {
  return {
    // React ignores what an event handler returns.
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  };
}

function inCore() {
  return {
    'no-restricted-globals': [
      'error',
      ...AMBIENT.map((name) => ({ name, message: 'The core imports no clock, no disk, no network, no environment.' })),
    ],
    'house/no-locale': 'error',
    'house/no-number-parsing': 'error',
  };
}
