import compareAnEvent from '../operations/compare-an-event.graphql?raw';
import followAnAttributionChain from '../operations/follow-an-attribution-chain.graphql?raw';
import search from '../operations/search.graphql?raw';
import subscribeToClaims from '../operations/subscribe-to-claims.graphql?raw';

export interface SavedOperation {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly sentence: string;
  readonly query: string;
}

/** The questions that the page opens with, in the order in which they are shown. */
export const savedOperations: readonly SavedOperation[] = [
  {
    title: 'Compare an event',
    sentence:
      'How the outlets cover the latest event: who reports it and when, which claims each carries, and whom each quotes.',
    query: compareAnEvent,
  },
  {
    title: 'Follow an attribution chain',
    sentence:
      'Claims that reach the outlet through others: who said it, to whom, in which document, and where it stands.',
    query: followAnAttributionChain,
  },
  {
    title: 'Search for words',
    sentence: 'Articles, claims, actors and events by their words, each with the piece of text that matched.',
    query: search,
  },
  {
    title: 'Subscribe to claims',
    sentence: 'Waits, and shows each new claim as soon as an article that holds it has been taken in.',
    query: subscribeToClaims,
  },
];
