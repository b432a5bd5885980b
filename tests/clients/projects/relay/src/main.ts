import {
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getPaginationMetadata,
  getPaginationVariables,
  getRefetchMetadata,
  getSelector,
  requestSubscription,
  type ReaderFragment,
  type SingularReaderSelector,
} from 'relay-runtime';
import changesSubscription, {
  type EventPageChangesSubscription,
} from './__generated__/EventPageChangesSubscription.graphql';
import claimsFragment, { type EventPage_claims$data } from './__generated__/EventPage_claims.graphql';
import ingestMutation, { type EventPageIngestMutation } from './__generated__/EventPageIngestMutation.graphql';
import pageQuery, { type EventPageQuery, type EventPageQuery$data } from './__generated__/EventPageQuery.graphql';
import refusedQuery, { type EventPageRefusedQuery } from './__generated__/EventPageRefusedQuery.graphql';
import rowFragment, { type EventPage_row$data } from './__generated__/EventPage_row.graphql';
import rowQuery, { type EventPageRowRefetchQuery } from './__generated__/EventPageRowRefetchQuery.graphql';
import { environment, sockets } from './environment.js';
import { documentOf, pageSize, report, target } from './target.js';

/** Reads from the store what a fragment asks of the object that spreads it. */
function read<Data>(fragment: ReaderFragment, owner: unknown) {
  const selector = getSelector(fragment, owner) as SingularReaderSelector;
  return { selector, data: environment.lookup(selector).data as unknown as Data };
}

/** Loads the next page as `loadNext` of usePaginationFragment does, which needs React around it. */
async function loadNext(selector: SingularReaderSelector, id: string, cursor: string) {
  const { paginationRequest, paginationMetadata } = getPaginationMetadata(claimsFragment, 'main');
  const { identifierInfo } = getRefetchMetadata(claimsFragment, 'main');
  const variables = getPaginationVariables(
    'forward',
    pageSize,
    cursor,
    { ...selector.owner.variables, ...selector.variables },
    {},
    paginationMetadata,
  );
  const name = (identifierInfo as { identifierQueryVariableName: string }).identifierQueryVariableName;
  await fetchQuery(environment, paginationRequest as never, { ...variables, [name]: id }).toPromise();
}

/** Walks the claims of an event to the end of the list; the store puts the pages together. */
async function readAllClaims() {
  const variables = { id: target.eventId, first: pageSize };
  const operation = createOperationDescriptor(pageQuery, variables);
  environment.retain(operation);
  await fetchQuery<EventPageQuery>(environment, pageQuery, variables).toPromise();
  const { event } = environment.lookup(operation.fragment).data as unknown as EventPageQuery$data;
  if (!event) throw new Error('The event is gone.');
  for (let pages = 1; ; pages += 1) {
    const { selector, data } = read<Paged>(claimsFragment, event);
    const { hasNextPage, endCursor } = data.claims.pageInfo;
    if (!hasNextPage) return { title: event.title, pages, nodes: data.claims.edges.map(({ node }) => node) };
    await loadNext(selector, event.id, endCursor);
  }
}

/** What the compiler adds to a connection by itself, and does not show in its types. */
interface Paged extends EventPage_claims$data {
  readonly claims: EventPage_claims$data['claims'] & { pageInfo: { hasNextPage: boolean; endCursor: string } };
}

/** Follows the changes of claims, takes a document in, and waits for what is found in it. */
async function followChanges(source: string) {
  let ingested: Promise<object> | undefined;
  const ingest = () =>
    new Promise<object>((resolve, reject) => {
      commitMutation<EventPageIngestMutation>(environment, {
        mutation: ingestMutation,
        variables: { documents: [documentOf(source)] },
        onCompleted: (data) => resolve(data.ingest),
        onError: reject,
      });
    });
  return new Promise<object>((resolve, reject) => {
    const subscription = requestSubscription<EventPageChangesSubscription>(environment, {
      subscription: changesSubscription,
      variables: {},
      onNext(data) {
        ingested ??= ingest();
        const found = data?.claimChanges.changes.find(({ claim }) => claim?.source.name === source);
        if (!found) return;
        subscription.dispose();
        ingested.then((answer) => resolve({ ingested: answer, found }), reject);
      },
      onError: reject,
    });
  });
}

async function main() {
  const { title, pages, nodes } = await readAllClaims();
  const refetched = await fetchQuery<EventPageRowRefetchQuery>(environment, rowQuery, {
    id: target.claimId,
  }).toPromise();
  const refused = await fetchQuery<EventPageRefusedQuery>(environment, refusedQuery, { id: 'no id' }).toPromise();
  report({
    title,
    pages,
    claims: nodes.map(({ id }) => id),
    firstSpeaker: read<EventPage_row$data>(rowFragment, nodes[0]).data.speaker?.name,
    row: read<EventPage_row$data>(rowFragment, refetched?.node).data,
    refusal: refused?.event,
    ...(await followChanges('Relay Gazette')),
  });
  await sockets.dispose();
}

void main();
