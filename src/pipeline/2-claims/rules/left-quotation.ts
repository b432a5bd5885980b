import type { Sentence, Unit } from '../../../language/document.js';
import { isDocument } from '../../../language/en/documents.js';
import { chunkEnd, phraseEnd, type Range } from '../../../language/noun-phrase.js';
import { treeSubject } from '../../../language/tree.js';
import { hasFiniteVerb, isComma, isDash, isFinalMark, isQuote, isTime } from '../../../language/words.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { readRight } from '../content.js';
import { noVerb } from '../cue-grammar.js';
import { findCueGroups, type CueGroup } from '../cues.js';
import { stretch } from '../stretch.js';
import { cueForms } from '../verb-forms.js';
import { contentBefore } from './content-before.js';

/** No subject between a quotation and its cue has more units, no name more words. */
const longestSubject = 45;
const longestName = 5;

const isSpoken = (unit: Unit | undefined): boolean => {
  const form = unit && cueForms.get(unit.lower);
  return (
    form !== undefined &&
    form.form !== 'ING' &&
    form.senses.some(({ frames, attitude }) => frames.includes('q') && attitude === Attitude.SPEECH)
  );
};

/** What stands before a colon and names nobody. */
const labels =
  /^(?:photo|photos|video|audio|watch|listen|read|related|opinion|analysis|headline|caption|correction|update|note|editor|source|credit|more|see|also|exclusive|breaking|live|title|subject|quote)s?$/;

/** What may follow a tag. */
const endsTag = (unit: Unit | undefined): boolean =>
  !unit || unit.pos === 'PUNCT' || isQuote(unit) || /^(?:ADP|ADV|SCONJ)$/.test(unit.pos) || isTime(unit);

/** The units with one taken for a past or present verb, another for a name, where the tagger saw something else. */
function retagged(units: readonly Unit[], verb: number, name: number): Unit[] {
  return units.map((unit, k) => {
    if (k === verb) return { ...unit, pos: 'VERB', xpos: unit.lower.endsWith('s') ? 'VBZ' : 'VBD', relation: 'root' };
    return k === name ? { ...unit, pos: 'PROPN', xpos: 'NNP' } : unit;
  });
}

/** Whether a quotation is an utterance in full and stands by itself, not in a phrase: a title and scare quotes are none. */
function isUtterance(units: readonly Unit[], at: number): boolean {
  const { quotation, text } = units[at]!;
  const before = units[at - 1];
  const isFree = !before || before.pos === 'PUNCT' || isQuote(before);
  // "The Long Way Home,"
  const isTitle = text.split(/\s+/).every((word) => !/^\p{Ll}{4,}/u.test(word)) && at > 0;
  return isFree && !isTitle && /[,.?!…—-]['’]?\s*$/.test(text) && quotation!.words > 1;
}

/** '"A," | Harry Bond, 30, of Raleigh, N.C., who was asked, | said': all that stands between is the speaker, whatever its tree. */
function tagBehind(sentence: Sentence, quotation: number): Attribution | null {
  const { units } = sentence;
  let verb = quotation + 1;
  while (verb < units.length && verb - quotation < longestSubject && !isSpoken(units[verb])) {
    if (isQuote(units[verb]) || isFinalMark(units[verb]!)) return null;
    verb += 1;
  }
  if (!isSpoken(units[verb])) return null;
  const first = quotation + 1;
  const isAlone = verb === first + 1 && /^\p{Lu}/u.test(units[first]!.text) && /^(?:ADV|ADJ)$/.test(units[first]!.pos);
  const read = { ...sentence, units: retagged(units, verb, isAlone ? first : -1) };
  const group = findCueGroups(read.units).find((each) => each.verb === verb && each.mood === 'FINITE');
  if (!group) return null;
  const right = readRight(read.units, group);
  if (verb === first) {
    const isPronoun = /^(?:another|one|many|some|others)$/.test(units[verb + 1]?.lower ?? '');
    const end = isPronoun ? verb + 2 : phraseEnd(units, verb + 1);
    if (end === verb + 1 || !endsTag(units[end])) return null;
    const beside = { ...right, hops: [], endsInColon: false };
    const speaker = { start: verb + 1, end };
    return contentBefore(read, group, speaker, verb, end, beside, quotation, 'content-cue-speaker');
  }
  let end = Math.min(group.start, verb);
  if (isAlone) end = verb;
  while (end > first && isComma(units[end - 1])) end -= 1;
  if (!isSubject(read.units, first, end) || !(endsTag(units[right.after]) || right.hops.length > 0)) return null;
  const speaker = { start: first, end };
  return contentBefore(read, group, speaker, first, right.after, right, quotation, 'content-speaker-cue');
}

/** Whether units[start..end) are a phrase, with no verb but in relative clauses and participles. */
function isSubject(units: readonly Unit[], start: number, end: number): boolean {
  if (end <= start || !/^(?:PROPN|NOUN|DET|PRON|NUM|ADJ)$/.test(units[start]!.pos)) return false;
  const core = chunkEnd(units, start);
  // "a line | the mayor repeated": a clause about a thing.
  if (core === start || /^(?:DET|PRON)$/.test(units[core]?.pos ?? '')) return false;
  for (let k = core; k < end; k += 1) {
    if (/^(?:who|which|whose|that|whom)$/.test(units[k]!.lower)) return true;
    if (hasFiniteVerb(units, k, k + 1) || units[k]!.pos === 'SCONJ') return false;
  }
  return true;
}

/** 'the mother of three | replied, | "A"': a cue right before the quotation that the tagger took for a participle. */
function cueInFront(sentence: Sentence, quotation: number): Attribution | null {
  const { units } = sentence;
  const verb = isComma(units[quotation - 1]) ? quotation - 2 : quotation - 1;
  if (verb < 1 || !isSpoken(units[verb]) || /^(?:AUX|ADP|PUNCT)$/.test(units[verb - 1]!.pos)) return null;
  const read = retagged(units, verb, -1);
  const group = findCueGroups(read).find((each) => each.verb === verb && each.mood === 'FINITE');
  const speaker = group && subjectBefore(read, group);
  const sense = group?.senses.find(({ frames }) => frames.includes('q'));
  if (!group || !speaker || !sense) return null;
  return attributed(
    sentence,
    quotation,
    speaker,
    { ...stretch(units, group.start, group.end), class: sense.class, entry: sense.line, grammar: noVerb },
    'speaker-cue-content',
    0.8,
  );
}

/** The phrase that ends at a cue and begins its clause. */
function subjectBefore(units: readonly Unit[], { start: cue }: CueGroup): Range | null {
  let start = cue;
  while (start > 0 && !isComma(units[start - 1]) && !isQuote(units[start - 1]) && units[start - 1]!.pos !== 'CCONJ')
    start -= 1;
  return isSubject(units, start, cue) ? { start, end: cue } : null;
}

/** 'the mayor issued | a statement, | "A"', 'a new message: "A"': the subject of the verb that the document hangs on. */
function documentInFront(sentence: Sentence, quotation: number): Attribution | null {
  const { units } = sentence;
  const noun = quotation - 2;
  const mark = units[quotation - 1];
  if (noun < 2 || !(isComma(mark) || mark!.text === ':')) return null;
  const { lower } = units[noun]!;
  const isText =
    isDocument(lower, 'd') ||
    /^(?:comment|remark|observation|point|case|argument|claim|appeal|pledge|promise|vow|joke|quip|offer|announcement|declaration|admission|prediction|message|slogan|response|warning|chant|reply|answer|motto|plea|retort|verdict)$/.test(
      lower,
    );
  const verb = units.findIndex(({ relation, pos }) => relation === 'root' && pos === 'VERB');
  const speaker = verb > 0 && verb < noun ? treeSubject(units, verb) : null;
  const next = units[quotation + 1];
  const isNamed = mark!.text === ':' && speaker !== null && namesOne(units, speaker);
  if (!(isText || isNamed) || !speaker || (next && !isFinalMark(next)) || hasFiniteVerb(units, verb + 1, noun))
    return null;
  const cue = isText
    ? { ...stretch(units, noun, noun + 1), class: CueClass.NEUTRAL, entry: null, grammar: noVerb }
    : null;
  return attributed(sentence, quotation, speaker, cue, 'document-quotation', 0.75);
}

/** Whether a subject is a person or a body by name, "he" or "she". */
const namesOne = (units: readonly Unit[], { start, end }: Range): boolean =>
  (end === start + 1 && /^(?:he|she)$/.test(units[start]!.lower)) || units[chunkEnd(units, start) - 1]?.xpos === 'NNP';

/** 'Candidates compete – | Philip Bump: | "A"', 'From the report: "A"': who stands before a colon at the beginning or behind a dash. */
function nameInFront(sentence: Sentence, quotation: number): Attribution | null {
  const { units } = sentence;
  const colon = quotation - 1;
  if (units[colon]?.text !== ':' || units[quotation]!.quotation!.words < 4) return null;
  let start = colon;
  while (start > 0 && colon - start < longestName && units[start - 1]!.pos === 'PROPN') start -= 1;
  const before = units[start - 1];
  if (labels.test(units[colon - 1]!.lower)) return null;
  if (start < colon && (!before || isDash(before) || before.text === '-'))
    return attributed(sentence, quotation, { start, end: colon }, null, 'named-quotation', 0.8);
  const isDocumentAlone =
    units[0]!.lower === 'from' && chunkEnd(units, 1) === colon && isDocument(units[colon - 1]!.lower, 'd');
  return isDocumentAlone
    ? attributed(sentence, quotation, { start: 1, end: colon }, null, 'named-quotation', 0.8)
    : null;
}

/** '"A" ― Ann Lee': the name below a quotation. */
function signature(sentence: Sentence, quotation: number): Attribution | null {
  const { units } = sentence;
  if (!isDash(units[quotation + 1])) return null;
  let end = quotation + 2;
  while (units[end] && end < quotation + 2 + longestName && units[end]!.pos === 'PROPN') end += 1;
  const isAlone = !units[end] || isQuote(units[end]) || isFinalMark(units[end]!) || isComma(units[end]);
  if (end < quotation + 4 || !isAlone) return null;
  return attributed(sentence, quotation, { start: quotation + 2, end }, null, 'signed-quotation', 0.85);
}

function attributed(
  { units, paragraph }: Sentence,
  quotation: number,
  speaker: Range,
  cue: Attribution['cue'],
  rule: Attribution['rule'],
  confidence: number,
): Attribution {
  return {
    content: [stretch(units, quotation, quotation + 1)],
    cue,
    speaker: stretch(units, speaker.start, speaker.end),
    attitude: Attitude.SPEECH,
    hops: [],
    rule,
    confidence,
    paragraph,
    opensBlock: false,
  };
}

/**
 * Quotations in full that no template has taken, by what stands right beside them; each by the first of its forms that fits.
 * @param found what the templates made of the sentence
 */
export function attributeLeftQuotations(sentence: Sentence, found: readonly Attribution[]): Attribution[] {
  const { units } = sentence;
  const left: Attribution[] = [];
  for (const [at, unit] of units.entries()) {
    if (!unit.quotation || !isUtterance(units, at)) continue;
    const isTaken = [...found, ...left].some(({ content }) =>
      content.some(({ start, end }) => start < unit.end && unit.start < end),
    );
    if (isTaken) continue;
    const attribution =
      signature(sentence, at) ??
      tagBehind(sentence, at) ??
      cueInFront(sentence, at) ??
      documentInFront(sentence, at) ??
      nameInFront(sentence, at);
    const { cue = null } = attribution ?? {};
    const isUsed = found.some((other) => cue !== null && other.cue !== null && other.cue.start === cue.start);
    if (attribution && !isUsed) left.push(attribution);
  }
  return left;
}
