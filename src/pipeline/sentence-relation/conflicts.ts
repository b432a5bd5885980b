import type { RelationReason } from '../values.js';
import type { Likeness } from './likeness.js';
import { isComparable, isDisjoint, type Quantity } from './quantities.js';
import type { Reading } from './reading.js';
import { opposite } from './synonyms.js';

/** What the figures of two sentences say to each other. */
export interface QuantityComparison {
  readonly agreeing: readonly (readonly [Quantity, Quantity])[];
  readonly conflicting: readonly (readonly [Quantity, Quantity])[];
  /** Figures of each side that the other has nothing to hold against. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/**
 * Holds figures that measure the same thing against each other, as intervals: "at least 12 injured" and "30 injured"
 * agree, "12 injured" and "30 injured" do not. A figure that fits any comparable one of the other side agrees.
 */
export function compareQuantities(first: Reading, second: Reading): QuantityComparison {
  const agreeing: [Quantity, Quantity][] = [];
  const conflicting: [Quantity, Quantity][] = [];
  let onlyFirst = 0;
  const used = new Set<Quantity>();
  for (const quantity of first.quantities) {
    const candidates = second.quantities.filter((other) => isComparable(quantity, other));
    const fitting =
      candidates.find((candidate) => !isDisjoint(quantity, candidate)) ??
      // The same figure is hardly there by chance, whatever stands around it.
      second.quantities.find((other) => isSameFigure(quantity, other));
    for (const candidate of fitting ? [fitting] : candidates) used.add(candidate);
    if (fitting) agreeing.push([quantity, fitting]);
    else if (candidates[0]) conflicting.push([quantity, candidates[0]]);
    else onlyFirst += 1;
  }
  const onlySecond = second.quantities.filter((other) => !used.has(other)).length;
  return { agreeing, conflicting, onlyFirst, onlySecond };
}

function isSameFigure(first: Quantity, second: Quantity): boolean {
  return first.unit === second.unit && first.low === second.low && first.high === second.high;
}

/** Days that cannot be the same: each sentence names one, and they don't overlap. More than one on a side is unclear. */
export function dateConflict(first: Reading, second: Reading): RelationReason | null {
  if (first.dates.length !== 1 || second.dates.length !== 1) return null;
  const [a, b] = [first.dates[0]!, second.dates[0]!];
  if (a.first <= b.last && b.first <= a.last) return null;
  return { aspect: 'DATE', detail: `“${a.text}” against “${b.text}”`, first: a.text, second: b.text };
}

// A headline and a sentence about one thing share few words; two sentences that only share few are about two things.
const headlineTopic = 0.25;
const sentenceTopic = 0.5;
const negativeTopic = 0.3;

/**
 * One sentence denies what the other tells: by a word that denies the whole ("hoax", "denies"), by a negation of
 * something the other says without one, or by an opposite ("rose", "fell").
 *
 * Known failure: a negation of one part ("did not tell reporters that …") and an opposite in a side clause.
 */
export function polarityConflict(first: Reading, second: Reading, alike: Likeness): RelationReason | null {
  const isShort = first.isHeadline || second.isHeadline;
  const topic = Math.max(alike.firstContent, alike.secondContent);
  const isOneTopic = alike.sharedContent >= (isShort ? 1 : 2) && topic >= (isShort ? headlineTopic : sentenceTopic);
  if (!isOneTopic) return null;
  const [a, b] = [denialOf(first, second), denialOf(second, first)];
  if ((a === null) !== (b === null)) {
    // "denied the plan" and "there is no plan" say the same.
    const other = a === null ? first : second;
    if ([...other.stance.negated].some((stem) => (a === null ? second : first).content.has(stem))) return null;
    return { aspect: 'POLARITY', detail: `only one sentence says “${(a ?? b)!}”`, first: a, second: b };
  }
  if (isShort && a === null && topic >= negativeTopic) {
    const isFirst = deniesSubject(first, second);
    if (isFirst || deniesSubject(second, first)) {
      const detail = 'of the same subject, only one sentence has its verb negated';
      return { aspect: 'POLARITY', detail, first: isFirst ? 'not' : null, second: isFirst ? null : 'not' };
    }
  }
  const negation = oneSidedNegation(first, second) ?? oneSidedNegation(second, first);
  if (negation !== null && (isShort || Math.min(alike.firstInSecond, alike.secondInFirst) >= 0.4)) {
    const isFirst = first.stance.negated.has(negation);
    const said = (negated: boolean): string => (negated ? `not ${negation}` : negation);
    return {
      aspect: 'POLARITY',
      detail: `only one sentence has “${negation}” under a negation`,
      first: said(isFirst),
      second: said(!isFirst),
    };
  }
  return oppositeWords(first, second, alike, isShort);
}

/**
 * Whether anything in the words sets the polarity of two sentences apart: a denial or a negation on one side only, an
 * opposite. Wider than `polarityConflict`, which must be right that they contradict; this only
 * keeps them from being taken for one.
 */
export function polarityDiffers(first: Reading, second: Reading): boolean {
  if ((first.stance.denial === null) !== (second.stance.denial === null)) {
    const [denying, other] = first.stance.denial === null ? [second, first] : [first, second];
    if (![...other.stance.negated].some((stem) => denying.content.has(stem))) return true;
  } else if (isNegatedAlone(first, second) || isNegatedAlone(second, first)) return true;
  return hasOpposites(first, second);
}

/** Something is negated in the first sentence, and nothing in the second: how far a negation reaches is not always seen. */
function isNegatedAlone(first: Reading, second: Reading): boolean {
  return first.stance.negated.size > 0 && !second.stance.isNegative;
}

function hasOpposites(first: Reading, second: Reading): boolean {
  for (const stem of first.content) {
    if (second.content.has(stem)) continue;
    for (const other of opposite(stem) ?? []) if (second.content.has(other) && !first.content.has(other)) return true;
  }
  return false;
}

/** "The mayor did not …" against a sentence about the mayor with nothing negative in it. */
function deniesSubject(reading: Reading, other: Reading): boolean {
  const subject = reading.stance.negatedSubject;
  return subject !== null && !other.stance.isNegative && [...subject].every((stem) => other.content.has(stem));
}

/** The word by which a sentence denies what the other tells; null when it says so of something the other doesn't have. */
function denialOf(reading: Reading, other: Reading): string | null {
  const { denial, denied } = reading.stance;
  return denied === null || other.content.has(denied) ? denial : null;
}

/** A stem that the first sentence negates and the second has, with nothing negative anywhere in it. */
function oneSidedNegation(first: Reading, second: Reading): string | null {
  if (second.stance.isNegative) return null;
  for (const stem of first.stance.negated) if (second.content.has(stem)) return stem;
  return null;
}

function oppositeWords(first: Reading, second: Reading, alike: Likeness, isShort: boolean): RelationReason | null {
  const least = isShort
    ? Math.max(alike.firstContent, alike.secondContent)
    : Math.min(alike.firstInSecond, alike.secondInFirst);
  if (least < 0.5) return null;
  for (const stem of first.content) {
    if (second.content.has(stem)) continue;
    for (const other of opposite(stem) ?? []) {
      if (!second.content.has(other) || first.content.has(other)) continue;
      // "did not fall" and "rose" do not contradict each other.
      if (first.stance.negated.has(stem) !== second.stance.negated.has(other)) continue;
      return { aspect: 'POLARITY', detail: `“${stem}” against “${other}”`, first: stem, second: other };
    }
  }
  return null;
}
