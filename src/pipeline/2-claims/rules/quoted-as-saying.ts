import type { Sentence, Unit } from '../../../language/document.js';
import { phraseEnd } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { beForms, haveForms, isComma, isFinalMark, isQuote, isTime } from '../../../language/words.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution, Hop } from '../attribution.js';
import { wordsOf } from '../aside-match.js';
import { mediumEnd } from '../aside-phrases.js';
import { contentEnd } from '../content-end.js';
import { eventNouns } from '../document-lexicon.js';
import { verbGrammar } from '../cue-grammar.js';
import { issueEnd } from '../issue.js';
import { isMedium } from '../media.js';
import { cueForms } from '../verb-forms.js';
import { stretch } from '../stretch.js';

/** "as saying", "as describing the terms as “extortion”". */
const isSaying = ({ lower }: Unit): boolean => {
  const form = cueForms.get(lower);
  return form?.form === 'ING' && form.senses.some(({ attitude }) => attitude === Attitude.SPEECH);
};
const reach = 25;
/** Of one sentence, at most: holds the work linear on endless sentences. */
const most = 20;

function quoteVerbBefore(units: readonly Unit[], before: number): number {
  for (let k = before - 1; k >= Math.max(0, before - reach); k -= 1)
    if (/^(?:quoted|quotes|quoting|quote|cited|cites|citing|cite)$/.test(units[k]!.lower)) return k;
  return -1;
}

/** What has sessions and no issues. */
const bodyWords = /^(?:Parliament|Congress|Senate|Council|Commons|House|Cabinet|Budget|Mass)$/;

/** "was quoted | in the student paper The Quad last week | as saying" */
function printedBetween(units: readonly Unit[], from: number, to: number): { start: number; end: number } | null {
  if (units[from]?.lower !== 'in') return null;
  const name = issueEnd(units, from + 1);
  const end = Math.min(to, mediumEnd(units, name));
  const isIssue = name > from + 1 && /^\p{Lu}/u.test(units[name]?.text ?? '');
  if (end === name || eventNouns.has(units[end - 1]!.lower) || bodyWords.test(units[name]!.text)) return null;
  return isIssue || isMedium(wordsOf(units, name, end)) ? { start: from + 1, end } : null;
}

/** The subject before a passive verb's auxiliaries: "the registrar | was | quoted". */
function auxiliaryStart(units: readonly Unit[], verb: number): number {
  let k = verb;
  while (
    k > 0 &&
    (beForms.has(units[k - 1]!.lower) || haveForms.has(units[k - 1]!.lower) || units[k - 1]!.pos === 'ADV')
  )
    k -= 1;
  return k;
}

/**
 * "M quoted X as saying that A", "X was quoted by M as saying A", '"A," X was quoted as saying by M': A is X's, M the hop.
 * Known failure: other words for it ("as having said").
 * @returns also the unit indexes from "quoted" to "saying", whose cues are no others
 */
export function attributeQuotedAs(sentence: Sentence): { attribution: Attribution; from: number; to: number }[] {
  const { units } = sentence;
  const found: { attribution: Attribution; from: number; to: number }[] = [];
  for (let k = 1; k + 1 < units.length && found.length < most; k += 1) {
    if (units[k]!.lower !== 'as' || !isSaying(units[k + 1]!)) continue;
    const verb = quoteVerbBefore(units, k);
    if (verb < 0) continue;
    const subjectEnd = auxiliaryStart(units, verb);
    const isPassive =
      subjectEnd < verb &&
      !/ing$/.test(units[verb]!.lower) &&
      units.slice(subjectEnd, verb).some((unit) => beForms.has(unit.lower));
    const subject = phraseBefore(units, subjectEnd);
    const between = isPassive && units[verb + 1]?.lower === 'by' && k > verb + 2 ? { start: verb + 2, end: k } : null;
    const speaker = isPassive ? subject : k > verb + 1 ? { start: verb + 1, end: k } : null;
    if (!speaker) continue;
    let start = k + 2;
    let told: { start: number; end: number } | null = null;
    const printed = isPassive ? printedBetween(units, verb + 1, k) : null;
    let medium = isPassive ? (between ?? printed) : subject;
    if (isPassive && units[start]?.lower === 'by') {
      let end = start + 1;
      const ends = (unit: Unit): boolean =>
        isComma(unit) || isFinalMark(unit) || isQuote(unit) || /^(?:that|on|:)$/.test(unit.lower);
      while (end < units.length && !ends(units[end]!)) end += 1;
      if (end > start + 1) medium = { start: start + 1, end };
      // "by the agency | on Monday"
      while (end < units.length && (isTime(units[end]) || (units[end]!.lower === 'on' && isTime(units[end + 1]))))
        end += 1;
      start = end;
    }
    // "was quoted as telling the Post"
    if (units[k + 1]!.lower === 'telling') {
      const end = phraseEnd(units, start);
      if (end > start) {
        if (isPassive) medium ??= { start, end };
        else told = { start, end };
        start = end;
      }
    }
    const tagStart = speaker.start < verb ? speaker.start : (subject?.start ?? verb);
    // "…, the engineer was quoted as saying by the channel, | after a second crack was found"
    const isAside = isComma(units[start]) && tagStart > 0 && /^(?:ADP|SCONJ)$/.test(units[start + 1]?.pos ?? '');
    if (isComma(units[start]) || units[start]?.text === ':') start += 1;
    // '"A," the manager is quoted as saying in the Gazette.'
    const isIn = /^(?:in|on)$/.test(units[start]?.lower ?? '') && tagStart > 0;
    const place = isIn ? phraseEnd(units, start + 1) : start;
    const isPlace = isIn && place > start + 1 && (!units[place] || isFinalMark(units[place]!));
    const name = issueEnd(units, start + 1);
    // "in this week's Pitchside": what has issues is a paper.
    const isIssue = name > start + 1 && /^\p{Lu}/u.test(units[name]?.text ?? '');
    if (isPlace && (isIssue || isMedium(wordsOf(units, name, place)))) medium ??= { start: start + 1, end: place };
    const isTag = isPlace || isAside || start >= units.length || isFinalMark(units[start]!);
    const hops: Hop[] = medium
      ? [{ ...stretch(units, medium.start, medium.end), cue: units[verb]!.lower, kind: 'MEDIUM', rule: 'quoting' }]
      : [];
    if (told) hops.push({ ...stretch(units, told.start, told.end), cue: 'telling', kind: 'TOLD', rule: 'told' });
    let content: { start: number; end: number } | null = null;
    if (isTag) {
      let end = tagStart;
      while (end > 0 && isComma(units[end - 1])) end -= 1;
      if (end > 0 && (end < tagStart || isQuote(units[end - 1]))) content = { start: 0, end };
    } else {
      const end = contentEnd(units, start, true, verb);
      // "was quoted as saying in the release" says where, not what.
      if (end > start && units[start]!.pos !== 'ADP') content = { start, end };
    }
    if (!content) continue;
    found.push({
      attribution: {
        content: [stretch(units, content.start, content.end)],
        cue: {
          ...stretch(units, k + 1, k + 2),
          class: CueClass.NEUTRAL,
          entry: null,
          grammar: verbGrammar(
            units,
            subjectEnd,
            verb,
            isPassive ? 'PARTICIPLE' : (cueForms.get(units[verb]!.lower)?.form ?? 'ING'),
          ),
        },
        speaker: stretch(units, speaker.start, speaker.end),
        attitude: Attitude.SPEECH,
        hops,
        rule: 'quoted-as-saying',
        confidence: 0.9,
        paragraph: sentence.paragraph,
        opensBlock: false,
      },
      from: verb,
      to: k + 2,
    });
  }
  return found;
}
