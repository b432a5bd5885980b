import { ClientError, GraphQLClient } from 'graphql-request';
import { ActorPage, ClaimPage, ClaimRow, EventHeading, EventPage, Ingest, SourcePage } from './documents.js';
import { readFragment } from './gql/index.js';
import { documentOf, pageSize, report, target } from './target.js';

const client = new GraphQLClient(target.url);

const readPage = (after: string | null) => client.request(EventPage, { id: target.eventId, first: pageSize, after });

/** Walks the claims of an event to the end of the list. */
async function readAllClaims() {
  const rows = [];
  let after: string | null = null;
  for (;;) {
    const { event } = await readPage(after);
    if (!event) throw new Error('The event is gone.');
    rows.push(...event.claims.edges.map(({ node }) => readFragment(ClaimRow, node)));
    if (!event.claims.pageInfo.hasNextPage) return { title: readFragment(EventHeading, event).title, rows };
    after = event.claims.pageInfo.endCursor;
  }
}

const { title, rows } = await readAllClaims();
const refused: unknown = await client.request(EventPage, { id: 'no id', first: 1 }).catch((error: unknown) => error);
report({
  title,
  claims: rows.map(({ id }) => id),
  firstSpeaker: rows[0]?.speaker?.name,
  source: (await client.request(SourcePage, { id: target.sourceId })).source,
  actor: (await client.request(ActorPage, { id: target.actorId })).actor,
  claim: (await client.request(ClaimPage, { id: target.claimId })).node,
  refusal: {
    isCombined: refused instanceof ClientError,
    codes: refused instanceof ClientError ? refused.response.errors?.map(({ extensions }) => extensions.code) : [],
  },
  ingested: (await client.request(Ingest, { documents: [documentOf('Request Gazette')] })).ingest,
});
