import type { Sentence, Unit } from '../../../language/document.js';
import { distantSubject } from '../../../language/distant-subject.js';
import { clauseFollows, type Range } from '../../../language/noun-phrase.js';
import { treeSubject, treeSubjectAfter } from '../../../language/tree.js';
import { hasFiniteVerb, isComma, isQuote, isTime, startsNounPhrase } from '../../../language/words.js';
import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import { senseTaking } from '../content-frames.js';
import { readRight, type RightSide } from '../content.js';
import type { CueGroup } from '../cues.js';
import { gapSubject } from '../gap.js';
import { stretch } from '../stretch.js';
import { tagByTree } from '../tag.js';
import { cueForms } from '../verb-forms.js';
import { attributeByAs } from './as-clause.js';
import { attributeCleft } from './cleft.js';
import { contentBefore } from './content-before.js';
import { cueAttribution } from './cue-attribution.js';
import { attributeInverted } from './inverted-tag.js';
import { attributeByParticiple } from './participle.js';
import { attributePassive } from './passive.js';
import { attributeByPurpose } from './purpose.js';
import { subjectPhrase } from './subject-phrase.js';

/** "On this week's “Harbour Sunday,” the mayor said …": a title in a fronted phrase is no utterance. */
const isFrontedTitle = (units: readonly Unit[], index: number): boolean =>
  index > 0 &&
  units[index]!.quotation!.words <= 4 &&
  units.slice(0, index).every((unit) => !isComma(unit) && !isQuote(unit)) &&
  (units[0]!.pos === 'ADP' || isTime(units[0])) &&
  !hasFiniteVerb(units, 0, index);

/** Whose cue it is: the phrase before it, else the subject that it shares, or has further left. */
function speakerOf(
  units: readonly Unit[],
  group: CueGroup,
  right: RightSide,
  subjectOf: (index: number) => Range | null,
): Range | null {
  const before = units[group.start - 1];
  return (
    subjectPhrase(units, group) ??
    (before && /^(?:and|but|then)$/.test(before.lower) ? subjectOf(group.start) : null) ??
    (right.end > right.start || right.endsInColon
      ? (distantSubject(units, group.start) ?? treeSubject(units, group.verb))
      : null) ??
    (before && isListed(units, group) ? subjectOf(group.start) : null)
  );
}

/** The main templates around a cue verb, most precise first. @param subjectOf whose subject a verb shares */
export function attributeByCue(
  sentence: Sentence,
  group: CueGroup,
  subjectOf: (index: number) => Range | null,
): Attribution | null {
  const { units } = sentence;
  if (group.mood === 'INFINITIVE') return attributeByPurpose(sentence, group, subjectOf);
  const right = readRight(units, group);
  if (group.mood === 'PASSIVE') return attributePassive(sentence, group, right);
  if (group.mood === 'PARTICIPLE') return attributeByParticiple(sentence, group, right, subjectOf);
  const inverted = attributeInverted(sentence, group, right);
  if (inverted) return inverted;
  const speaker = speakerOf(units, group, right, subjectOf);
  // "The mayor admits in this case, there were failures": the clause after the adverbial's comma.
  if (
    speaker &&
    speaker.start <= 1 &&
    !isQuote(units[speaker.start - 1]) &&
    right.end === right.start &&
    right.after > group.end &&
    isComma(units[right.after]) &&
    clauseFollows(units, right.after + 1) &&
    !/^(?:who|which|and|but|while|as)$/.test(units[right.after + 1]!.lower) &&
    senseTaking(group, 'c')
  ) {
    const end = contentEnd(units, right.after + 1, true, group.start);
    const content = [stretch(units, right.after + 1, end)];
    return cueAttribution(sentence, group, {
      sense: senseTaking(group, 'c')!,
      speaker,
      content,
      right,
      rule: 'speaker-cue-content',
      confidence: 0.7,
    });
  }
  // "A diplomat, | asked which to believe, | replied": who was asked.
  if (group.lemma === 'ask' && isComma(units[group.start - 1]) && isAnswered(units, group.end)) return null;
  // "asked whether | she would support it": a question, and no stand of hers.
  if (speaker && isInQuestion(units, speaker, group)) return null;
  // "As explained by the Post, “…”": rules/according-to.ts.
  if (units[group.start - 1]?.lower === 'as' && units[group.end]?.lower === 'by') return null;
  // "lower than the firm says they are": a measure.
  if (speaker && isMeasure(units, speaker.start) && speaker.end <= group.start) return null;
  const tagUpTo = (end: number, beside: RightSide): Attribution | null =>
    speaker && contentBefore(sentence, group, speaker, speaker.start, end, beside, 0, 'content-speaker-cue');
  // The tree hangs the cue on what stands before its speaker.
  const isTail = (start: number): boolean => start > 0 && tagByTree(units, start, units.length) === group.verb;
  const cleft = speaker && attributeCleft(sentence, group, speaker, right);
  if (cleft) return cleft;
  const introduced = speaker && attributeByAs(sentence, group, speaker, right);
  if (introduced) return introduced;
  if (right.end > right.start && right.sense) {
    // "…," she said, "…": content on both sides.
    // "The plan, she said, “does nothing for renters”": a quotation in small letters goes on with the subject before the tag.
    const goesOn =
      speaker !== null &&
      isComma(units[speaker.start - 1]) &&
      speaker.start > 1 &&
      isComma(units[right.after]) &&
      isQuote(units[right.start]) &&
      /^\p{Ll}/u.test(units[right.start]!.text) &&
      startsNounPhrase(units[0]) &&
      !hasFiniteVerb(units, 0, speaker.start - 1);
    if (speaker && isComma(units[right.after]) && (goesOn || isQuote(units[speaker.start - 1]))) {
      const both = tagUpTo(right.after, right);
      if (both) return both;
    }
    // '"…," she said, his voice breaking': after a quotation only another, or "that", is content.
    if (
      speaker &&
      ((isQuote(units[speaker.start - 1]) && !isFrontedTitle(units, speaker.start - 1)) || isTail(speaker.start)) &&
      !isQuote(units[right.start]) &&
      units[right.start]!.lower !== 'that'
    ) {
      const tagged = tagUpTo(
        semicolonFrom(units, group.end),
        isTail(speaker.start) ? { ...right, hops: right.hops.filter(({ kind }) => kind === 'TOLD') } : right,
      );
      if (tagged) return tagged;
    }
    const isUtterance =
      isQuote(units[right.start]) && units[right.start]!.quotation!.words > 3 && right.sense.frames.includes('q');
    if (!speaker && !isUtterance) return null;
    const confidence = speaker
      ? isQuote(units[right.start])
        ? 0.95
        : units[right.start]!.lower === 'that'
          ? 0.9
          : 0.8
      : 0.5;
    const gap = speaker && senseTaking(group, 'ct') ? gapSubject(units, speaker, right.start) : null;
    return cueAttribution(sentence, group, {
      sense: right.sense,
      speaker,
      content: [...(gap ? [stretch(units, gap.start, gap.end)] : []), stretch(units, right.start, right.end)],
      right,
      rule: 'speaker-cue-content',
      confidence,
    });
  }
  if (right.endsInColon && right.sense)
    return cueAttribution(sentence, group, {
      sense: right.sense,
      speaker,
      content: [],
      right,
      rule: 'colon',
      confidence: 0.8,
    });
  const tagged = tagUpTo(right.after, right);
  return tagged ?? (speaker && isTail(speaker.start) ? tagUpTo(semicolonFrom(units, group.end), right) : null);
}

/** "lower than | the firm says", not "more than | forty people say" */
const isMeasure = (units: readonly Unit[], start: number): boolean =>
  units[start - 1]?.lower === 'than' &&
  (/^(?:PROPN|PRON)$/.test(units[start]!.pos) || /^(?:the|this|these|his|her|their|its)$/.test(units[start]!.lower));

/** "called it safe, | dismissed the critics | and promised a review": a past in a list of what somebody did. */
const isListed = (units: readonly Unit[], { start, verb }: CueGroup): boolean =>
  (isComma(units[start - 1]) || isQuote(units[start - 1])) &&
  units[verb]!.xpos === 'VBD' &&
  treeSubject(units, verb) === null &&
  treeSubjectAfter(units, verb) < 0;

/** Whether behind the next comma somebody answers, without a subject of his own. */
function isAnswered(units: readonly Unit[], from: number): boolean {
  const comma = units.findIndex((unit, k) => k >= from && isComma(unit));
  const verb = units[comma + 1];
  return comma > 0 && verb?.pos === 'VERB' && /^VB[DZ]$/.test(verb.xpos) && cueForms.has(verb.lower);
}

/** "asked how | she would want to be remembered", "whether he would support it": what is asked of somebody. */
const isInQuestion = (units: readonly Unit[], speaker: Range, group: CueGroup): boolean =>
  /^(?:whether|if|how|what)$/.test(units[speaker.start - 1]?.lower ?? '') &&
  /^(?:would|could|might|should)$/.test(units[group.start]!.lower) &&
  group.senses.every(({ attitude }) => attitude !== Attitude.SPEECH);

/** The next semicolon, or the end. */
function semicolonFrom(units: readonly Unit[], from: number): number {
  let k = from;
  while (k < units.length && units[k]!.text !== ';') k += 1;
  return k;
}
