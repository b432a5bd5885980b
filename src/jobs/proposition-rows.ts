import { randomUUID } from 'node:crypto';
import type { PropositionClaim, PropositionResult } from '../pipeline/values.js';
import type { PropositionRelationRow, PropositionRow } from '../store/analysis/values.js';
import { digest } from '../store/identity.js';
import { methods } from './methods.js';

/**
 * Gives groups of claims the ids of the propositions that they continue: each group takes the id of the proposition with
 * which it shares most claims, the largest share first; what is left over is new.
 */
export function propositionRows(
  result: PropositionResult,
  claims: readonly PropositionClaim[],
  memberships: ReadonlyMap<string, string>,
): { propositions: PropositionRow[]; relations: PropositionRelationRow[] } {
  const text = new Map(claims.map((claim) => [claim.id, claim.text]));
  const ids = continuedIds(result, memberships);
  const propositions = result.groups.map((group, index) => ({
    id: ids[index] as string,
    text: text.get(group.representative) ?? '',
    claimIds: group.claimIds,
    method: {
      ...methods.propositions,
      confidence: group.confidence,
      inputHash: digest(group.claimIds.map((id) => [id, text.get(id)])),
    },
  }));
  const relations = result.relations.map((relation) => ({
    firstId: ids[relation.first] as string,
    secondId: ids[relation.second] as string,
    relation: relation.relation,
    score: relation.score,
    reasons: relation.reasons,
    method: {
      ...methods.propositions,
      confidence: relation.score,
      inputHash: digest(
        propositions[relation.first]?.method.inputHash,
        propositions[relation.second]?.method.inputHash,
      ),
    },
  }));
  return { propositions, relations };
}

function continuedIds(result: PropositionResult, memberships: ReadonlyMap<string, string>): string[] {
  const shares: { group: number; id: string; claims: number }[] = [];
  result.groups.forEach((group, index) => {
    const counts = new Map<string, number>();
    for (const claimId of group.claimIds) {
      const id = memberships.get(claimId);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [id, claims] of counts) shares.push({ group: index, id, claims });
  });
  shares.sort((a, b) => b.claims - a.claims || a.group - b.group || (a.id < b.id ? -1 : 1));
  const ids: (string | undefined)[] = result.groups.map(() => undefined);
  const taken = new Set<string>();
  for (const { group, id } of shares) {
    if (ids[group] !== undefined || taken.has(id)) continue;
    ids[group] = id;
    taken.add(id);
  }
  return ids.map((id) => id ?? randomUUID());
}
