const linkedomPackages =
  '(css-select|css-what|domhandler|domutils|nth-check|boolbase|domelementtype|dom-serializer|entities|cssomnom)';
const esModules = `(eld|jose|${linkedomPackages})`;

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/support/leak-checking-environment.js',
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/tests/support/closing-line-reporter.js'],
  // On two cores, since each file waits a third of its time or more: for PostgreSQL, for programs it started, for time limits.
  maxWorkers: 3,
  testTimeout: 30_000,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.m?js$': '$1',
    // eld can be resolved by `import` alone, and jest turns our one import of it into `require`.
    '^eld/(.*)$': '<rootDir>/node_modules/eld/src/entries/static.$1.js',
  },
  transform: {
    '^.+\\.m?ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
    // What linkedom requires, eld and jose are ES modules only, which jest cannot require before Node 24.9.
    [`/node_modules/${esModules}/.+\\.js$`]: ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!${esModules}/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
