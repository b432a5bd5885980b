const linkedomPackages =
  '(css-select|css-what|domhandler|domutils|nth-check|boolbase|domelementtype|dom-serializer|entities|cssomnom)';
const esModulesOfLinkedom = `/node_modules/${linkedomPackages}/.+\\.js$`;

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/support/leak-checking-environment.js',
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/tests/support/closing-line-reporter.js'],
  maxWorkers: 2,
  testTimeout: 30_000,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
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
    // What linkedom requires is ES modules only, which jest cannot require before Node 24.9.
    [esModulesOfLinkedom]: ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!${linkedomPackages}/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
