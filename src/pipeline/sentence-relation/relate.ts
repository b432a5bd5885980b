import { PropositionRelationKind, type RelationReason, type SentenceRelation } from '../values.js';
import { compareQuantities, dateConflict, polarityConflict, type QuantityComparison } from './conflicts.js';
import { likeness, type Likeness } from './likeness.js';
import { isSameCount } from './quantities.js';
import type { Reading } from './reading.js';

/** When what a sentence says was so: ISO 8601; null or absent when unknown. */
export interface AsOf {
  readonly a?: string | null;
  readonly b?: string | null;
}

// Set on real pairs of news sentences.
const sameSentence = 0.5;
const sameHeadline = 0.2;
const conflictSentence = 0.5;
const conflictCount = 0.25;
const dateConflictSentence = 0.65;
const lengthDifference = 0.2;
// Figures of one day's reports are held against each other; half a day later a new figure may be an update.
const updateMilliseconds = 12 * 3_600_000;

/** Decides how two sentences relate. */
export function relate(first: Reading, second: Reading, times: AsOf = {}): SentenceRelation {
  const alike = likeness(first, second);
  const figures = compareQuantities(first, second);
  const score = scoreOf(first, second, alike, figures);
  const answer = (relation: PropositionRelationKind, reasons: RelationReason[]): SentenceRelation => ({
    relation,
    score,
    reasons,
  });
  const isShort = first.isHeadline || second.isHeadline;
  const topic = Math.max(alike.firstContent, alike.secondContent);
  const isVerbatim = first.masked.length > 0 && first.masked.join(' ') === second.masked.join(' ');
  if (!isVerbatim && (alike.sharedContent === 0 || topic < 0.15))
    return { relation: PropositionRelationKind.UNRELATED, score, reasons: [] };

  const polarity = polarityConflict(first, second, alike);
  if (polarity) return answer(PropositionRelationKind.CONTRADICTS, [polarity]);

  const isSame = isShort ? topic >= sameHeadline : score >= sameSentence;
  const base = Math.min(alike.firstInSecond, alike.secondInFirst);
  const clear =
    base >= conflictSentence
      ? figures.conflicting
      : base >= conflictCount
        ? figures.conflicting.filter(([a, b]) => isSameCount(a, b))
        : [];
  if (clear.length > 0 && figures.agreeing.length === 0 && !dateConflict(first, second)) {
    const reasons = clear.map(([a, b]): RelationReason => ({
      aspect: 'NUMBER',
      detail: `“${a.text}” against “${b.text}”`,
      first: a.text,
      second: b.text,
    }));
    return answer(isLater(times) ? PropositionRelationKind.UPDATES : PropositionRelationKind.CONTRADICTS, reasons);
  }
  const date = dateConflict(first, second);
  if (date) {
    return answer(
      base >= dateConflictSentence ? PropositionRelationKind.CONTRADICTS : PropositionRelationKind.RELATED,
      [date],
    );
  }
  const hedge = hedgeDifference(first, second, isShort);
  if (hedge) return answer(PropositionRelationKind.RELATED, [hedge]);
  if (!isSame) return answer(PropositionRelationKind.RELATED, []);
  if (figures.onlyFirst > 0 && figures.onlySecond > 0 && figures.agreeing.length === 0) {
    const detail = 'each sentence has a figure that the other has nothing to hold against';
    return answer(PropositionRelationKind.RELATED, [{ aspect: 'NUMBER', detail, first: null, second: null }]);
  }
  const reasons: RelationReason[] = [sharedWords(alike)];
  for (const [a, b] of figures.agreeing) {
    reasons.push({ aspect: 'NUMBER', detail: `“${a.text}” fits “${b.text}”`, first: a.text, second: b.text });
  }
  const isEven =
    Math.abs(alike.firstInSecond - alike.secondInFirst) <= lengthDifference && figures.onlyFirst === figures.onlySecond;
  if (isEven) return answer(PropositionRelationKind.EQUIVALENT, reasons);
  // The one whose words are found in the other to the smaller part says more; figures of its own decide a tie.
  const surplus = alike.secondInFirst - alike.firstInSecond + 0.1 * (figures.onlyFirst - figures.onlySecond);
  return { ...answer(PropositionRelationKind.REFINES, reasons), finer: surplus >= 0 ? 'FIRST' : 'SECOND' };
}

function scoreOf(first: Reading, second: Reading, alike: Likeness, figures: QuantityComparison): number {
  const words = (Math.min(alike.firstInSecond, alike.secondInFirst) + alike.plain) / 2;
  const conflict = figures.conflicting.length > 0 ? 0.1 : 0;
  const unmatched = 0.03 * Math.min(figures.onlyFirst, figures.onlySecond);
  const hedge = (first.stance.hedge === null) === (second.stance.hedge === null) ? 0 : 0.03;
  return Math.max(0, Math.min(1, words - conflict - unmatched - hedge));
}

/** One sentence tells as a fact what the other leaves open. */
function hedgeDifference(first: Reading, second: Reading, isShort: boolean): RelationReason | null {
  const [a, b] = [first.stance.hedge, second.stance.hedge];
  if (!isShort || (a === null) === (b === null)) return null;
  return { aspect: 'MODALITY', detail: `only one sentence leaves it open (“${(a ?? b)!}”)`, first: a, second: b };
}

function sharedWords(alike: Likeness): RelationReason {
  const percent = (value: number): number => Math.round(value * 100);
  return {
    aspect: 'WORDS',
    detail: `${percent(alike.firstInSecond)} % of the first sentence's words are in the second, ${percent(alike.secondInFirst)} % the other way`,
    first: null,
    second: null,
  };
}

function isLater(times: AsOf): boolean {
  if (!times.a || !times.b) return false;
  return Math.abs(Date.parse(times.a) - Date.parse(times.b)) >= updateMilliseconds;
}
