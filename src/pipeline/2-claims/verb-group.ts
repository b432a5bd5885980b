import type { Unit } from '../../language/document.js';
import { isMainVerb } from '../../language/tree.js';
import { beForms, doForms, haveForms, isPunctuation, modals } from '../../language/words.js';
import type { VerbForm } from './verb-forms.js';

// What belongs to a verb in front of it: "has not | said", "went on to | note", "was the first to | report".

export type Mood = 'FINITE' | 'PARTICIPLE' | 'INFINITIVE' | 'PASSIVE';

type Auxiliary = 'modal' | 'have' | 'be' | 'carrier';

export interface VerbGroup {
  /** Index of its first unit. */
  readonly start: number;
  readonly mood: Mood;
}

/** Verbs that only carry the cue: "went on to note", "continued to insist". */
const carriers = new Set(
  'went go goes going gone continued continue continues continuing begun began begin rushed used proceeded like likes liked love loves tend tends tended'.split(
    ' ',
  ),
);

/** "Theresa May has said": a capital inside a sentence makes a name of it. */
const isModal = (units: readonly Unit[], k: number): boolean =>
  modals.has(units[k]!.lower) && units[k]!.pos !== 'PROPN' && !(k > 0 && units[k]!.text === 'May');

/** "He | 's | also said there was no harm": of whoever speaks, "'s" is "has"; "he's said to be" is a passive. */
const isShortHave = (units: readonly Unit[], k: number, verb: number): boolean =>
  units[k]!.lower === "'s" &&
  /^(?:said|claimed|argued|insisted|suggested|admitted|denied|promised|complained|written)$/.test(units[verb]!.lower) &&
  /^(?:he|she|who)$/.test(units[k - 1]?.lower ?? '') &&
  units[verb + 1]?.lower !== 'to';

/** What auxiliary of the verb stands at `k`. @param isJoined whether another stands between the two */
function auxiliaryAt(
  units: readonly Unit[],
  k: number,
  verb: number,
  form: VerbForm,
  isJoined: boolean,
): Auxiliary | null {
  const { lower, pos } = units[k]!;
  if (isModal(units, k) || doForms.has(lower)) return 'modal';
  if (isShortHave(units, k, verb)) return 'have';
  if (beForms.has(lower) && pos !== 'PART') return 'be';
  return haveForms.has(lower) && (pos === 'AUX' || isJoined || form !== 'BASE') ? 'have' : null;
}

/** Where the words at `k` that carry an infinitive begin; -1 where none stand there. */
function carrierStart(units: readonly Unit[], k: number): number {
  const { lower } = units[k]!;
  if (carriers.has(lower)) return k;
  const start = units[k - 1]?.lower === 'the' ? k - 1 : k;
  const before = units[start - 1]?.lower ?? '';
  // "was the first to report"
  if (lower === 'first' && beForms.has(before)) return start;
  // "had this to say", "had the following to say"
  return /^(?:this|following)$/.test(lower) && haveForms.has(before) ? start : -1;
}

const followsSubject = (unit: Unit | undefined): boolean =>
  unit !== undefined && (/^(?:AUX|NOUN|PROPN|PRON)$/.test(unit.pos) || /^[),]$/.test(unit.text));

/** Whether the word at `k` may stand among a verb and its auxiliaries. @param isInfinitive whether "to" stands behind it */
function isInGroup(units: readonly Unit[], k: number, isInfinitive: boolean): boolean {
  const { lower, pos } = units[k]!;
  const before = units[k - 1];
  // "has not said", "no longer says"
  if (/^(?:not|n't|never)$/.test(lower) || (lower === 'no' && units[k + 1]?.lower === 'longer')) return true;
  // "went | on | to note"
  if (isInfinitive && lower === 'on') return carriers.has(before?.lower ?? '');
  if (isInfinitive && /^(?:this|following)$/.test(lower)) return false;
  // "has | since | claimed"
  if (lower === 'since' && haveForms.has(before?.lower ?? '')) return true;
  // "have | all | said", "the ministers | both | said"
  if (/^(?:all|both|each)$/.test(lower) && followsSubject(before)) return true;
  // "also", "later"
  return pos === 'ADV' && !/^(?:there|here)$/.test(lower) && !isPunctuation(before) && k > 0;
}

/**
 * The group of a verb of this form.
 * @param from the first unit known to belong to it: the verb, or "let" of "let it be known"
 */
export function verbGroup(units: readonly Unit[], verb: number, from: number, form: VerbForm): VerbGroup {
  let start = from;
  let auxiliary: Auxiliary | null = null;
  let isInfinitive = false;
  for (let k = from - 1; k >= 0; k -= 1) {
    const found = auxiliaryAt(units, k, verb, form, auxiliary !== null);
    const carrier = isInfinitive ? carrierStart(units, k) : -1;
    if (units[k]!.lower === 'to' && auxiliary === null && !isInfinitive) isInfinitive = true;
    else if (found) auxiliary ??= found;
    else if (carrier >= 0) {
      k = carrier;
      isInfinitive = false;
      auxiliary = 'carrier';
    } else if (!isInGroup(units, k, isInfinitive)) break;
    start = k;
  }
  const isParticiple = form === 'PAST' || form === 'PARTICIPLE';
  let mood: Mood = 'FINITE';
  // "to have been told by": who was told.
  if (isInfinitive) mood = auxiliary === 'be' && units[verb]!.xpos === 'VBN' ? 'PASSIVE' : 'INFINITIVE';
  else if (auxiliary === 'be' && isParticiple) mood = 'PASSIVE';
  else if (form === 'ING' && auxiliary !== 'be' && auxiliary !== 'have') mood = 'PARTICIPLE';
  else if (form === 'BASE' && auxiliary === null && isBareInfinitive(units, start, verb)) mood = 'INFINITIVE';
  return { start, mood };
}

/** A base form behind a mark that is no comma, of which the tree knows no subject. */
const isBareInfinitive = (units: readonly Unit[], start: number, verb: number): boolean =>
  start > 0 && units[start - 1]!.pos === 'PUNCT' && units[start - 1]!.text !== ',' && !isMainVerb(units, verb);
