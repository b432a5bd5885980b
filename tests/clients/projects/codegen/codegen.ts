import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['src/**/*.ts', '!src/gql/**'],
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        // Every scalar of the schema travels as a string; a new one should be thought about.
        strictScalars: true,
        scalars: { DateTime: 'string', Language: 'string', CountryCode: 'string', URL: 'string' },
      },
    },
  },
  importExtension: '.js',
};

export default config;
