import type { PropositionClaim, PropositionGroup, PropositionResult } from '../values.js';
import { Alignment } from './alignment.js';
import { averageLink, representativeOf } from './clusters.js';
import { relationsOf } from './group-relations.js';
import { Comparisons, wordingsOf } from './wordings.js';

/** Groups claims and relates the groups; index.ts tells the steps. */
export function group(claims: readonly PropositionClaim[]): PropositionResult {
  const wordings = wordingsOf(claims);
  const comparisons = new Comparisons(wordings);
  const alignment = new Alignment(comparisons);
  const clusters = averageLink(wordings.length, comparisons.pairs, alignment);
  const representatives = clusters.map((cluster) => representativeOf(cluster, alignment));
  const groups = clusters.map((cluster, number): PropositionGroup => {
    const members = cluster.wordings.flatMap((wording) => wordings[wording]!.claims);
    const representative = wordings[representatives[number]!]!.claims[0]!.id;
    return { claimIds: members.map((claim) => claim.id), representative, confidence: cluster.weakest };
  });
  return { groups, relations: relationsOf(clusters, representatives, comparisons, alignment) };
}
