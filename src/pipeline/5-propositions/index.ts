import type { PropositionClaim, PropositionResult, SentenceRelation } from '../values.js';
import { group } from './groups.js';
import { read, relate, type AsOf } from '../sentence-relation/index.js';

export type { AsOf } from '../sentence-relation/index.js';

export { method } from './method.js';

/**
 * How two sentences relate (sentence-relation/index.ts tells the steps).
 *
 * @param times dates (ISO 8601) of the articles the sentences stand in, where known: they place "Friday" and tell a
 *   later figure (UPDATES) from a conflicting one (CONTRADICTS)
 */
export function compareSentences(a: string, b: string, times: AsOf = {}): SentenceRelation {
  return relate(read(a, times.a ?? null), read(b, times.b ?? null), times);
}

/**
 * Stage 5: puts the claims of one event that say the same thing into groups, and relates the groups.
 *
 * 1. Claims with the same words are one wording (wordings.ts).
 * 2. Wordings that share content words are compared: by the words that tell claims of this event apart, and for
 *    anything that keeps them apart, a figure, a day, a negation (alignment.ts).
 * 3. The most alike join first, and only when those across the two groups are alike on average and none is kept apart
 *    from another (average link with a veto, clusters.ts).
 * 4. Groups are related through their representatives; a claim that says, as one statement of several, what another
 *    says refines it; counts of the same people are held against each other (group-relations.ts, clauses.ts, counts.ts).
 *
 * The order of the claims doesn't matter. Groups come in the order of their first claim's date and id.
 */
export function groupPropositions(claims: readonly PropositionClaim[]): PropositionResult {
  return group(claims);
}
