import {
  cacheExchange,
  Client,
  CombinedError,
  fetchExchange,
  subscriptionExchange,
  type AnyVariables,
  type TypedDocumentNode,
} from '@urql/core';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import {
  ActorPage,
  ClaimChanges,
  ClaimPage,
  ClaimRow,
  EventHeading,
  EventPage,
  Ingest,
  SourcePage,
} from './documents.js';
import { readFragment } from './gql/index.js';
import { documentOf, pageSize, report, socketUrl, target } from './target.js';

const sockets = createClient({ url: socketUrl, webSocketImpl: WebSocket });

const client = new Client({
  url: target.url,
  preferGetMethod: false,
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query, variables }) => ({
        subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ query: query ?? '', variables }, sink) }),
      }),
    }),
  ],
});

async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) {
  const { data, error } = await client.query(document, variables).toPromise();
  if (error) throw error;
  if (data === undefined) throw new Error('There is neither data nor an error.');
  return data;
}

const readPage = (after: string | null) => ask(EventPage, { id: target.eventId, first: pageSize, after });

/** Walks the claims of an event to the end of the list. */
async function readAllClaims() {
  const rows = [];
  let heading;
  let after: string | null = null;
  for (;;) {
    const { event } = await readPage(after);
    if (!event) throw new Error('The event is gone.');
    heading = readFragment(EventHeading, event);
    rows.push(...event.claims.edges.map(({ node }) => readFragment(ClaimRow, node)));
    if (!event.claims.pageInfo.hasNextPage) return { title: heading.title, rows };
    after = event.claims.pageInfo.endCursor;
  }
}

/** Follows the changes of claims, takes a document in, and waits for what is found in it. */
async function followChanges(source: string) {
  const ingest = () => client.mutation(Ingest, { documents: [documentOf(source)] }).toPromise();
  let ingested: ReturnType<typeof ingest> | undefined;
  const changes = client.subscription(ClaimChanges, {});
  return new Promise<object>((resolve, reject) => {
    const { unsubscribe } = changes.subscribe(({ data, error }) => {
      if (error) return reject(error);
      ingested ??= ingest();
      const found = data?.claimChanges.changes.find(({ claim }) => claim?.source.name === source);
      if (!found) return;
      unsubscribe();
      ingested.then((answer) => resolve({ ingested: answer.data?.ingest, found }), reject);
    });
  });
}

const { title, rows } = await readAllClaims();
const { error } = await client.query(EventPage, { id: 'no id', first: 1 }).toPromise();
report({
  title,
  claims: rows.map(({ id }) => id),
  firstSpeaker: rows[0]?.speaker?.name,
  source: (await ask(SourcePage, { id: target.sourceId })).source,
  actor: (await ask(ActorPage, { id: target.actorId })).actor,
  claim: (await ask(ClaimPage, { id: target.claimId })).node,
  refusal: {
    isCombined: error instanceof CombinedError,
    codes: error?.graphQLErrors.map(({ extensions }) => extensions.code),
  },
  ...(await followChanges('Urql Gazette')),
});
await sockets.dispose();
