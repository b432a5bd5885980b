import { PropositionRelationKind, type GroupRelation, type RelationReason, type SentenceRelation } from '../values.js';
import { fewestContent, type Alignment } from './alignment.js';
import type { Cluster } from './clusters.js';
import { countsAgree, countsConflict, peopleCounts, type PeopleCount } from './counts.js';
import type { Comparisons, Wording } from './wordings.js';

// Pairs from a whole event are mostly about different things, unlike pairs that somebody picked to be compared: below
// this, a relation is as likely wrong as right. A weaker RELATED says nothing that "same event" does not.
const leastScore = { REFINES: 0.4, UPDATES: 0.5, CONTRADICTS: 0.5, RELATED: 0.35 };
const leastCounted = 0.25;
// An event with hundreds of counts has more conflicts of them than anybody reads.
const mostCountedPerGroup = 12;
// Figures of one day's reports are held against each other; half a day later a new figure may be an update.
const updateMilliseconds = 12 * 3_600_000;

/**
 * Relates the groups that share words, through their representatives, and those that count the same people.
 * @param representatives position of each cluster's representative among the wordings
 */
export function relationsOf(
  clusters: readonly Cluster[],
  representatives: readonly number[],
  comparisons: Comparisons,
  alignment: Alignment,
): GroupRelation[] {
  const groupOf = new Map<number, number>();
  clusters.forEach((cluster, number) => cluster.wordings.forEach((wording) => groupOf.set(wording, number)));
  const counted = countRelations(clusters, comparisons.wordings);
  const met = new Set<number>(counted.keys());
  for (const [x, y] of comparisons.pairs) {
    const [a, b] = [groupOf.get(x)!, groupOf.get(y)!];
    if (a !== b) met.add(Math.min(a, b) * clusters.length + Math.max(a, b));
  }
  const relations: GroupRelation[] = [];
  for (const key of [...met].sort((x, y) => x - y)) {
    const [a, b] = [Math.floor(key / clusters.length), key % clusters.length];
    const [x, y] = [representatives[a]!, representatives[b]!];
    const [first, second] = x < y ? [a, b] : [b, a];
    const found = isPieceOf(comparisons.wordings[x]!, comparisons.wordings[y]!, comparisons.of(x, y))
      ? null
      : groupRelation(comparisons.of(x, y), first, second);
    // Polarity is decided statement by statement: what one statement negates, another of the same claim may not.
    const relation =
      found && isCounted(found)
        ? found
        : (counted.get(key) ?? finerOf([a, b], [x, y], comparisons, alignment) ?? found);
    if (relation) relations.push(relation);
  }
  return relations;
}

/**
 * A claim that stands inside another of the same article, or says next to nothing, is against nothing: "I don't think
 * this is new" does not contradict "this is new" in it.
 */
function isPieceOf(first: Wording, second: Wording, { relation, reasons }: SentenceRelation): boolean {
  if (relation !== PropositionRelationKind.CONTRADICTS || !reasons.some(({ aspect }) => aspect === 'POLARITY'))
    return false;
  if (Math.min(first.reading.content.size, second.reading.content.size) < fewestContent) return true;
  const [one, other] = [first.reading.text.toLowerCase(), second.reading.text.toLowerCase()];
  return isOneArticle(first, second) && (one.includes(other) || other.includes(one));
}

/** Relations by the people counted, by `first * number of clusters + second`. */
function countRelations(clusters: readonly Cluster[], wordings: readonly Wording[]): Map<number, GroupRelation> {
  const counts = clusters.flatMap((cluster, group) =>
    cluster.wordings.flatMap((number) =>
      peopleCounts(wordings[number]!.reading).map((count): CountingWording => ({
        group,
        count,
        wording: wordings[number]!,
      })),
    ),
  );
  const relations = new Map<number, GroupRelation>();
  const perGroup = new Map<number, number>();
  const isFull = (group: number): boolean => (perGroup.get(group) ?? 0) >= mostCountedPerGroup;
  for (let at = 0; at < counts.length; at += 1) {
    for (let next = at + 1; next < counts.length && !isFull(counts[at]!.group); next += 1) {
      const [one, other] = [counts[at]!, counts[next]!];
      const key = one.group * clusters.length + other.group;
      if (one.group === other.group || isFull(other.group) || relations.has(key)) continue;
      if (isOneArticle(one.wording, other.wording)) continue;
      const relation = countRelation(one, other);
      if (relation === null) continue;
      relations.set(key, relation);
      for (const { group } of [one, other]) perGroup.set(group, (perGroup.get(group) ?? 0) + 1);
    }
  }
  return relations;
}

interface CountingWording {
  readonly group: number;
  readonly count: PeopleCount;
  readonly wording: Wording;
}

/** What two counts say to each other: a conflict, or the same figure, which the wordier claim tells more of. */
function countRelation(one: CountingWording, other: CountingWording): GroupRelation | null {
  const score = leastScore.CONTRADICTS;
  const reason = (first: string, second: string, detail: string): RelationReason[] => [
    { aspect: 'NUMBER', detail: `“${first}” ${detail} “${second}”`, first, second },
  ];
  if (countsAgree(one.count, other.count)) {
    const isFiner = one.wording.reading.content.size >= other.wording.reading.content.size;
    const [finer, coarser] = isFiner ? [one, other] : [other, one];
    const texts = [finer.count.quantity.text, coarser.count.quantity.text] as const;
    const reasons = reason(...texts, 'is the same count as');
    const relation = PropositionRelationKind.REFINES;
    return { first: finer.group, second: coarser.group, relation, score, reasons, finer: 'FIRST' };
  }
  if (!countsConflict(one.count, other.count)) return null;
  const [first, second] = [one.count.quantity, other.count.quantity];
  const isUpdate =
    one.count.isEarlier !== other.count.isEarlier || isLaterCount(one.wording, other.wording, first.low <= second.low);
  const relation = isUpdate ? PropositionRelationKind.UPDATES : PropositionRelationKind.CONTRADICTS;
  const reasons = reason(first.text, second.text, 'against');
  return { first: one.group, second: other.group, relation, score, reasons };
}

/** Two counts of one text are of two things: hardly anybody contradicts himself so plainly. */
function isOneArticle(first: Wording, second: Wording): boolean {
  const articles = new Set(first.claims.map(({ articleId }) => articleId));
  return second.claims.some(({ articleId }) => articles.has(articleId));
}

/**
 * Whether the second of two counts brings the first up to date: it is later, and higher (people counted so far grow in
 * number) or of the same outlet, which corrects itself. A later, lower count of somebody else conflicts.
 */
function isLaterCount(first: Wording, second: Wording, isHigher: boolean): boolean {
  const between = Date.parse(second.asOf) - Date.parse(first.asOf);
  if (Math.abs(between) < updateMilliseconds) return false;
  const sources = new Set(first.claims.map(({ sourceId }) => sourceId));
  return between > 0 === isHigher || second.claims.some(({ sourceId }) => sources.has(sourceId));
}

/**
 * The group that says, as one statement of several, what the other says; null when neither does. Representatives stand
 * for their groups: what a single wordier member adds, the group doesn't say.
 * @param representatives positions of the wordings that stand for the two groups
 */
function finerOf(
  groups: readonly [number, number],
  representatives: readonly [number, number],
  { wordings }: Comparisons,
  alignment: Alignment,
): GroupRelation | null {
  const [x, y] = representatives;
  const [there, back] = [alignment.contains(x, y), alignment.contains(y, x)];
  if (there === 0 && back === 0) return null;
  const [first, second] = there >= back ? groups : [groups[1], groups[0]];
  const text = wordings[there >= back ? y : x]!.reading.text;
  const detail = `one of the statements of the first says what the second says: “${text}”`;
  const reasons = [{ aspect: 'WORDS', detail, first: null, second: null }];
  const score = Math.max(there, back);
  return { first, second, relation: PropositionRelationKind.REFINES, score, reasons, finer: 'FIRST' };
}

/** Figures of the same thing were held against each other: that is clear also where the rest is told differently. */
function isCounted({ relation, reasons }: SentenceRelation): boolean {
  const isConflict = relation === PropositionRelationKind.CONTRADICTS || relation === PropositionRelationKind.UPDATES;
  return isConflict && reasons.some((reason) => reason.aspect === 'NUMBER');
}

function groupRelation(relation: SentenceRelation, first: number, second: number): GroupRelation | null {
  const { relation: kind, score, reasons, finer } = relation;
  if (kind === PropositionRelationKind.UNRELATED) return null;
  const isAlike = kind === PropositionRelationKind.EQUIVALENT;
  if (!isAlike && score < (isCounted(relation) ? leastCounted : leastScore[kind])) return null;
  if (kind === PropositionRelationKind.REFINES) {
    if (finer !== 'SECOND') return { first, second, relation: kind, score, reasons, finer: 'FIRST' };
    const turned = reasons.map((reason) => ({ ...reason, first: reason.second, second: reason.first }));
    return { first: second, second: first, relation: kind, score, reasons: turned, finer: 'FIRST' };
  }
  // Alike, but not alike enough, or not all of the two groups.
  if (isAlike) return { first, second, relation: PropositionRelationKind.RELATED, score, reasons };
  return { first, second, relation: kind, score, reasons };
}
