import type { Sentence, Unit } from '../../../language/document.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution, Stretch } from '../attribution.js';
import { noVerb } from '../cue-grammar.js';
import { clauseFollows, phraseEnd, type Range } from '../../../language/noun-phrase.js';
import { isComma, isDash, isFinalMark, isTime } from '../../../language/words.js';
import { speakerSpan } from '../speaker-span.js';
import { stretch } from '../stretch.js';

/** Openers of the template, longest first. */
const openers: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
];

/** "…, as first reported by the Gazette": where nobody else says it. */
const reportedBy: readonly (readonly string[])[] = [
  ['as', 'first', 'reported', 'by'],
  ['as', 'reported', 'by'],
  ['as', 'explained', 'by'],
  ['as', 'described', 'by'],
  ['as', 'revealed', 'by'],
  ['as', 'stated', 'in'],
  ['as', 'noted', 'in'],
  ['as', 'stated', 'by'],
  ['as', 'noted', 'by'],
];

/** "… according to figures | her campaign released on Friday": what hangs on the document, up to a mark. */
function tailEnd(units: readonly Unit[], from: number, last: number): number {
  for (let k = from; k < last; k += 1) {
    const unit = units[k]!;
    if (k - from > 12 || unit.pos === 'CCONJ' || isTime(unit)) return from;
    if (unit.pos === 'PUNCT' && unit.text !== '-') return unit.text === ',' || isDash(unit) ? k : from;
  }
  return last;
}

/** "according to government data | , 70 per cent of Canadians eat": where a clause begins inside what was taken for the phrase. */
function clauseStart(units: readonly Unit[], start: number, end: number): number {
  for (let k = start + 1; k < end; k += 1)
    if (isComma(units[k]) && units[k + 1]?.pos === 'NUM' && clauseFollows(units, k + 1)) return k;
  return end;
}

function speakerStretch(units: readonly Unit[], range: Range): Stretch {
  const { start, end } = speakerSpan(units, range);
  return stretch(units, start, end);
}

/**
 * "According to X, …", "…, according to X", and X in the middle.
 * Example: The bridge, according to the port authority, is safe. Content: The bridge … is safe.
 * Known failure: "according to plan".
 * @param isAlone whether "as reported by X" is looked for instead, which speaks only where nobody else does
 */
export function attributeByAccordingTo(sentence: Sentence, isAlone = false): Attribution[] {
  const { units } = sentence;
  const found: Attribution[] = [];
  for (let i = 0; i < units.length; i += 1) {
    const opener = (isAlone ? reportedBy : openers).find((words) =>
      words.every((word, k) => units[i + k]?.lower === word),
    );
    if (!opener) continue;
    const speakerStart = i + opener.length;
    let speakerEnd = phraseEnd(units, speakerStart);
    if (speakerEnd === speakerStart) continue;
    const semicolon = units.findIndex((unit, k) => k >= speakerEnd && unit.text === ';');
    let last = semicolon < 0 ? units.length : semicolon;
    while (last > speakerEnd && isFinalMark(units[last - 1]!)) last -= 1;
    const content: Stretch[] = [];
    const isFront = i === 0 || (i === 1 && /^(?:but|and|yet|still|meanwhile|,)$/.test(units[0]!.lower));
    if (isFront) {
      // The first comma with a clause after it; commas before it belong to the speaker ("the study, which …,").
      let comma = -1;
      for (let k = speakerStart + 1; k < last && comma < 0; k += 1) {
        if ((isComma(units[k]) || isDash(units[k])) && (clauseFollows(units, k + 1) || units[k + 1]?.pos === 'QUOTE'))
          comma = k;
      }
      for (let k = speakerStart + 1; k < last && comma < 0; k += 1) if (isComma(units[k])) comma = k;
      if (comma < 0 || comma + 1 >= last) continue;
      speakerEnd = comma;
      content.push(stretch(units, comma + 1, last));
    } else {
      let end = i;
      speakerEnd = tailEnd(units, clauseStart(units, speakerStart, speakerEnd), last);
      while (end > 0 && (isComma(units[end - 1]) || isDash(units[end - 1]) || units[end - 1]!.text === '(')) end -= 1;
      if (end === 0) continue;
      let start = end - 1;
      while (start > 0 && units[start - 1]!.text !== ';') start -= 1;
      content.push(stretch(units, start, end));
      if (isComma(units[i - 1]) && isComma(units[speakerEnd]) && speakerEnd + 1 < last) {
        const next = units[speakerEnd + 1]!;
        if (!/^(?:who|which|a|an|the|whose|while|whereas|but|although|though)$/.test(next.lower) || next.pos === 'VERB')
          content.push(stretch(units, speakerEnd + 1, last));
      }
    }
    found.push({
      content,
      cue: { ...stretch(units, i, speakerStart), class: CueClass.NEUTRAL, entry: null, grammar: noVerb },
      speaker: speakerStretch(units, { start: speakerStart, end: speakerEnd }),
      attitude: Attitude.SPEECH,
      hops: [],
      rule: 'according-to',
      confidence: 0.9,
      paragraph: sentence.paragraph,
      opensBlock: false,
    });
  }
  return found;
}
