import {
  PropositionRelationKind,
  type ComparedRelation,
  type PropositionConflict,
  type RelationReason,
} from '../values.js';

/** The relations of an event's propositions, found by proposition. */
export interface RelationTable {
  /** Propositions that say all that this one says, and more. */
  finerThan(propositionId: string): readonly string[];
  /** Propositions that deny this one. */
  denialsOf(propositionId: string): readonly string[];
  /** Propositions that this one denies. */
  deniedBy(propositionId: string): readonly string[];
  /** What it cannot be right together with, or was followed by; its own value first in each reason. */
  conflictsOf(propositionId: string): readonly PropositionConflict[];
}

export function relationTable(relations: readonly ComparedRelation[]): RelationTable {
  const finer = new Map<string, string[]>();
  const denials = new Map<string, string[]>();
  const denied = new Map<string, string[]>();
  const conflicts = new Map<string, PropositionConflict[]>();
  for (const { firstId, secondId, relation, reasons } of relations) {
    if (relation === PropositionRelationKind.REFINES) push(finer, secondId, firstId);
    if (relation !== PropositionRelationKind.CONTRADICTS && relation !== PropositionRelationKind.UPDATES) continue;
    push(conflicts, firstId, { propositionId: secondId, relation, reasons });
    push(conflicts, secondId, { propositionId: firstId, relation, reasons: reasons.map(turned) });
    for (const side of ['first', 'second'] as const) {
      if (!denies(reasons, side)) continue;
      const [denying, other] = side === 'first' ? [firstId, secondId] : [secondId, firstId];
      push(denials, other, denying);
      push(denied, denying, other);
    }
  }
  return {
    finerThan: (id) => finer.get(id) ?? [],
    denialsOf: (id) => denials.get(id) ?? [],
    deniedBy: (id) => denied.get(id) ?? [],
    conflictsOf: (id) => conflicts.get(id) ?? [],
  };
}

/**
 * Whether this side of a conflict is the denial: stage 5 gives the denying word ("denied", "hoax"), or "not …", on the
 * side that denies. Opposites ("rose", "fell") deny nothing: neither side is the denial of the other.
 */
function denies(reasons: readonly RelationReason[], side: 'first' | 'second'): boolean {
  return reasons.some((reason) => {
    const [own, other] = side === 'first' ? [reason.first, reason.second] : [reason.second, reason.first];
    return reason.aspect === 'POLARITY' && own !== null && (other === null || own === `not ${other}`);
  });
}

function turned(reason: RelationReason): RelationReason {
  return { ...reason, first: reason.second, second: reason.first };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
