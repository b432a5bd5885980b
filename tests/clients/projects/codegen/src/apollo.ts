import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type PossibleTypesMap,
} from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { filter, firstValueFrom, map } from 'rxjs';
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

const http = new HttpLink({ uri: target.url });
const sockets = createClient({ url: socketUrl, webSocketImpl: WebSocket });
const link = ApolloLink.split(
  ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
  new GraphQLWsLink(sockets),
  http,
);

/** Which types are a Node, so that the cache can tell on which of them a fragment holds. */
async function readPossibleTypes(): Promise<PossibleTypesMap> {
  const client = new ApolloClient({ link: http, cache: new InMemoryCache() });
  const { data } = await client.query<{ __type: { possibleTypes: { name: string }[] } }>({
    query: gql`
      query PossibleTypes {
        __type(name: "Node") {
          possibleTypes {
            name
          }
        }
      }
    `,
  });
  return { Node: data?.__type.possibleTypes.map(({ name }) => name) ?? [] };
}

const possibleTypes = await readPossibleTypes();
const paged = { claims: relayStylePagination(['filter', 'orderBy']) };
const client = new ApolloClient({
  link,
  cache: new InMemoryCache({
    possibleTypes,
    typePolicies: { Event: { fields: paged }, Actor: { fields: paged }, Proposition: { fields: paged } },
  }),
});

/** Walks the claims of an event to the end of the list; the cache puts the pages together, as a list on a screen shows. */
async function readAllClaims() {
  const pages = client.watchQuery({ query: EventPage, variables: { id: target.eventId, first: pageSize } });
  const watching = pages.subscribe(() => undefined);
  const longerThan = (length: number) =>
    firstValueFrom(
      pages.pipe(
        map(({ data, dataState }) => (dataState === 'complete' ? data.event : null)),
        filter((event) => event != null && event.claims.edges.length > length),
      ),
    );
  let event = await longerThan(0);
  while (event?.claims.pageInfo.hasNextPage) {
    const { edges, pageInfo } = event.claims;
    const [more] = await Promise.all([
      longerThan(edges.length),
      pages.fetchMore({ variables: { after: pageInfo.endCursor } }),
    ]);
    event = more;
  }
  watching.unsubscribe();
  if (!event) throw new Error('The event is gone.');
  return {
    title: readFragment(EventHeading, event).title,
    rows: event.claims.edges.map(({ node }) => readFragment(ClaimRow, node)),
  };
}

/** Follows the changes of claims, takes a document in, and waits for what is found in it. */
async function followChanges(source: string) {
  const ingest = () => client.mutate({ mutation: Ingest, variables: { documents: [documentOf(source)] } });
  let ingested: ReturnType<typeof ingest> | undefined;
  return new Promise<object>((resolve, reject) => {
    const subscription = client.subscribe({ query: ClaimChanges }).subscribe({
      next({ data, error }) {
        if (error) return reject(error);
        ingested ??= ingest();
        const found = data?.claimChanges.changes.find(({ claim }) => claim?.source.name === source);
        if (!found) return;
        subscription.unsubscribe();
        ingested.then((answer) => resolve({ ingested: answer.data?.ingest, found }), reject);
      },
      error: reject,
    });
  });
}

const { title, rows } = await readAllClaims();
const refused: unknown = await client
  .query({ query: EventPage, variables: { id: 'no id', first: 1 } })
  .catch((error: unknown) => error);
const { data: source } = await client.query({ query: SourcePage, variables: { id: target.sourceId } });
const { data: actor } = await client.query({ query: ActorPage, variables: { id: target.actorId } });
const { data: claim } = await client.query({ query: ClaimPage, variables: { id: target.claimId } });
report({
  title,
  claims: rows.map(({ id }) => id),
  firstSpeaker: rows[0]?.speaker?.name,
  source: source?.source,
  actor: actor?.actor,
  claim: claim?.node,
  possibleTypes,
  // A fragment on the interface is found in the cache only when the cache knows who implements it.
  node: client.readFragment({
    id: client.cache.identify({ __typename: 'Claim', id: target.claimId }) ?? '',
    fragment: gql`
      fragment AnyNode on Node {
        id
      }
    `,
  }),
  refusal: {
    isCombined: CombinedGraphQLErrors.is(refused),
    codes: CombinedGraphQLErrors.is(refused) ? refused.errors.map(({ extensions }) => extensions?.code) : [],
  },
  ...(await followChanges('Apollo Gazette')),
});
client.stop();
await sockets.dispose();
