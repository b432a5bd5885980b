// Holds schema.graphql to the conventions of GraphQL and of Relay. TypeScript is oxlint's (scripts/lint-configuration.js).
import * as graphql from '@graphql-eslint/eslint-plugin';

const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];

export default [
  {
    files: ['schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended,
      ...relay,
      // What has an identity of its own implements Node. A span, an estimate, a place on a page or a payload has none.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // `nodes` beside `edges`, and short lists that need no pages, such as the hops of a chain.
          listTypeCanWrapOnlyEdgeType: false,
          // A hit of a search is a place in one ranking; what was found is its `node`.
          shouldImplementNode: false,
        },
      ],
      // A ranking is read from its front only. A test sees to it that every other list goes both ways.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    },
  },
];
