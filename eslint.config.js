import astro from 'eslint-plugin-astro';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The layers of src/, lowest first: a file may import from its own layer and from those before it. */
const layers = [
  'model/schema/**',
  'model/*.ts',
  'model/rules/**',
  'model/read/**',
  'git/**',
  'i18n/**',
  'calendar/*.ts',
  'calendar/ics/**',
  'cache.*',
  'escape-html.*',
  'settings.*',
  'translations/**',
  'theme/**',
  'artwork/**',
  'views/**',
  'search/shared/**',
  'search/*.ts',
  'search/index/**',
  'images/**',
  'markdown/**',
  'exports/**',
  'maps/**',
  'share/**',
  'seo/**',
  'hosting/**',
  'cms/**',
  'client/**',
  'build-context.*',
  'routes.*',
  'components/**',
  'layouts/**',
  'pages/**',
  'integrations/**',
].map((layer) => `./src/${layer}`);

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-nginx/',
      '.dist-offline/',
      '.wrangler/',
      'screenshots/',
      '.astro/',
      'tests/.built/',
      'node_modules/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver()],
      'import-x/ignore': ['node_modules'],
      'import-x/extensions': ['.ts', '.astro', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'astro-eslint-parser': ['.astro'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: layers.slice(0, -1).map((target, index) => ({
            target,
            from: layers.slice(index + 1),
            message: 'Import only from the same layer of src/ or a lower one (see eslint.config.js).',
          })),
        },
      ],
      'no-console': 'error',
    },
  },
  // Tests handle untyped values, from JSON and the browser, and values that may be missing.
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // `astro check` checks the types of .astro files.
  { files: ['**/*.astro', '**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
