import { graphql } from 'relay-runtime';

// The compiler reads these; what it makes of them is imported by main.ts.

export const query = graphql`
  query EventPageQuery($id: ID!, $first: Int!) {
    event(id: $id) {
      id
      title
      ...EventPage_claims @arguments(first: $first)
    }
  }
`;

export const claims = graphql`
  fragment EventPage_claims on Event
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 10 }
    after: { type: "String" }
    filter: { type: "ClaimFilter" }
    orderBy: { type: "ClaimOrder" }
  )
  @refetchable(queryName: "EventPageClaimsPaginationQuery") {
    claims(first: $first, after: $after, filter: $filter, orderBy: $orderBy) @connection(key: "EventPage_claims") {
      edges {
        node {
          id
          ...EventPage_row
        }
      }
    }
  }
`;

export const row = graphql`
  fragment EventPage_row on Claim @refetchable(queryName: "EventPageRowRefetchQuery") {
    kind
    text
    publishedAt
    speaker {
      name
    }
    source {
      name
      country
    }
  }
`;

export const refused = graphql`
  query EventPageRefusedQuery($id: ID!) {
    event(id: $id) @catch(to: RESULT) {
      title
    }
  }
`;

export const ingest = graphql`
  mutation EventPageIngestMutation($documents: [DocumentInput!]!) {
    ingest(input: { documents: $documents, waitForAnalysis: true }) {
      accepted
    }
  }
`;

export const changes = graphql`
  subscription EventPageChangesSubscription {
    claimChanges {
      cursor
      changes {
        kind
        claim {
          text
          source {
            name
          }
        }
      }
    }
  }
`;
