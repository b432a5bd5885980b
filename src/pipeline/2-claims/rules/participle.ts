import type { Sentence, Unit } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import type { RightSide } from '../content.js';
import type { CueGroup } from '../cues.js';
import type { Range } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { hasFiniteVerb, isComma, isFinite, isQuote } from '../../../language/words.js';
import { governorOf, treeSubject } from '../../../language/tree.js';
import { Attitude } from '../../values.js';
import type { CueSense } from '../cue-lexicon.js';
import { isDocumentPhrase } from '../documents.js';
import { contentBefore } from './content-before.js';
import { shownSaying, whoLeft } from './shown-saying.js';
import { stretch } from '../stretch.js';
import { cueAttribution } from './cue-attribution.js';
import { cueForms } from '../verb-forms.js';

const spans = /^(?:years|months|weeks|days|hours|decades|minutes|time)$/;

/** '"A," the chairman can be heard | telling donors in a recording': the content in front. */
function heardBefore(sentence: Sentence, group: CueGroup, right: RightSide): Attribution | null {
  const shown = shownSaying(sentence.units, group.start);
  if (!shown || shown.hops.length > 0) return null;
  const { speaker } = shown;
  return contentBefore(sentence, group, speaker, speaker.start, right.after, right, 0, 'content-speaker-cue');
}

/** Whose subject a participle shares; where that was read over a verb, the subject that the tree gives the verb above it. */
function sharedSubject(
  units: readonly Unit[],
  group: CueGroup,
  subjectOf: (index: number) => Range | null,
): Range | null {
  // "said A | while hailing B": who says A.
  const root = units.findIndex(({ relation }) => relation === 'root');
  if (units[group.start - 1]?.lower === 'while' && root >= 0 && root < group.start && cueForms.has(units[root]!.lower))
    return treeSubject(units, root) ?? subjectOf(group.start);
  const subject = subjectOf(group.start);
  const above = governorOf(units, group.verb);
  // "Estimates put it high, they said, | adding": the tag's.
  if (subject && isComma(units[subject.start - 1]) && cueForms.has(units[subject.end]?.lower ?? '')) return subject;
  // "apologised after they came out, | saying": of the clause that the tree hangs it on.
  const owner = above >= 0 && above < group.verb && units[above]!.pos === 'VERB' ? treeSubject(units, above) : null;
  if (
    owner &&
    subject &&
    owner.start < subject.start &&
    units[above]!.relation === 'root' &&
    !isSubordinateTo(units, group.verb)
  )
    return owner;
  if (!subject || above < 0 || above >= group.verb || above < subject.start || above >= subject.end) return subject;
  return treeSubject(units, above) ?? subject;
}

/** "issued | statements | condemning it": who left the document in front of a participle. */
function leftBefore(units: readonly Unit[], at: number): ReturnType<typeof whoLeft> {
  const phrase = phraseBefore(units, at);
  return phrase && whoLeft(units, phrase);
}

/** "a memo | calling for a change": a document speaks by a participle that only describes others. */
function isDocuments(units: readonly Unit[], { start, mood }: CueGroup, sense: CueSense): boolean {
  const phrase = mood === 'PARTICIPLE' && sense.attitude === Attitude.SPEECH ? phraseBefore(units, start) : null;
  return phrase !== null && isDocumentPhrase(units, phrase.start, phrase.end);
}

/** "a video criticising the mayor | was taken down": where the verb begins whose subject the document is; the content's end elsewhere. */
function mainVerb(units: readonly Unit[], document: Range, { start, end }: RightSide): number {
  if (hasFiniteVerb(units, 0, document.start)) return end;
  const verb = units.findIndex((_, k) => k > start && k < end && isFinite(units, k));
  return verb < 0 ? end : verb;
}

/** Units of the subject of "with … saying", at most. */
const longestWith = 14;

const isInPhrase = ({ pos, lower }: Unit): boolean =>
  (/^(?:NOUN|PROPN|ADJ|DET|NUM|PRON|PART|ADP)$/.test(pos) || /^[,-]$/.test(lower)) && lower !== 'with';

/** ", with | residents | saying that": the subject that a participle has of its own. */
function subjectOfWith(units: readonly Unit[], verb: number): Range | null {
  const subject = units[verb]!.relation === 'advcl' ? treeSubject(units, verb) : null;
  if (subject && units[subject.start - 1]?.lower === 'with') return subject;
  // "with sources close to Lee | insisting", "with its director, Ann Lee, | describing"
  let start = verb;
  while (start > verb - longestWith && start > 0 && isInPhrase(units[start - 1]!)) start -= 1;
  const end = isComma(units[verb - 1]) ? verb - 1 : verb;
  return start < end && units[start - 1]?.lower === 'with' ? { start, end } : null;
}

/** "criticised | him | for saying", "attacked Democrats | for opposing it": whom the tree's clause may take for the speaker's own. */
function blamedFor(units: readonly Unit[], cue: number): Range | null {
  const blamed = units[cue - 2];
  if (units[cue - 1]?.lower !== 'for' || !blamed) return null;
  if (/^(?:him|her|them|us|me|you)$/.test(blamed.lower)) return { start: cue - 2, end: cue - 1 };
  return blamed.pos === 'PROPN' ? phraseBefore(units, cue - 1) : null;
}

/** Whether a participle is no clause of its own: "a letter saying". */
const isSubordinateTo = (units: readonly Unit[], verb: number): boolean => !/^advcl/.test(units[verb]!.relation);

/** "talks about | endorsing her", "the prospect of | calling it", "ideas for | attacking him": nobody has done it yet. */
function isOnlyTalkedOf(units: readonly Unit[], cue: number): boolean {
  const before = units[cue - 1]?.lower ?? '';
  const noun = units[cue - 2]?.lower ?? '';
  if (before === 'for') return /^(?:ideas?|plans?|strateg(?:y|ies)|tools?|platform|pretext)$/.test(noun);
  // "made a point of saying" has said it.
  if (before === 'of')
    return /^(?:prospect|idea|possibility|risk|threat|signs?|chance|intention|policy|clear|tire|tired)$/.test(noun);
  return /^(?:about|on|at|into|against|than|towards?)$/.test(before);
}

/** "refrained from | saying", "stopped short of | saying", "was barred from | saying", "without | saying". */
function isLeftUnsaid(units: readonly Unit[], cue: number): boolean {
  const preposition = units[cue - 1]?.lower;
  const governor = units[cue - 2]?.lower ?? '';
  if (preposition === 'without') return true;
  if (preposition === 'of') return governor === 'short';
  return (
    preposition === 'from' && /^(?:refrain|abstain|desist|stop|prevent|keep|kept|bann?ed|barr?ed|away)/.test(governor)
  );
}

/**
 * "The mayor closed it, arguing that A", "a letter saying that A", "with residents saying that A": a participle and what follows it.
 * @param right what follows the cue
 */
export function attributeByParticiple(
  sentence: Sentence,
  group: CueGroup,
  right: RightSide,
  subjectOf: (index: number) => Range | null,
): Attribution | null {
  const { units } = sentence;
  const before = units[group.start - 1];
  if (right.end === right.start || !right.sense)
    return right.endsInColon && right.sense
      ? cueAttribution(sentence, group, {
          sense: right.sense,
          speaker: subjectOf(group.start),
          content: [],
          right,
          rule: 'participle-colon',
          confidence: 0.7,
        })
      : heardBefore(sentence, group, right);
  // ", arguing that …" belongs to the subject of the sentence, "a letter saying …" to the letter.
  const shown = shownSaying(units, group.start);
  // "She refrains from criticizing the board": what is not done is not said.
  if (isLeftUnsaid(units, group.start) || isOnlyTalkedOf(units, group.start)) return null;
  const free =
    shown === null &&
    (!before ||
      // "spent years | decrying it"
      spans.test(before.lower) ||
      (before.pos === 'ADV' && isComma(units[group.start - 2])) ||
      before.pos === 'PUNCT' ||
      before.pos === 'QUOTE' ||
      /^(?:ADP|SCONJ|CCONJ)$/.test(before.pos));
  const isClaim =
    isQuote(units[right.start]) ||
    // ", Lee calling him “a man who has done incredible things”"
    (right.sense.attitude === Attitude.SPEECH &&
      units.slice(right.start, right.end).some(({ quotation }) => quotation !== null && quotation.words > 3)) ||
    /^(?:that|how|why|whether|if)$/.test(units[right.start]!.lower) ||
    /[ca]/.test(right.sense.frames);
  // "the committee supporting the mayor" describes and reports nothing.
  // "issued statements | condemning the attacks"
  const isLeft =
    !free && !isClaim && (leftBefore(units, group.start) !== null || isDocuments(units, group, right.sense));
  if (!free && !isClaim && !shown && !isLeft && !subjectOfWith(units, group.verb)) return null;
  const speaker =
    shown?.speaker ??
    blamedFor(units, group.start) ??
    subjectOfWith(units, group.verb) ??
    (free ? sharedSubject(units, group, subjectOf) : phraseBefore(units, group.start));
  // "there is no denying it": nobody.
  // "It is worth | saying": nobody.
  if (before?.lower === 'worth') return null;
  // “white” correlated with it, indicating: words say nothing
  if (speaker && units.slice(speaker.start, speaker.end).every(isQuote)) return null;
  if (!speaker || (speaker.end === speaker.start + 1 && units[speaker.start]!.lower === 'no')) return null;
  const left = shown || free ? null : whoLeft(units, speaker);
  const found = shown ?? left;
  return cueAttribution(sentence, group, {
    sense: right.sense,
    speaker: left?.speaker ?? speaker,
    content: [stretch(units, right.start, isLeft && !left ? mainVerb(units, speaker, right) : right.end)],
    right: found ? { ...right, hops: [...found.hops, ...right.hops] } : right,
    rule: 'participle',
    confidence: 0.7,
  });
}
