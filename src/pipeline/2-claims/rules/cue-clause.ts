import type { Sentence, Unit } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import { skipAdverbials } from '../adverbials.js';
import { contentEnd } from '../content-end.js';
import { gapSubject } from '../gap.js';
import { tagByTree } from '../tag.js';
import { readRight, type RightSide } from '../content.js';
import { senseTaking } from '../content-frames.js';
import type { CueGroup } from '../cues.js';
import { distantSubject } from '../../../language/distant-subject.js';
import { clauseFollows, phraseEnd, shortQuote, type Range } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import {
  hasFiniteVerb,
  isComma,
  isDash,
  isFinalMark,
  isQuote,
  isTime,
  startsNounPhrase,
} from '../../../language/words.js';
import { treeSubject, treeSubjectAfter } from '../../../language/tree.js';
import { Attitude } from '../../values.js';
import { attributeByAs } from './as-clause.js';
import { attributeBetweenCommas } from './between-commas.js';
import { attributeCleft } from './cleft.js';
import { attributeByPurpose } from './purpose.js';
import { attributeToAgent } from './passive-agent.js';
import { attributeToldBy } from './told-by.js';
import { contentBefore } from './content-before.js';
import { subjectPhrase } from './subject-phrase.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';
import { cueForms } from '../verb-forms.js';
import { attributeByParticiple } from './participle.js';

/** "On this week's “Harbour Sunday,” the mayor said …": a title in a fronted phrase is no utterance. */
const isFrontedTitle = (units: readonly Unit[], index: number): boolean =>
  index > 0 &&
  units[index]!.quotation!.words <= 4 &&
  units.slice(0, index).every((unit) => !isComma(unit) && !isQuote(unit)) &&
  (units[0]!.pos === 'ADP' || isTime(units[0])) &&
  !hasFiniteVerb(units, 0, index);

const isLast = (units: readonly Unit[], end: number): boolean => !units[end] || isFinalMark(units[end]);

/**
 * "…, and the road is closed, said the water board.": cue and speaker end the sentence, and what stands before the comma is
 * no subject that the whole sentence begins with ("Ann Lee, the mayor, said nothing").
 */
function isInverted(units: readonly Unit[], group: CueGroup): boolean {
  // "Purvis, a Republican, | said Sunday on": a day speaks no more than an hour does.
  if (isTime(units[group.end])) return false;
  // "Lee, who …, said | there was no excuse"
  if (/^(?:there|it|this|that)$/.test(units[group.end]?.lower ?? '')) return false;
  if (treeSubjectAfter(units, group.verb) === group.end) return true;
  const subject = phraseBefore(units, group.start);
  if (!subject) return true;
  const end = phraseEnd(units, group.end);
  const next = units[skipAdverbials(units, end).next];
  return (
    end > group.end &&
    (!next || isFinalMark(next) || isMade(units, end)) &&
    /^(?:PROPN|DET)$/.test(units[group.end]!.pos) &&
    subject.start > 3 &&
    hasFiniteVerb(units, 0, subject.start) &&
    group.end - group.start === 1
  );
}

/** "suggests a trial | published on Thursday in the Lancet": what ends the sentence tells of whoever speaks. */
const isMade = (units: readonly Unit[], from: number): boolean =>
  units.slice(from - 1, from + 1).some(({ xpos, relation }) => xpos === 'VBN' && relation === 'acl') &&
  !hasFiniteVerb(units, from + 1, units.length);

/** "a contestant on | “Harbour Nights,”": a quotation that a noun or a preposition stands before. */
const isNamedIn = (units: readonly Unit[], quotation: number): boolean =>
  /^(?:ADP|NOUN|PROPN|PART)$/.test(units[quotation - 1]?.pos ?? '') && units.slice(0, quotation).some(isComma);

/** The main templates around a cue verb, most precise first. `from` is where the content before a tag may begin. */
export function attributeByCue(
  sentence: Sentence,
  group: CueGroup,
  subjectOf: (index: number) => Range | null,
): Attribution | null {
  const { units } = sentence;
  if (group.mood === 'INFINITIVE') return attributeByPurpose(sentence, group, subjectOf);
  const right = readRight(units, group);
  const before = units[group.start - 1];

  if (group.mood === 'PASSIVE') {
    const toldBy =
      attributeToldBy(sentence, group) ?? attributeBetweenCommas(sentence, group) ?? attributeToAgent(sentence, group);
    if (toldBy) return toldBy;
    // "it was announced that …": nobody is named.
    const sense = senseTaking(group, 'ct');
    if (!sense || right.end === right.start) return null;
    const isTold = group.lemma === 'tell' && clauseFollows(units, right.start);
    if (units[right.start]!.lower !== 'that' && !isTold) return null;
    return cueAttribution(
      sentence,
      group,
      sense,
      null,
      [stretch(units, right.start, right.end)],
      right,
      'passive',
      0.6,
    );
  }

  if (group.mood === 'PARTICIPLE') return attributeByParticiple(sentence, group, right, subjectOf);

  // Cue before speaker: "…," said Ann Lee.
  // "told Ann Lee" is no such thing: whom "tell" is followed by is told.
  if (
    before &&
    group.lemma !== 'tell' &&
    // "The mayor, who had left early, said nothing."
    !/^(?:nothing|something|little|much|so|no)$/.test(units[group.end]?.lower ?? '') &&
    (isQuote(before) || isComma(before) || isDash(before)) &&
    // "The broadcaster “TV Solana” | said": a name in marks.
    !(shortQuote(before) && units[group.start - 2]?.pos === 'NOUN') &&
    (isQuote(before) || isInverted(units, group))
  ) {
    const speakerEnd = phraseEnd(units, group.end);
    // "Ann Lee, who …, said the road is closed": what follows the cue is a clause, not the speaker.
    // "said a handful of people who worked on it.": its verb is that of the people.
    const isSubject =
      treeSubjectAfter(units, group.verb) === group.end ||
      (isLast(units, speakerEnd) && units.slice(group.end, speakerEnd).some(({ lower }) => /^whos?e?$/.test(lower)));
    const isThere = units[group.end]?.lower === 'there';
    // "Ann Lee, once of “Harbour Nights,” | said the owner was ill": a title in marks is no utterance.
    const isUttered = isQuote(before) && !(before.quotation!.words <= 4 && isNamedIn(units, group.start - 1));
    const clause = isThere || (!isUttered && !isSubject && clauseFollows(units, group.end));
    if (!clause && speakerEnd > group.end && senseTaking(group, 'qc')) {
      const skipped = skipAdverbials(units, speakerEnd);
      const found = contentBefore(
        sentence,
        group,
        { start: group.end, end: speakerEnd },
        group.start,
        skipped.next,
        { ...right, start: skipped.next, end: skipped.next, hops: skipped.hops, endsInColon: false },
        0,
        'content-cue-speaker',
      );
      if (found) return found;
    }
  }
  const speaker =
    subjectPhrase(units, group) ??
    (before && /^(?:and|but|then)$/.test(before.lower) ? subjectOf(group.start) : null) ??
    (right.end > right.start || right.endsInColon
      ? (distantSubject(units, group.start) ?? treeSubject(units, group.verb))
      : null) ??
    (before && isListed(units, group) ? subjectOf(group.start) : null);
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
    return cueAttribution(
      sentence,
      group,
      senseTaking(group, 'c')!,
      speaker,
      content,
      right,
      'speaker-cue-content',
      0.7,
    );
  }
  // "A diplomat, | asked which to believe, | replied": who was asked.
  if (group.lemma === 'ask' && isComma(before) && isAnswered(units, group.end)) return null;
  // "asked whether | she would support it": a question, and no stand of hers.
  if (speaker && isInQuestion(units, speaker, group)) return null;
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
        clauseClose(units, group.end),
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
    return cueAttribution(
      sentence,
      group,
      right.sense,
      speaker,
      [...(gap ? [stretch(units, gap.start, gap.end)] : []), stretch(units, right.start, right.end)],
      right,
      'speaker-cue-content',
      confidence,
    );
  }
  if (right.endsInColon && right.sense)
    return cueAttribution(sentence, group, right.sense, speaker, [], right, 'colon', 0.8);
  const tagged = tagUpTo(right.after, right);
  return tagged ?? (speaker && isTail(speaker.start) ? tagUpTo(clauseClose(units, group.end), right) : null);
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
function clauseClose(units: readonly Unit[], from: number): number {
  let k = from;
  while (k < units.length && units[k]!.text !== ';') k += 1;
  return k;
}
