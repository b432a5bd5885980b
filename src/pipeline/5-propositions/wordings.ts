import { Polarity, polarityOf } from '../polarity.js';
import { PropositionRelationKind, type PropositionClaim, type SentenceRelation } from '../values.js';
import { candidatePairs } from './candidates.js';
import { clauses } from './clauses.js';
import { read, relate, type Reading } from '../sentence-relation/index.js';

/** Claims with the same words, day and polarity: read once. */
export interface Wording {
  readonly claims: PropositionClaim[];
  readonly reading: Reading;
  /** The statements it is made of; empty when it is one. */
  readonly clauses: readonly Reading[];
  /** Keys of the actors who say it. */
  readonly speakers: Set<string>;
  readonly asOf: string;
  /** Whether it was neither said nor denied ("did not say that"). */
  readonly isOpen: boolean;
}

/** The wordings of some claims, earliest first. */
export function wordingsOf(claims: readonly PropositionClaim[]): Wording[] {
  const byKey = new Map<string, Wording>();
  const ordered = [...claims].sort((a, b) => compare(a.publishedAt, b.publishedAt) || compare(a.id, b.id));
  for (const claim of ordered) {
    const polarity = polarityOf(claim);
    const text = claim.text.replace(/\s+/g, ' ').trim().toLowerCase();
    const key = `${polarity} ${claim.publishedAt.slice(0, 10)} ${text}`;
    let wording = byKey.get(key);
    if (wording) wording.claims.push(claim);
    else byKey.set(key, (wording = wordingOf(claim, polarity)));
    if (claim.speaker !== null) wording.speakers.add(claim.speaker);
  }
  return [...byKey.values()];
}

function wordingOf(claim: PropositionClaim, polarity: Polarity): Wording {
  const isDenied = polarity === Polarity.DENIED;
  const pieces = clauses(claim.text);
  const parts = pieces.length > 1 ? pieces : [];
  const asOf = claim.publishedAt;
  return {
    claims: [claim],
    reading: readingOf(claim.text, asOf, isDenied),
    clauses: parts.map((part) => readingOf(part, asOf, isDenied)),
    speakers: new Set(),
    asOf,
    isOpen: polarity === Polarity.OPEN,
  };
}

/** The content of a claim under a cue of denial ("denied that …") is told as untrue. */
function readingOf(text: string, asOf: string, isDenied: boolean): Reading {
  const reading = read(text, asOf);
  if (!isDenied) return reading;
  return {
    ...reading,
    stance: { ...reading.stance, denial: reading.stance.denial === null ? 'denied' : null, denied: null },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How each two of some wordings relate: those that share words are compared at once, others when asked for. */
export class Comparisons {
  private readonly relations = new Map<number, SentenceRelation>();
  /** Pairs of positions that share words, first < second, in order. */
  readonly pairs: readonly (readonly [number, number])[];

  constructor(readonly wordings: readonly Wording[]) {
    this.pairs = candidatePairs(wordings.map((wording) => wording.reading));
  }

  /** The relation of the earlier of two wordings to the later. */
  of(one: number, other: number): SentenceRelation {
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = a * this.wordings.length + b;
    const known = this.relations.get(key);
    if (known) return known;
    const [first, second] = [this.wordings[a]!, this.wordings[b]!];
    const found = relate(first.reading, second.reading, { a: first.asOf, b: second.asOf });
    // What somebody "did not say" is the topic of what others say, and neither the same nor its opposite.
    const isAbout = first.isOpen !== second.isOpen && found.relation !== PropositionRelationKind.UNRELATED;
    const relation = isAbout ? { relation: PropositionRelationKind.RELATED, score: found.score, reasons: [] } : found;
    this.relations.set(key, relation);
    return relation;
  }
}
