import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange, makeOperation, mapExchange } from '@urql/core';
import { Kind } from 'graphql';
import { SourcePage } from './documents.js';
import { report, target } from './target.js';

/** The identifier that the client preset puts into each document, and beside its text into persisted-documents.json. */
const identifierOf = (document: object) => (document as { __meta__: { hash: string } }).__meta__.hash;

/** urql sends `documentId` in place of a document that has one and no definitions. Stands behind a cache, if there is one. */
const sendIdentifiers = mapExchange({
  onOperation: (operation) =>
    operation.kind === 'teardown'
      ? operation
      : makeOperation(operation.kind, {
          ...operation,
          query: { kind: Kind.DOCUMENT, definitions: [], documentId: identifierOf(operation.query) } as never,
        }),
});

const urql = new Client({ url: target.url, preferGetMethod: false, exchanges: [sendIdentifiers, fetchExchange] });
const apollo = new ApolloClient({
  link: new PersistedQueryLink({ generateHash: identifierOf }).concat(new HttpLink({ uri: target.url })),
  cache: new InMemoryCache(),
});

const variables = { id: target.sourceId };
const byUrql = await urql.query(SourcePage, variables).toPromise();
const byApollo = await apollo.query({ query: SourcePage, variables, fetchPolicy: 'no-cache' });
const unknown: unknown = await new ApolloClient({ link: new HttpLink({ uri: target.url }), cache: new InMemoryCache() })
  .query({ query: gql(['query Unknown', '{ dataVersion }'].join(' ')) })
  .catch((error: unknown) => error);
report({
  urql: byUrql.data?.source?.name,
  apollo: byApollo.data?.source?.name,
  unknown: CombinedGraphQLErrors.is(unknown)
    ? unknown.errors.map(({ extensions }) => extensions?.code)
    : String(unknown),
});
apollo.stop();
