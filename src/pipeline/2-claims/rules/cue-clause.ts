import type { Sentence, Unit } from '../../../language/document.js';
import type { Attribution, Stretch } from '../attribution.js';
import { skipAdverbials } from '../adverbials.js';
import { readRight, type RightSide } from '../content.js';
import type { CueGroup } from '../cues.js';
import { clauseFollows, phraseEnd, type Range } from '../../../language/noun-phrase.js';
import { distantSubject } from '../../../language/distant-subject.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import type { CueSense } from '../verb-forms.js';
import { cueForms } from '../verb-forms.js';
import {
  hasFiniteVerb,
  isComma,
  isDash,
  isFinalMark,
  isPunctuation,
  isQuote,
  isTime,
} from '../../../language/words.js';

export const stretch = (units: readonly Unit[], start: number, end: number): Stretch => ({
  start: units[start]!.start,
  end: units[end - 1]!.end,
});

function make(
  sentence: Sentence,
  group: CueGroup,
  sense: CueSense,
  speaker: Range | null,
  content: readonly Stretch[],
  right: RightSide,
  rule: string,
  confidence: number,
): Attribution {
  const { units } = sentence;
  return {
    content,
    cue: { ...stretch(units, group.start, group.end), class: sense.class },
    speaker: speaker ? stretch(units, speaker.start, speaker.end) : null,
    attitude: sense.attitude,
    hops: right.hops,
    rule,
    confidence,
    paragraph: sentence.paragraph,
    opensBlock: right.endsInColon,
  };
}

const clausal = (group: CueGroup, letters: string): CueSense | null =>
  group.senses.find((sense) => [...letters].some((letter) => sense.frames.includes(letter))) ?? null;

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
  /ing$/.test(unit.lower) ||
  /^(?:when|after|before|once|since|as|until)$/.test(unit.lower);

/** Whether units[start..end) is only a fronted phrase or a subordinate clause: "In spring", "If nothing happens". */
function isAdverbial(units: readonly Unit[], start: number, end: number): boolean {
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

/**
 * Content before the tag: "…," she said; The road is closed, the ministry said; and both orders of speaker and cue.
 * Goes on after the tag where the first part is cut off: "The museum, she said, celebrated …".
 * Known failure: a first clause that is complete and goes on ("Prices rose, she said, and fell again") loses its second.
 */
function contentBefore(
  sentence: Sentence,
  group: CueGroup,
  speaker: Range | null,
  tagStart: number,
  tagEnd: number,
  right: RightSide,
  from: number,
  rule: string,
): Attribution | null {
  const { units } = sentence;
  const sense = clausal(group, 'q') ?? (tagVerbs.has(group.lemma) ? clausal(group, 'c') : null);
  const before = units[tagStart - 1];
  if (!sense || !before || !(isComma(before) || isQuote(before) || isDash(before))) return null;
  if (speaker && /^(?:who|which|that)$/.test(units[speaker.start]!.lower)) return null;
  const following = units[tagEnd];
  if (following && !isQuote(before) && !isPunctuation(following) && !isQuote(following)) return null;
  const start = leftStart(units, from);
  let end = tagStart;
  while (end > start && (isComma(units[end - 1]) || isDash(units[end - 1]))) end -= 1;
  if (end <= start) return null;
  // A lone fronted adverbial is no content: "On Tuesday, she said …" is handled by what follows the cue.
  const goesOn = isComma(following) && units[tagEnd + 1] !== undefined && !isAdverbialStart(units[start]!);
  // "A tank burst on Tuesday, officials said.": nothing else can be the content, also where the tagger saw no verb.
  const isLast = (!following || isFinalMark(following)) && !isAdverbialStart(units[start]!) && end - start >= 4;
  if (!isQuote(units[end - 1]) && !goesOn && !isLast && isAdverbial(units, start, end)) {
    // "In both cases, she said, the boats came back": the clause after the tag is the content.
    let stop = units.length;
    while (stop > tagEnd && isFinalMark(units[stop - 1]!)) stop -= 1;
    if (!isComma(following) || !clauseFollows(units, tagEnd + 1) || stop <= tagEnd + 1) return null;
    return make(sentence, group, sense, speaker, [stretch(units, tagEnd + 1, stop)], right, rule, 0.75);
  }
  const first = [stretch(units, start, end)];
  let k = tagEnd;
  const wrapped = isComma(units[k]) || isDash(units[k]);
  if (wrapped) k += 1;
  const rest = units[k];
  const lastQuote = isQuote(units[end - 1]);
  if (rest && wrapped && !isFinalMark(rest)) {
    const ing = cueForms.get(rest.lower)?.form === 'ING' || (/ing$/.test(rest.lower) && rest.pos === 'VERB');
    let stop = units.length;
    while (stop > k && isFinalMark(units[stop - 1]!)) stop -= 1;
    const open = !hasFiniteVerb(units, start, end) || rest.pos === 'CCONJ';
    if (
      !ing &&
      stop > k &&
      ((lastQuote && isQuote(rest)) ||
        (!lastQuote && open && !/^(?:who|which|as|while|when|after|citing)$/.test(rest.lower)))
    )
      first.push(stretch(units, k, stop));
  }
  return make(sentence, group, sense, speaker, first, right, rule, lastQuote ? 0.95 : 0.85);
}

/** "On this week's “Harbour Sunday,” the mayor said …": a title in a fronted phrase is no utterance. */
const isFrontedTitle = (units: readonly Unit[], index: number): boolean =>
  index > 0 &&
  units[index]!.quotation!.words <= 4 &&
  units.slice(0, index).every((unit) => !isComma(unit) && !isQuote(unit)) &&
  (units[0]!.pos === 'ADP' || isTime(units[0])) &&
  !hasFiniteVerb(units, 0, index);

/**
 * "As the paper reported, the bridge was closed": what follows the comma is the content.
 * Known failure: "As the mayor said this, the bridge fell".
 */
function attributeByAs(sentence: Sentence, group: CueGroup, speaker: Range, right: RightSide): Attribution | null {
  const { units } = sentence;
  const sense = clausal(group, 'q');
  if (!sense || speaker.start < 1 || units[speaker.start - 1]!.lower !== 'as' || right.end > right.start) return null;
  const isFront = speaker.start === 1 || (speaker.start === 2 && /^(?:and|but)$/.test(units[0]!.lower));
  if (!isFront || !isComma(units[right.after])) return null;
  let stop = units.length;
  while (stop > right.after && isFinalMark(units[stop - 1]!)) stop -= 1;
  if (stop <= right.after + 3) return null;
  return make(sentence, group, sense, speaker, [stretch(units, right.after + 1, stop)], right, 'as-speaker-cue', 0.8);
}

/** The main templates around a cue verb, most precise first. `from` is where the content before a tag may begin. */
export function attributeByCue(
  sentence: Sentence,
  group: CueGroup,
  subjectOf: (index: number) => Range | null,
): Attribution | null {
  const { units } = sentence;
  if (group.mood === 'INFINITIVE') return null;
  const right = readRight(units, group);
  const before = units[group.start - 1];

  if (group.mood === 'PASSIVE') {
    // "it was announced that …": nobody is named.
    const sense = clausal(group, 'ct');
    if (!sense || right.end === right.start || units[right.start]!.lower !== 'that') return null;
    return make(sentence, group, sense, null, [stretch(units, right.start, right.end)], right, 'passive', 0.6);
  }

  if (group.mood === 'PARTICIPLE') {
    if (right.end === right.start || !right.sense)
      return right.endsInColon && right.sense
        ? make(sentence, group, right.sense, subjectOf(group.start), [], right, 'participle-colon', 0.7)
        : null;
    // ", arguing that …" belongs to the subject of the sentence, "a letter saying …" to the letter.
    const free =
      !before || before.pos === 'PUNCT' || before.pos === 'QUOTE' || /^(?:ADP|SCONJ|CCONJ)$/.test(before.pos);
    const isClaim =
      isQuote(units[right.start]) ||
      /^(?:that|how|why|whether|if)$/.test(units[right.start]!.lower) ||
      /[ca]/.test(right.sense.frames);
    // "the committee supporting the mayor" describes and reports nothing.
    if (!free && !isClaim) return null;
    const speaker = free ? subjectOf(group.start) : phraseBefore(units, group.start);
    if (!speaker) return null;
    return make(
      sentence,
      group,
      right.sense,
      speaker,
      [stretch(units, right.start, right.end)],
      right,
      'participle',
      0.7,
    );
  }

  // Cue before speaker: "…," said Ann Lee.
  // "told Ann Lee" is no such thing: whom "tell" is followed by is told.
  if (
    before &&
    group.lemma !== 'tell' &&
    (isQuote(before) || isComma(before) || isDash(before)) &&
    (isQuote(before) || !phraseBefore(units, group.start))
  ) {
    const speakerEnd = phraseEnd(units, group.end);
    // "Ann Lee, who …, said the road is closed": what follows the cue is a clause, not the speaker.
    const clause = !isQuote(before) && clauseFollows(units, group.end);
    if (!clause && speakerEnd > group.end && clausal(group, 'qc')) {
      const skipped = skipAdverbials(units, speakerEnd);
      const found = contentBefore(
        sentence,
        group,
        { start: group.end, end: speakerEnd },
        group.start,
        skipped.next,
        { ...right, hops: skipped.hops, endsInColon: false },
        0,
        'content-cue-speaker',
      );
      if (found) return found;
    }
  }
  const speaker =
    phraseBefore(units, group.start) ??
    (before && /^(?:and|but|then)$/.test(before.lower) ? subjectOf(group.start) : null) ??
    (right.end > right.start || right.endsInColon ? distantSubject(units, group.start) : null);
  const introduced = speaker && attributeByAs(sentence, group, speaker, right);
  if (introduced) return introduced;
  if (right.end > right.start && right.sense) {
    // "…," she said, "…": content on both sides.
    if (speaker && isComma(units[right.after]) && isQuote(units[speaker.start - 1])) {
      const both = contentBefore(sentence, group, speaker, speaker.start, right.after, right, 0, 'content-speaker-cue');
      if (both) return both;
    }
    // '"…," she said, his voice breaking': after a quotation only another, or "that", is content.
    if (
      speaker &&
      isQuote(units[speaker.start - 1]) &&
      !isFrontedTitle(units, speaker.start - 1) &&
      !isQuote(units[right.start]) &&
      units[right.start]!.lower !== 'that'
    ) {
      const tagged = contentBefore(
        sentence,
        group,
        speaker,
        speaker.start,
        units.length,
        right,
        0,
        'content-speaker-cue',
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
    return make(
      sentence,
      group,
      right.sense,
      speaker,
      [stretch(units, right.start, right.end)],
      right,
      'speaker-cue-content',
      confidence,
    );
  }
  if (right.endsInColon && right.sense) return make(sentence, group, right.sense, speaker, [], right, 'colon', 0.8);
  return speaker
    ? contentBefore(sentence, group, speaker, speaker.start, right.after, right, 0, 'content-speaker-cue')
    : null;
}
