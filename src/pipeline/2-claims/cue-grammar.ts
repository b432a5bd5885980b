import type { Unit } from '../../language/document.js';
import type { Range } from '../../language/noun-phrase.js';
import { beForms, doForms, haveForms } from '../../language/words.js';
import { CueAspect, CueModality, CueTense, CueVoice, type CueGrammar } from '../values.js';
import type { CueGroup } from './cues.js';
import type { VerbForm } from './verb-forms.js';

/** Of cues that are no verbs: "according to", "the allegation", a colon. */
export const noVerb: CueGrammar = { negated: false, tense: null, aspect: null, modality: null, voice: null };

const modalities: Readonly<Record<string, CueModality>> = {
  can: CueModality.POSSIBILITY,
  ca: CueModality.POSSIBILITY,
  could: CueModality.POSSIBILITY,
  may: CueModality.POSSIBILITY,
  might: CueModality.POSSIBILITY,
  must: CueModality.NECESSITY,
  should: CueModality.NECESSITY,
  ought: CueModality.NECESSITY,
  would: CueModality.HYPOTHETICAL,
};
const future = /^(?:will|wo|shall|'ll)$/;
const pastWords = /^(?:was|were|had|did|went|began|begun|continued|rushed|proceeded|used|gone)$/;
const negations = /^(?:not|n't|never|neither|nor)$/;
const nobody = /^(?:no|nobody|none|neither|no-one|nothing)$/;

/** Whether a negation stands among some words; "no longer" is one, "not only" is none. */
function isNegatedBy(units: readonly Unit[], start: number, end: number): boolean {
  for (let k = start; k < end; k += 1) {
    const next = units[k + 1]?.lower;
    if (negations.test(units[k]!.lower) && next !== 'only' && next !== 'just') return true;
    if (units[k]!.lower === 'no' && next === 'longer') return true;
  }
  return false;
}

/**
 * What the auxiliaries of a verb say of it. Unit indexes of its first auxiliary, or of the verb itself, and of the verb.
 * Known failure: "'d" before a form that is past and participle is read as "had".
 */
export function verbGrammar(units: readonly Unit[], start: number, verb: number, form: VerbForm): CueGrammar {
  const words = units.slice(start, verb).map((unit) => unit.lower);
  const isPastForm = form === 'PAST' || form === 'PARTICIPLE';
  const isHad = words.includes("'d") && isPastForm;
  const have = isHad || words.some((word) => haveForms.has(word));
  const be = words.some((word) => beForms.has(word));
  // "May has said": a name.
  const modal = words.includes('has')
    ? undefined
    : words.map((word) => (word === "'d" && !isHad ? CueModality.HYPOTHETICAL : modalities[word])).find(Boolean);
  const isGoingTo = words.includes('going') && be;
  const isProgressive = be && form === 'ING';
  const isFinite = words.some(
    (word) =>
      doForms.has(word) || /^(?:have|has|had|'ve|is|are|was|were|am|'s|'re|'m|'d)$/.test(word) || pastWords.test(word),
  );
  let tense: CueTense | null = null;
  if (modal === undefined) {
    if (words.some((word) => future.test(word))) tense = CueTense.FUTURE;
    else if (isHad || words.some((word) => pastWords.test(word) && word !== 'gone')) tense = CueTense.PAST;
    else if (isGoingTo) tense = CueTense.FUTURE;
    else if (isFinite) tense = CueTense.PRESENT;
    else if (words.some((word) => /^(?:continues?|goes|go|begins?)$/.test(word))) tense = CueTense.PRESENT;
    else if (isPastForm) tense = CueTense.PAST;
    else if (form !== 'ING') tense = CueTense.PRESENT;
  }
  const isPerfect =
    words.includes('been') || (have && (isPastForm || words.some((word) => /^(?:gone|begun|continued)$/.test(word))));
  return {
    negated: isNegatedBy(units, start, verb),
    tense,
    aspect:
      form === 'ING' && !isProgressive
        ? null
        : isPerfect
          ? isProgressive
            ? CueAspect.PERFECT_PROGRESSIVE
            : CueAspect.PERFECT
          : isProgressive
            ? CueAspect.PROGRESSIVE
            : CueAspect.SIMPLE,
    modality: modal ?? null,
    voice: be && isPastForm ? CueVoice.PASSIVE : CueVoice.ACTIVE,
  };
}

/** "Nor did | he say": the auxiliary before an inverted subject. @returns its index, or the group's own start */
function invertedStart(units: readonly Unit[], group: CueGroup, speaker: Range | null): number {
  const at = speaker && speaker.end === group.start ? speaker.start - 1 : -1;
  return group.form === 'BASE' && at >= 0 && doForms.has(units[at]!.lower) ? at : group.start;
}

/** "he's said that": no passive where the cue is none. */
const withHave = (grammar: CueGrammar, { mood }: CueGroup): CueGrammar =>
  mood === 'FINITE' && grammar.voice === CueVoice.PASSIVE
    ? { ...grammar, voice: CueVoice.ACTIVE, aspect: CueAspect.PERFECT }
    : grammar;

/** What the verb group of a cue and its speaker say: "nobody said" is negated as "did not say" is. */
export function grammarOf(units: readonly Unit[], group: CueGroup, speaker: Range | null): CueGrammar {
  const start = invertedStart(units, group, speaker);
  const before = units[start - 1]?.lower ?? '';
  const first = speaker && units[speaker.start]!;
  // "No. 10", "No 10"
  const isNobody =
    first !== null && nobody.test(first.lower) && !/^(?:\.|\d.*)$/.test(units[speaker!.start + 1]?.text ?? '');
  const isOutside = (group.form === 'ING' || start < group.start) && /^(?:without|not|never|nor|neither)$/.test(before);
  const grammar = withHave(verbGrammar(units, start, group.verb, group.form), group);
  return { ...grammar, negated: grammar.negated || isNobody || isOutside };
}
