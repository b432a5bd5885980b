import type { Sentence, Unit } from '../../../language/document.js';
import { chunkEnd, clauseFollows, type Range } from '../../../language/noun-phrase.js';
import {
  endBeforeMarks,
  hasFiniteVerb,
  isComma,
  isDash,
  isFinalMark,
  isPunctuation,
  isQuote,
} from '../../../language/words.js';
import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';
import type { RightSide } from '../content.js';
import { senseTaking } from '../content-frames.js';
import type { CueGroup } from '../cues.js';
import { cueForms } from '../verb-forms.js';
import type { ClaimRule } from './table.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';

/** Start of what stands before a tag: the sentence's start, or after an earlier tag. */
function leftStart(units: readonly Unit[], from: number): number {
  let k = from;
  while (k < units.length && (isDash(units[k]) || isComma(units[k]) || /^[.)\]]$/.test(units[k]!.text))) k += 1;
  return k;
}

/** Verbs without frame q that may stand in a tag all the same: "The bridge is safe, the tests show." */
const tagVerbs = new Set('believe think suggest estimate indicate show find know hope fear guess suspect'.split(' '));

const isAdverbialStart = (unit: Unit): boolean =>
  unit.pos === 'ADP' ||
  unit.pos === 'SCONJ' ||
  // "Asked about the reports,"
  unit.xpos === 'VBN' ||
  /ing$/.test(unit.lower) ||
  /^(?:when|after|before|once|since|as|until)$/.test(unit.lower);

/** Whether units[start..end) is only a fronted phrase or a subordinate clause: "In spring", "If nothing happens". */
function isAdverbial(units: readonly Unit[], start: number, end: number): boolean {
  // "Out-of-state sales account for …"
  if (units[start + 1]?.text === '-') return false;
  // "In spring prices rose": a preposition in front, and a clause after it.
  const first = units[start]!;
  const phrase = first.pos === 'ADP' && !/^(?:after|before|since|as|until|like|for)$/.test(first.lower);
  if (phrase || /ing$/.test(first.lower)) return !hasFiniteVerb(units, start, end);
  if (!isAdverbialStart(units[start]!))
    return !hasFiniteVerb(units, start, end) && !units.slice(start, end).some((unit) => isQuote(unit));
  for (let k = start + 1; k < end - 1; k += 1) {
    if (isComma(units[k]) && (clauseFollows(units, k + 1) || isQuote(units[k + 1]))) return false;
  }
  return true;
}

/** '"A," she said, but despite the tone, | "B," said Lee': what has a tag of its own before is another's content. */
const hasEarlierTag = (units: readonly Unit[], start: number, end: number): boolean =>
  isQuote(units[start]) &&
  units
    .slice(start + 1, end)
    .some(({ pos, lower }) => pos === 'VERB' && cueForms.get(lower)?.senses.some(({ frames }) => frames.includes('q')));

/** ", and a hospital | told Radio Orrel that …": what another says, behind the tag. */
function isOthers(units: readonly Unit[], at: number, end: number): boolean {
  if (units[at]!.pos !== 'CCONJ') return false;
  const verb = chunkEnd(units, at + 1);
  const form = verb > at + 1 && verb < end ? cueForms.get(units[verb]!.lower) : undefined;
  if (!form || form.form === 'ING' || !form.senses.some(({ attitude }) => attitude === Attitude.SPEECH)) return false;
  return units.slice(verb + 1, end).some(({ lower, pos }) => lower === 'that' || pos === 'QUOTE');
}

/**
 * Content before the tag: "…," she said; The road is closed, the ministry said; and both orders of speaker and cue.
 * Goes on after the tag where the first part is cut off: "The museum, she said, celebrated …".
 * Known failure: a first clause that is complete and goes on ("Prices rose, she said, and fell again") loses its second.
 */
export function contentBefore(
  sentence: Sentence,
  group: CueGroup,
  speaker: Range | null,
  phraseStart: number,
  tagEnd: number,
  right: RightSide,
  from: number,
  rule: ClaimRule,
): Attribution | null {
  const { units } = sentence;
  // '"It is gone," | super | PAC spokeswoman Ann Lee said'
  const isBehindAdverb = units[phraseStart - 1]?.pos === 'ADV' && isQuote(units[phraseStart - 2]);
  const tagStart = isBehindAdverb ? phraseStart - 1 : phraseStart;
  const sense = senseTaking(group, 'q') ?? (tagVerbs.has(group.lemma) ? senseTaking(group, 'c') : null);
  const before = units[tagStart - 1];
  if (!sense || !before || !(isComma(before) || isQuote(before) || isDash(before))) return null;
  if (speaker && /^(?:who|which|that)$/.test(units[speaker.start]!.lower)) return null;
  const following = units[tagEnd];
  const isCircumstance =
    following !== undefined &&
    /^VB[DZ]$/.test(units[group.verb]!.xpos) &&
    units[group.verb]!.relation !== 'acl' &&
    right.end === right.start &&
    /^(?:ADP|SCONJ)$/.test(following.pos) &&
    isComma(before);
  if (following && !isQuote(before) && !isPunctuation(following) && !isQuote(following) && !isCircumstance) return null;
  let clause = tagStart;
  while (clause > from && units[clause - 1]!.text !== ';') clause -= 1;
  let start = leftStart(units, clause);
  let end = tagStart;
  while (end > start && (isComma(units[end - 1]) || isDash(units[end - 1]))) end -= 1;
  if (end <= start) return null;
  // "The pitch was unfit, the captain complained | after his side had lost"
  // "Bridge closed for a month, says council | after crash": a headline has participles for verbs.
  const hasVerb =
    hasFiniteVerb(units, start, end) || units.slice(start, end).some((unit) => unit.xpos === 'VBN' || isQuote(unit));
  if (isCircumstance && (isAdverbialStart(units[start]!) || !hasVerb)) return null;
  if (isQuote(units[end - 1]) && hasEarlierTag(units, start, end - 1)) start = end - 1;
  // A lone fronted adverbial is no content: "On Tuesday, she said …" is handled by what follows the cue.
  const isNow = units[start]!.lower === 'now' && units[start + 1]?.lower === 'that';
  const goesOn = isComma(following) && units[tagEnd + 1] !== undefined && !isAdverbialStart(units[start]!) && !isNow;
  // "she laughed", "he began": only beside a quotation.
  if (!senseTaking(group, 'ctn') && !tagVerbs.has(group.lemma) && !units.slice(start, end).some(isQuote)) {
    if (!/^(?:go|put|continue|conclude)$/.test(group.lemma)) return null;
  }
  // "A tank burst on Tuesday, officials said.": nothing else can be the content, also where the tagger saw no verb.
  const isLast = (!following || isFinalMark(following)) && !isAdverbialStart(units[start]!) && end - start >= 4;
  if (!isQuote(units[end - 1]) && !goesOn && !isLast && (isNow || isAdverbial(units, start, end))) {
    // "In both cases, she said, the boats came back": the clause after the tag is the content.
    const stop = endBeforeMarks(units, tagEnd);
    const isGoingOn = isComma(following) && stop > tagEnd + 1;
    const isGerund = isGoingOn && units[tagEnd + 1]!.xpos === 'VBG' && hasFiniteVerb(units, tagEnd + 1, stop);
    if (!isGoingOn || (!clauseFollows(units, tagEnd + 1) && !isGerund)) return null;
    // "Though it was smooth, he said, it would be harder now": said in one.
    const isClause = isNow || (units[start]!.pos === 'SCONJ' && hasFiniteVerb(units, start, end));
    const content = [...(isClause ? [stretch(units, start, end)] : []), stretch(units, tagEnd + 1, stop)];
    return cueAttribution(sentence, group, { sense, speaker, content, right, rule, confidence: 0.75 });
  }
  const first = [stretch(units, start, end)];
  let k = tagEnd;
  const wrapped = isComma(units[k]) || isDash(units[k]);
  if (wrapped) k += 1;
  const rest = units[k];
  const lastQuote = isQuote(units[end - 1]);
  if (rest && wrapped && !isFinalMark(rest)) {
    const ing = cueForms.get(rest.lower)?.form === 'ING' || (/ing$/.test(rest.lower) && rest.pos === 'VERB');
    let stop = endBeforeMarks(units, k);
    const open = !hasFiniteVerb(units, start, end) || rest.pos === 'CCONJ';
    const joined = rest.pos === 'CCONJ' ? [k + 1, k + 2].find((at) => isQuote(units[at])) : undefined;
    const next = lastQuote && ing ? units.findIndex((unit, at) => at > k && isQuote(unit)) : -1;
    if (lastQuote && joined) first.push(stretch(units, k + 1, stop));
    // '"A," Lee said, referring to the plan, "b"': the sentence goes on.
    else if (next > k && isComma(units[next - 1]) && next === stop - 1 && /^\p{Ll}/u.test(units[next]!.text))
      first.push(stretch(units, next, stop));
    else if (
      !ing &&
      stop > k &&
      !isOthers(units, k, stop) &&
      ((lastQuote && isQuote(rest)) ||
        (!lastQuote && open && !/^(?:who|which|as|while|when|after|citing)$/.test(rest.lower)))
    )
      first.push(stretch(units, k, stop));
  }
  return cueAttribution(sentence, group, {
    sense,
    speaker,
    content: first,
    right,
    rule,
    confidence: lastQuote ? 0.95 : 0.85,
  });
}
