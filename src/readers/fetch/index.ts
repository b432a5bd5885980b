/** Fetching: everything this program takes from the network comes through `Fetcher` (docs/fetching.md). */
export { systemEffects, type FetchEffects } from './effects.js';
export { Fetcher, type FetchedDocument, type FetchOptions } from './fetcher.js';
