import {
  CueClass,
  PropositionRelationKind,
  type GroupRelation,
  type PropositionClaim,
  type PropositionGroup,
  type PropositionResult,
  type SentenceRelation,
} from '../values.js';
import { candidatePairs } from './candidates.js';
import { read, relate, type Reading } from '../sentence-relation/index.js';

// Two claims are one proposition only when clearly more alike than the pairs that are merely called EQUIVALENT.
const groupScore = 0.55;
// Pairs from a whole event are mostly about different things, unlike pairs that somebody picked to be compared: below
// this, a relation is as likely wrong as right. A weaker RELATED says nothing that "same event" does not.
const leastScore = { REFINES: 0.4, UPDATES: 0.5, CONTRADICTS: 0.5, RELATED: 0.35 };

const leastCounted = 0.25;

/** Claims with the same words, day and polarity: read once. */
interface Wording {
  readonly claims: PropositionClaim[];
  readonly reading: Reading;
  readonly asOf: string;
}

interface Cluster {
  readonly wordings: number[];
  weakest: number;
}

/** Groups claims by complete link and relates the groups; see index.ts. */
export function group(claims: readonly PropositionClaim[]): PropositionResult {
  const wordings = wordingsOf([...claims].sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.id, b.id)));
  const compared = compareAll(wordings);
  const clusters = completeLink(wordings.length, compared);
  const representatives = clusters.map((cluster) => representativeOf(cluster, compared));
  const groups = clusters.map((cluster, number): PropositionGroup => {
    const members = cluster.wordings.flatMap((wording) => wordings[wording]!.claims);
    const representative = wordings[representatives[number]!]!.claims[0]!.id;
    return { claimIds: members.map((claim) => claim.id), representative, confidence: cluster.weakest };
  });
  return { groups, relations: relationsOf(clusters, representatives, wordings, compared) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function wordingsOf(claims: readonly PropositionClaim[]): Wording[] {
  const byKey = new Map<string, Wording>();
  for (const claim of claims) {
    const isDenied = claim.cueClass === CueClass.DENIAL;
    const text = claim.text.replace(/\s+/g, ' ').trim().toLowerCase();
    const key = `${isDenied ? 'denied' : 'said'} ${claim.publishedAt.slice(0, 10)} ${text}`;
    const known = byKey.get(key);
    if (known) {
      known.claims.push(claim);
      continue;
    }
    byKey.set(key, { claims: [claim], reading: readingOf(claim, isDenied), asOf: claim.publishedAt });
  }
  return [...byKey.values()];
}

/** The content of a claim under a cue of denial ("denied that …") is told as untrue. */
function readingOf(claim: PropositionClaim, isDenied: boolean): Reading {
  const reading = read(claim.text, claim.publishedAt);
  if (!isDenied) return reading;
  return {
    ...reading,
    stance: { ...reading.stance, denial: reading.stance.denial === null ? 'denied' : null, denied: null },
  };
}

/** Relations of all candidate pairs, by `first * count + second` with first < second. */
type Compared = ReadonlyMap<number, SentenceRelation> & { readonly count: number };

function compareAll(wordings: readonly Wording[]): Compared {
  const count = wordings.length;
  const relations = new Map<number, SentenceRelation>();
  for (const [a, b] of candidatePairs(wordings.map((wording) => wording.reading))) {
    const [first, second] = [wordings[a]!, wordings[b]!];
    relations.set(a * count + b, relate(first.reading, second.reading, { a: first.asOf, b: second.asOf }));
  }
  return Object.assign(relations, { count });
}

function between(compared: Compared, a: number, b: number): SentenceRelation | undefined {
  return compared.get(a < b ? a * compared.count + b : b * compared.count + a);
}

/** Joins the most alike first; two clusters only when every pair across them is the same proposition. */
function completeLink(count: number, compared: Compared): Cluster[] {
  const links: { a: number; b: number; score: number }[] = [];
  for (const [key, relation] of compared) {
    if (isSame(relation)) links.push({ a: Math.floor(key / count), b: key % count, score: relation.score });
  }
  links.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const clusterOf: Cluster[] = Array.from({ length: count }, (_, number) => ({ wordings: [number], weakest: 1 }));
  for (const { a, b } of links) {
    const [one, other] = [clusterOf[a]!, clusterOf[b]!];
    if (one === other) continue;
    let weakest = Math.min(one.weakest, other.weakest);
    const isComplete = one.wordings.every((x) =>
      other.wordings.every((y) => {
        const relation = between(compared, x, y);
        if (!relation || !isSame(relation)) return false;
        weakest = Math.min(weakest, relation.score);
        return true;
      }),
    );
    if (!isComplete) continue;
    one.wordings.push(...other.wordings);
    one.weakest = weakest;
    for (const wording of other.wordings) clusterOf[wording] = one;
  }
  const clusters = [...new Set(clusterOf)];
  for (const cluster of clusters) cluster.wordings.sort((x, y) => x - y);
  return clusters.sort((x, y) => x.wordings[0]! - y.wordings[0]!);
}

function isSame(relation: SentenceRelation): boolean {
  return relation.relation === PropositionRelationKind.EQUIVALENT && relation.score >= groupScore;
}

/** The wording most like the others; the earliest of equals. */
function representativeOf(cluster: Cluster, compared: Compared): number {
  let best = { wording: cluster.wordings[0]!, sum: -1 };
  for (const wording of cluster.wordings) {
    let sum = 0;
    for (const other of cluster.wordings) {
      if (other !== wording) sum += between(compared, wording, other)?.score ?? 0;
    }
    if (sum > best.sum) best = { wording, sum };
  }
  return best.wording;
}

function relationsOf(
  clusters: readonly Cluster[],
  representatives: readonly number[],
  wordings: readonly Wording[],
  compared: Compared,
): GroupRelation[] {
  const groupOf = new Map<number, number>();
  clusters.forEach((cluster, number) => cluster.wordings.forEach((wording) => groupOf.set(wording, number)));
  const met = new Set<number>();
  for (const key of compared.keys()) {
    const [a, b] = [groupOf.get(Math.floor(key / compared.count))!, groupOf.get(key % compared.count)!];
    if (a !== b) met.add(Math.min(a, b) * clusters.length + Math.max(a, b));
  }
  const relations: GroupRelation[] = [];
  for (const key of [...met].sort((x, y) => x - y)) {
    const [a, b] = [Math.floor(key / clusters.length), key % clusters.length];
    const [x, y] = [representatives[a]!, representatives[b]!];
    const relation =
      between(compared, x, y) ??
      relate(wordings[Math.min(x, y)]!.reading, wordings[Math.max(x, y)]!.reading, {
        a: wordings[Math.min(x, y)]!.asOf,
        b: wordings[Math.max(x, y)]!.asOf,
      });
    const oriented = x < y ? [a, b] : [b, a];
    const found = groupRelation(relation, oriented[0]!, oriented[1]!);
    if (found) relations.push(found);
  }
  return relations;
}

/** Figures of the same thing were held against each other: that is clear also where the rest is told differently. */
function isCounted({ relation, reasons }: SentenceRelation): boolean {
  const isConflict = relation === PropositionRelationKind.CONTRADICTS || relation === PropositionRelationKind.UPDATES;
  return isConflict && reasons.some((reason) => reason.aspect === 'NUMBER');
}

function groupRelation(relation: SentenceRelation, first: number, second: number): GroupRelation | null {
  const { relation: kind, score, reasons, finer } = relation;
  if (kind === PropositionRelationKind.UNRELATED) return null;
  if (kind !== PropositionRelationKind.EQUIVALENT && score < (isCounted(relation) ? leastCounted : leastScore[kind]))
    return null;
  if (kind === PropositionRelationKind.REFINES) {
    if (finer !== 'SECOND') return { first, second, relation: kind, score, reasons, finer: 'FIRST' };
    const turned = reasons.map((reason) => ({ ...reason, first: reason.second, second: reason.first }));
    return { first: second, second: first, relation: kind, score, reasons: turned, finer: 'FIRST' };
  }
  // Alike, but not alike enough, or not all of the two groups.
  if (kind === PropositionRelationKind.EQUIVALENT || kind === PropositionRelationKind.RELATED) {
    return { first, second, relation: PropositionRelationKind.RELATED, score, reasons };
  }
  return { first, second, relation: kind, score, reasons };
}
