// Writes .oxlintrc.json from the import table of the design, so that the table stands in one place and can be read.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Every part of the house, with how an import of it looks from anywhere. */
const parts = {
  entities: '**/entities/**',
  resolvers: '**/resolvers/**',
  language: '**/language/**',
  pipeline: '**/pipeline/**',
  readers: '**/readers/**',
  store: '**/store/**',
  jobs: '**/jobs/**',
  stream: '**/stream/**',
  server: '**/server/**',
  commands: '**/commands/**',
  config: '**/config.js',
  errors: '**/errors.js',
  main: '**/main.js',
  cli: '**/cli.js',
};

/** The one file of a pure part that reads: weights are too large to be source code. It keeps the rule's other half. */
const reader = 'src/language/en/weights.ts';

/** Who may import what, besides itself; `values` is pipeline/values.ts alone, `context` the types of server/context. */
const table = {
  entities: ['values'],
  'src/language': [],
  'src/pipeline': ['language', 'errors'],
  'src/readers': ['values', 'config', 'errors'],
  'src/store': ['entities', 'values', 'config', 'errors'],
  'src/jobs': ['readers', 'pipeline', 'store', 'entities', 'config', 'errors'],
  'src/stream': ['store', 'entities', 'config', 'errors'],
  resolvers: ['entities', 'store', 'stream', 'jobs', 'errors', 'values', 'context'],
  'src/server': ['resolvers', 'store', 'stream', 'jobs', 'config', 'errors', 'entities'],
  'src/commands': [
    'entities',
    'values',
    'language',
    'pipeline',
    'readers',
    'jobs',
    'store',
    'server',
    'config',
    'errors',
  ],
};

/** Pure parts see no database, clock from outside, network or file system. */
const pure = new Set(['src/language', 'src/pipeline']);
const impurePackages = [
  'typeorm',
  'pg',
  'fastify',
  'graphql',
  'type-graphql',
  '@apollo/**',
  '@electric-sql/**',
  'undici',
];
const impureModules = [
  'node:fs',
  'node:fs/**',
  'node:http',
  'node:https',
  'node:net',
  'node:dns',
  'node:child_process',
  'node:worker_threads',
];

function overrideFor(folder, allowed, impure) {
  const own = folder.replace('src/', '');
  const forbidden = Object.entries(parts)
    .filter(([name]) => name !== own && !allowed.includes(name))
    .map(([, pattern]) => pattern);
  const group = [...forbidden];
  if (allowed.includes('values')) group.push('!**/pipeline/values.js');
  if (allowed.includes('context')) group.push('!**/server/context.js');
  const patterns = [
    {
      group,
      message: `${folder} may import only: itself, ${allowed.join(', ') || 'nothing else of ours'} (scripts/lint-configuration.js).`,
    },
  ];
  if (pure.has(folder) && !impure) {
    patterns.push({
      group: [...impurePackages, ...impureModules],
      message: `${folder} is pure: values in, values out.`,
    });
  }
  if (folder === 'src/pipeline') {
    patterns.push({
      group: ['**/[1-6]-*/**'],
      message: "A later stage takes an earlier one's output only as types of values.ts.",
    });
  }
  return { files: [impure ?? `${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const configuration = {
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'import', 'promise', 'node', 'unicorn', 'jest'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-console': 'off',
    'no-control-regex': 'off',
    'no-unmodified-loop-condition': 'off',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    'promise/always-return': 'off',
    // A spread copies a live collection before it is changed.
    'unicorn/no-useless-spread': 'off',
    'unicorn/no-new-array': 'off',
    'unicorn/prefer-string-starts-ends-with': 'off',
    'jest/no-conditional-expect': 'off',
  },
  overrides: [
    ...Object.entries(table).map(([folder, allowed]) => overrideFor(folder, allowed)),
    overrideFor('src/language', table['src/language'], reader),
    {
      files: ['tests/**/*.ts'],
      rules: { 'jest/expect-expect': 'error', 'jest/no-focused-tests': 'error', 'jest/no-disabled-tests': 'error' },
    },
  ],
  ignorePatterns: ['dist', 'node_modules', 'coverage'],
};

const path = join(__dirname, '../.oxlintrc.json');
const text = JSON.stringify(configuration, null, 2) + '\n';
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) {
    console.error(
      '.oxlintrc.json is not what scripts/lint-configuration.js writes: run "node scripts/lint-configuration.js".',
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(path, text);
}
