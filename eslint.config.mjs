import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const limits = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  'max-depth': ['error', 3],
  complexity: ['error', 10],
};

const habits = {
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    { selector: 'ExportAllDeclaration', message: 'List re-exports one by one.' },
  ],
};

const nodeGlobals = Object.fromEntries(
  ['AbortController', 'Buffer', 'URL', 'clearTimeout', 'performance', 'process', 'setTimeout'].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['**/dist/**', '**/coverage/**', '**/node_modules/**', '**/.turbo/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    // One program for all packages: half the time of one per package.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...limits,
      ...habits,
      'no-console': 'error',
      'no-control-regex': 'off', // sources hold control characters, and we look for them
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment in one config/env.ts.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**/*.ts', '**/test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  // What runs in a browser is a program of its own.
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './apps/web/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  },
  // As long as the schema and its documents are: nobody writes or reads it from end to end.
  { files: ['**/*.generated.ts'], rules: { 'max-lines': 'off' } },
  // A table of words is looked up, and compared with that of another language.
  { files: ['apps/web/src/words/{en,fr}.ts'], rules: { 'max-lines': 'off' } },
  // A list of what the package offers, one by one, without any code.
  { files: ['packages/core/src/index.ts'], rules: { 'max-lines': 'off' } },
  // Ciphers belong to one audited package. The archive's temporary files have a key that never leaves the process.
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['packages/vault/**', 'packages/archive/src/output/spool.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['crypto', 'node:crypto'].map((name) => ({
            name,
            importNames: ['createCipheriv', 'createDecipheriv', 'default'],
            message: 'Seal and open with @habeas/vault.',
          })),
        },
      ],
    },
  },
  // Scripts and configurations run as they stand: no types to check, and configurations are default exports.
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: nodeGlobals }, rules: limits },
  { files: ['packages/house-rules/scripts/**/*.mjs'], rules: habits },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } } },
);
