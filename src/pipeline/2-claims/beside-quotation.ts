import type { Unit } from '../../language/document.js';
import { hasFiniteVerb, isComma, isFinalMark, isNoun, isQuote } from '../../language/words.js';
import { Attitude, CueClass } from '../values.js';
import type { CueSense } from './cue-lexicon.js';
import type { CueForm } from './verb-forms.js';

// Verbs that attribute because a quotation stands beside them, whatever they mean elsewhere.

const utters: CueSense = { class: CueClass.NEUTRAL, attitude: Attitude.SPEECH, frames: 'q', prepositions: [], line: 0 };
/** Words of a quotation behind a colon or comma, at least. */
const shortest = 4;
/** Units of a subject between a quotation and its verb, at most. */
const longestSubject = 6;

/** Whether a quotation is cut off by its tag: "…," or "…!" */
export const isTagged = (unit: Unit | undefined): boolean => isQuote(unit) && /[,!?]\s*$/.test(unit!.text);

/** 'Her song, "He Told Me So!" | topped the list': a quotation behind a noun and a comma, with no verb before it. */
const isTitle = (units: readonly Unit[], quotation: number): boolean =>
  quotation > 1 &&
  isComma(units[quotation - 1]) &&
  isNoun(units[quotation - 2]) &&
  !hasFiniteVerb(units, 0, quotation - 1);

/**
 * Any finite verb beside a quotation attributes it: '"Here!" beamed Ann Lee', 'Lee boomed: "We will win here."'
 * Known failure: what is done while speaking (', shrugging') where it is finite ('"…," she shrugged').
 */
export function besideQuotation(units: readonly Unit[], index: number): CueForm | null {
  const { xpos, lower, pos, relation } = units[index]!;
  const before = units[index - 1];
  // A past whose form is the participle's as well: the tree knows that nothing stands above it.
  const isPast = xpos === 'VBN' && relation === 'root' && isTagged(before);
  if (pos !== 'VERB' || !(isPast || /^VB[DZP]$/.test(xpos))) return null;
  const [next, second] = [units[index + 1], units[index + 2]];
  const opens = (next?.text === ':' || isComma(next)) && isQuote(second) && second!.quotation!.words >= shortest;
  const isSubject = /^(?:PROPN|DET|PRON)$/.test(next?.pos ?? '') || (next?.pos === 'NOUN' && second?.pos === 'PROPN');
  const isInverted = isTagged(before) && isSubject && next!.xpos !== 'PRP' && !isTitle(units, index - 1);
  const isTag =
    isTagged(units[index - 2]) &&
    /^(?:PROPN|PRON)$/.test(before?.pos ?? '') &&
    (!next || next.pos === 'PUNCT') &&
    /,\s*$/.test(units[index - 2]!.text);
  return opens || isInverted || isTag
    ? { lemma: lower, form: xpos === 'VBD' || isPast ? 'PAST' : 'S', senses: [utters] }
    : null;
}

/** Whether a quotation stands right behind a verb, or one cut off by its tag shortly before it. */
export const isBesideQuotation = (units: readonly Unit[], verb: number): boolean =>
  isQuote(units[verb + 1]) || units.slice(Math.max(0, verb - longestSubject), verb).some(isTagged);

/** '"…," she went on', 'he went on: "…"': somebody went on with what he says. */
export function goesOnSaying(units: readonly Unit[], verb: number, end: number, form: string): boolean {
  if (form === 'BASE' || units[end]?.lower === 'to') return false;
  const next = isComma(units[end]) || units[end]?.text === ':' ? units[end + 1] : units[end];
  const opens = isQuote(next) && /^\p{Lu}/u.test(next!.text);
  const closes = !units[end] || isFinalMark(units[end]) || isComma(units[end]);
  return (
    opens ||
    (closes && (isBesideQuotation(units, verb) || isComma(units[tagStart(units, verb)]) || isComma(units[verb - 2])))
  );
}

/** Index of the unit before the short phrase that ends at `index`. */
export function tagStart(units: readonly Unit[], index: number): number {
  let k = index - 1;
  while (k >= 0 && /^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(units[k]!.pos)) k -= 1;
  return k < index - 1 ? k : -1;
}
