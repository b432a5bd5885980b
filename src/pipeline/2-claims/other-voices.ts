import type { Unit } from '../../language/document.js';
import { chunkEnd, clauseFollows } from '../../language/noun-phrase.js';
import { isComma, isDash, isQuote } from '../../language/words.js';
import type { ContentReading } from './content-reading.js';
import { governorOf } from '../../language/tree.js';
import { carryingVerbs } from './publishing-verbs.js';
import { skipAdverbials } from './adverbials.js';
import { Attitude } from '../values.js';
import { nounSense, type CueSense } from './cue-lexicon.js';
import { cueForms } from './verb-forms.js';
import { isSpoken } from './tag.js';

export const isSpokenParticiple = (unit: Unit): boolean =>
  unit.pos === 'VERB' &&
  cueForms.get(unit.lower)?.form === 'ING' &&
  cueForms.get(unit.lower)!.senses.some(isSpokenOrNamed);

const isSpokenOrNamed = ({ attitude, frames }: CueSense): boolean =>
  attitude === Attitude.SPEECH && /[qcan]/.test(frames);

/** Whether the clause that begins at `k` holds what somebody says: "as officials warned | that". */
function isReporting(units: readonly Unit[], k: number): boolean {
  const at = governorOf(units, k);
  return at > k && (units[at + 1]?.lower === 'that' || isQuote(units[at + 1]));
}

/** "despite | a warning from its own advisers that" */
function isDespite(units: readonly Unit[], k: number): boolean {
  if (!/^(?:despite|amid)$/.test(units[k]?.lower ?? '')) return false;
  for (let m = k + 1; m < k + 6; m += 1) {
    if (nounSense(units[m]?.lower ?? '')) return true;
  }
  return false;
}

/** "one of them | adding that" */
function isJoiningIn(units: readonly Unit[], k: number): boolean {
  let end = chunkEnd(units, k);
  if (units[k]?.lower === 'one' && units[k + 1]?.lower === 'of') end = Math.max(end, chunkEnd(units, k + 2), k + 3);
  const verb = units[end];
  return end > k && verb !== undefined && isSpokenParticiple(verb) && /^(?:that|:)$/.test(units[end + 1]?.lower ?? '');
}

const deeds =
  /^(?:move|step|charge|claim|decision|position|stance|argument|assertion|allegation|shift|reversal|promise|prospect|figure|comparison|description|suggestion|accusation)$/;

/** "a move | that pleases many" */
const isDeed = (units: readonly Unit[], k: number): boolean =>
  /^an?$/.test(units[k]?.lower ?? '') &&
  deeds.test(units[chunkEnd(units, k) - 1]?.lower ?? '') &&
  /^(?:that|which)$/.test(units[chunkEnd(units, k)]?.lower ?? '');

/** Verbs by which one takes a stand on what another said. */
const standing =
  /^(?:den|disput|reject|dismiss|contest|confirm|contradict|challeng|refut|rebut)(?:y|ies|ied|ying|e|es|ed|ing|s)?$/;

const remarkNouns = /^(?:account|claim|charge|allegation|accusation|assertion|suggestion|version)$/;

/** "something | the palace denies", "an account | that two guards dispute": what others hold of what was said, up to the end. */
function isRemark(units: readonly Unit[], k: number, last: number): boolean {
  const end = chunkEnd(units, k);
  // "evidence | the judge described as"
  if (end > k && end < k + 3 && /^(?:NOUN|ADJ)$/.test(units[k]?.pos ?? '') && clauseFollows(units, end)) {
    const verb = chunkEnd(units, end);
    if (/^(?:described|called|dismissed|termed|characteri[sz]ed|labell?ed)$/.test(units[verb]?.lower ?? ''))
      return true;
  }
  const isNoun =
    (end === k + 1 && units[k]!.lower === 'something') ||
    (/^an?$/.test(units[k]?.lower ?? '') && remarkNouns.test(units[end - 1]?.lower ?? ''));
  if (!isNoun || !(/^(?:that|which)$/.test(units[end]?.lower ?? '') || clauseFollows(units, end))) return false;
  const rest = units.slice(end, last);
  return rest.some(({ lower }) => standing.test(lower)) && !rest.some(isComma);
}

/** "days | after the Gazette published a report", up to the end: when it was said. When anything else was is content. */
function isMoment(units: readonly Unit[], k: number, last: number): boolean {
  for (let m = k; m < k + 4; m += 1) {
    if (!/^(?:minutes?|hours?|days?|weeks?|months?|years?)$/.test(units[m]?.lower ?? '')) continue;
    const verb = chunkEnd(units, m + 2);
    if (!/^(?:after|before)$/.test(units[m + 1]?.lower ?? '') || verb === m + 2) return false;
    const form = cueForms.get(units[verb]?.lower ?? '');
    const isSaid = form?.senses.some(isSpoken) || carryingVerbs.has(units[verb]?.lower ?? '');
    return isSaid === true && !units.slice(m, last).some(isComma);
  }
  return false;
}

/** Whether the verb of the clause behind the conjunction at `k` is one of saying. */
function speaksItself(units: readonly Unit[], k: number): boolean {
  const at = governorOf(units, k);
  const senses = cueForms.get(units[at]?.lower ?? '')?.senses ?? [];
  const from = units[k + 1]?.pos === 'ADV' ? [k + 2, k + 3] : [k + 1];
  return (
    at > k &&
    from.some((start) => clauseFollows(units, start)) &&
    senses.some(({ attitude }) => attitude === Attitude.SPEECH)
  );
}

/**
 * Whether the clause behind the conjunction at `k` says something itself: joined to the cue by the tree, or with the cue's own
 * word and no "that" by which both could be what is said.
 */
function anotherSays(units: readonly Unit[], start: number, k: number, verb: number): boolean {
  const at = governorOf(units, k);
  if (at <= k || !cueForms.has(units[at]!.lower) || !clauseFollows(units, k + 1)) return false;
  if (joinsCue(units, k, verb)) return true;
  return units[at]!.lower === units[verb]!.lower && units[start]!.lower !== 'that' && units[k + 1]!.lower !== 'that';
}

/** "X said A, and Y did B": whether the clause that begins with a conjunction at `k` is joined to the cue, by the tree. */
function joinsCue(units: readonly Unit[], k: number, verb: number): boolean {
  if (!/^(?:and|but|while|whereas)$/.test(units[k]!.lower)) return false;
  const at = governorOf(units, k);
  return (
    at > k &&
    units[at]!.head >= 0 &&
    units[at]!.head <= units[verb]!.start &&
    /^(?:conj|advcl)/.test(units[at]!.relation) &&
    (clauseFollows(units, k + 1) || clauseFollows(units, skipAdverbials(units, k + 1).next))
  );
}

/** Whether at `k` another voice than the speaker's begins, or the outlet says what it makes of what was said. */
export function othersBegin({ units, start, last, verb, isClause }: ContentReading, k: number): boolean {
  const unit = units[k]!;
  // "A said B and C said D"
  if (unit.lower === 'and') return verb >= 0 && anotherSays(units, start, k, verb);
  if (isDash(unit)) return isDeed(units, k + 1);
  const next = units[k + 1];
  if (!isComma(unit) || !next) return false;
  if (verb >= 0 && joinsCue(units, k + 1, verb)) return true;
  // "said A, while B told the Gazette that C", "said A, as officials warned that B"
  if (/^(?:while|whereas|though|although|as)$/.test(next.lower) && speaksItself(units, k + 1))
    return next.lower !== 'as' || isReporting(units, k + 1);
  // "said A, even as members of his party held back": what was so at the time.
  if (next.lower === 'even' && units[k + 2]?.lower === 'as') return true;
  // "half of them said A, compared with a third who said B"
  if (next.lower === 'compared' && units.slice(k, k + 10).some(({ lower }) => lower === 'who')) return true;
  if (isDespite(units, k + 1) || isJoiningIn(units, k + 1) || isRemark(units, k + 1, last)) return true;
  return isClause && isMoment(units, k + 1, last);
}
