import { graphql } from './gql/index.js';

export const ClaimRow = graphql(`
  fragment ClaimRow on Claim {
    id
    kind
    cueClass
    text
    publishedAt
    source {
      id
      name
      country
    }
    speaker {
      id
      name
    }
  }
`);

export const EventHeading = graphql(`
  fragment EventHeading on Event {
    title
    firstPublishedAt
    sourceCount
  }
`);

export const EventPage = graphql(`
  query EventPage($id: ID!, $first: Int!, $after: String, $filter: ClaimFilter, $orderBy: ClaimOrder) {
    event(id: $id) {
      id
      ...EventHeading
      claims(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        edges {
          cursor
          node {
            id
            ...ClaimRow
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

export const SourcePage = graphql(`
  query SourcePage($id: ID!) {
    source(id: $id) {
      id
      name
      kind
      country
      languages
      ratings {
        by
        value
        url
      }
      articles(first: 10) {
        nodes {
          id
          headline
          language
          url
          publishedAt
          claims(first: 5) {
            nodes {
              id
              text
            }
          }
        }
      }
    }
  }
`);

export const ActorPage = graphql(`
  query ActorPage($id: ID!) {
    actor(id: $id) {
      id
      name
      kind
      aliases
      claims(first: 10) {
        nodes {
          ...ClaimRow
        }
      }
      events(first: 5) {
        nodes {
          id
          title
        }
      }
    }
  }
`);

export const ClaimPage = graphql(`
  query ClaimPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Claim {
        ...ClaimRow
        chain {
          depth
          text
          cue
          held
          actor {
            name
          }
        }
        latestEvidence {
          exact
          start
          end
        }
        proposition {
          text
          claims(first: 10) {
            nodes {
              ...ClaimRow
            }
          }
        }
      }
    }
  }
`);

export const Ingest = graphql(`
  mutation Ingest($documents: [DocumentInput!]!) {
    ingest(input: { documents: $documents, waitForAnalysis: true }) {
      accepted
      refused
      receipts {
        status
        article {
          id
          headline
        }
        error {
          code
          message
        }
      }
    }
  }
`);

export const ClaimChanges = graphql(`
  subscription ClaimChanges($after: String) {
    claimChanges(after: $after) {
      cursor
      changes {
        kind
        claimId
        claim {
          id
          text
          source {
            name
          }
        }
      }
    }
  }
`);
