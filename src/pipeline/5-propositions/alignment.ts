import { PropositionRelationKind, type SentenceRelation } from '../values.js';
import { stem } from '../../language/en/stem.js';
import { compareQuantities, polarityDiffers, type Reading } from '../sentence-relation/index.js';
import type { Comparisons, Wording } from './wordings.js';

// Set on the groups of real events, read by eye: below these, what two claims share is as often only the subject.
const sameClaim = 0.6;
const sameClaimOfOneSpeaker = 0.5;
const sameShort = 0.75;
const sameWords = 0.55;
const sameClause = 0.66;
const sameClauseOfOneSpeaker = 0.55;
/** A claim with fewer content words says too little to be told apart from another. */
export const fewestContent = 3;
// In a small event the count of its claims says nothing about how telling a word is.
const smallestCount = 60;
const leastWeight = 0.4;
const mostWeight = 4;

/**
 * How alike two claims of one event are, by the words that tell claims of this event apart: a word that many claims
 * have ("the alliance", "the tank") weighs little, a rare one much (inverse document frequency, K. Spärck Jones, "A
 * statistical interpretation of term specificity", Journal of Documentation 28(1), 1972); of both together, the part
 * that is shared (Dice). A figure is a word of its own.
 */
export class Alignment {
  private readonly frequency = new Map<string, number>();
  private readonly terms = new Map<Reading, ReadonlySet<string>>();
  private readonly count: number;

  constructor(private readonly comparisons: Comparisons) {
    const { wordings } = comparisons;
    this.count = Math.max(wordings.length, smallestCount);
    for (const { reading } of wordings) {
      for (const term of this.termsOf(reading)) this.frequency.set(term, (this.frequency.get(term) ?? 0) + 1);
    }
  }

  /** How alike two claims are: 0 to 1. */
  score(a: number, b: number): number {
    const relation = this.comparisons.of(a, b);
    const [first, second] = [this.comparisons.wordings[a]!, this.comparisons.wordings[b]!];
    return Math.max(this.dice(first.reading, second.reading), isSameWords(relation) ? relation.score : 0);
  }

  /** Whether the two say the same thing: alike enough, and nothing in them that cannot be so together. */
  isSame(a: number, b: number): boolean {
    const relation = this.comparisons.of(a, b);
    const [first, second] = [this.comparisons.wordings[a]!, this.comparisons.wordings[b]!];
    if (first.reading.masked.join(' ') === second.reading.masked.join(' ')) return !isVetoed(first, second, relation);
    if (isFragment(first.reading) || isFragment(second.reading)) return false;
    const isAlike = this.dice(first.reading, second.reading) >= leastDice(first, second) || isSameWords(relation);
    return isAlike && !isVetoed(first, second, relation);
  }

  /** Whether something in the two cannot be so together, or keeps them from being the same. */
  isApart(a: number, b: number): boolean {
    const relation = this.comparisons.of(a, b);
    return isVetoed(this.comparisons.wordings[a]!, this.comparisons.wordings[b]!, relation);
  }

  /**
   * Whether the first claim says, among other things, what the second says: a statement of it is the same as the whole
   * second claim.
   * @returns how alike the two are, 0 where it does not
   */
  contains(a: number, b: number): number {
    const [first, second] = [this.comparisons.wordings[a]!, this.comparisons.wordings[b]!];
    if (first.clauses.length < 2 || isFragment(second.reading) || first.isOpen !== second.isOpen) return 0;
    const least = isOneSpeaker(first, second) ? sameClauseOfOneSpeaker : sameClause;
    let best = 0;
    for (const clause of first.clauses) {
      if (isFragment(clause)) continue;
      const score = this.dice(clause, second.reading);
      if (score >= least && score > best && !differs(clause, second.reading)) best = score;
    }
    return best;
  }

  private dice(first: Reading, second: Reading): number {
    const [one, other] = [this.termsOf(first), this.termsOf(second)];
    let shared = 0;
    for (const term of one) if (other.has(term)) shared += this.weight(term);
    const all = this.sum(one) + this.sum(other);
    return all === 0 ? 0 : (2 * shared) / all;
  }

  private sum(terms: ReadonlySet<string>): number {
    let sum = 0;
    for (const term of terms) sum += this.weight(term);
    return sum;
  }

  private weight(term: string): number {
    const rarity = Math.log((this.count + 1) / ((this.frequency.get(term) ?? 0) + 0.5));
    return Math.min(mostWeight, Math.max(leastWeight, rarity));
  }

  private termsOf(reading: Reading): ReadonlySet<string> {
    const known = this.terms.get(reading);
    if (known) return known;
    const terms = new Set([...reading.content].filter((term) => !untelling.has(term)));
    for (const { low, high, unit } of reading.quantities) terms.add(`${low}–${high} ${unit}`);
    this.terms.set(reading, terms);
    return terms;
  }
}

// Days are held against each other on the calendar, negations by polarity: as words they don't say what.
const untelling: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
    'october november december yesterday today tomorrow morning afternoon evening night ago no other others'
  )
    .split(' ')
    .map(stem),
);

function leastDice(first: Wording, second: Wording): number {
  const content = Math.min(first.reading.content.size, second.reading.content.size);
  if (content <= fewestContent) return sameShort;
  return isOneSpeaker(first, second) ? sameClaimOfOneSpeaker : sameClaim;
}

/** Alike word by word, function words and figures included. */
function isSameWords({ relation, score }: SentenceRelation): boolean {
  return relation === PropositionRelationKind.EQUIVALENT && score >= sameWords;
}

function isFragment(reading: Reading): boolean {
  return reading.content.size < fewestContent;
}

function isOneSpeaker(first: Wording, second: Wording): boolean {
  for (const speaker of first.speakers) if (second.speakers.has(speaker)) return true;
  return false;
}

function isVetoed(first: Wording, second: Wording, { relation, reasons }: SentenceRelation): boolean {
  if (first.isOpen !== second.isOpen) return true;
  const isConflict = relation === PropositionRelationKind.CONTRADICTS || relation === PropositionRelationKind.UPDATES;
  if (isConflict || reasons.some(({ aspect }) => aspect === 'DATE')) return true;
  return differs(first.reading, second.reading);
}

/** Figures, polarity or a question that keep two statements apart, however alike their words are. */
function differs(first: Reading, second: Reading): boolean {
  if ((first.stance.hedge === '?') !== (second.stance.hedge === '?')) return true;
  if (polarityDiffers(first, second)) return true;
  const figures = compareQuantities(first, second);
  if (figures.agreeing.length > 0) return false;
  return figures.conflicting.length > 0 || (figures.onlyFirst > 0 && figures.onlySecond > 0);
}
