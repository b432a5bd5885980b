import type { Sentence, Unit } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import { noVerb } from '../cue-grammar.js';
import { nounSense } from '../cue-lexicon.js';
import { isDocumentPhrase } from '../documents.js';
import { chunkEnd, isNominal, phraseEnd, possessives, type Range } from '../../../language/noun-phrase.js';
import { isComma, isFinite } from '../../../language/words.js';
import { governorOf, subtreeOf } from '../../../language/tree.js';
import { stretch } from '../stretch.js';

/**
 * A noun with a that-clause: "the ministry's claim that the road is safe".
 * Known failure: relative clauses after such nouns ("the statement that angered them") where the tagger sees a noun.
 */
export function attributeByNoun(sentence: Sentence, subjectOf: (index: number) => Range | null): Attribution[] {
  const { units } = sentence;
  const found: Attribution[] = [];
  for (let i = 0; i + 2 < units.length; i += 1) {
    const unit = units[i]!;
    // "their position is that A", not "a position that he held"
    const isStand = /^(?:position|stance)$/.test(unit.lower) && copulaEnd(units, i) !== null;
    const entry = nounSense(isStand ? 'view' : unit.lower);
    if (
      !entry ||
      (unit.pos === 'VERB' && copulaEnd(units, i) === null) ||
      (/ing$/.test(unit.lower) && isComma(units[i - 1]))
    )
      continue;
    const author = authorBehind(units, i);
    const that = author?.end ?? copulaEnd(units, i) ?? i + 1;
    if (units[that]?.lower !== 'that' || !units[that + 1]) continue;
    // A subject must follow "that"; a verb there makes it a relative clause.
    const subjectEnd = chunkEnd(units, that + 1);
    if (subjectEnd === that + 1 && !/^(?:PRON|DET|ADP|VERB|ADJ)$/.test(units[that + 1]!.pos)) continue;
    if (isFinite(units, that + 1) && !/ing$/.test(units[that + 1]!.lower)) continue;
    // "the charges | that you could level against it"
    if (units[that]!.xpos === 'WDT' && units[that]!.relation === 'obj' && that === i + 1) continue;
    const end = Math.min(contentEnd(units, that), clauseEnd(units, i));
    if (end <= that + 1) continue;
    let start = i;
    while (
      start > 0 &&
      (/^(?:NOUN|ADJ|PROPN|PART|DET|NUM)$/.test(units[start - 1]!.pos) ||
        /^(?:most|more)$/.test(units[start - 1]!.lower) ||
        // "There's hope that A": this 's is a verb.
        (units[start - 1]!.lower === "'s" && isNominal(units[start - 2]))) &&
      !possessives.has(units[start - 1]!.lower)
    )
      start -= 1;
    // "an earlier report by the agency": the document is named with its author.
    let speaker: Range | null = author && isDocumentPhrase(units, start, that) ? { start, end: that } : author;
    if (possessives.has(units[start - 1]?.lower ?? '')) speaker = { start: start - 1, end: start };
    for (let k = i - 1; k > start && !author; k -= 1)
      if (units[k]!.lower === "'s" || units[k]!.text === "'") {
        speaker = { start, end: k };
        break;
      }
    // "Their argument was that A": whose it is must be said.
    if (!speaker && that > i + 1) continue;
    // "There is concern that A", "it is hope that A": nobody's.
    const isNobodys =
      units.slice(Math.max(0, start - 4), start).some(({ lower, pos }) => lower === 'there' && pos === 'PRON') ||
      (/^(?:is|was|'s)$/.test(units[start - 1]?.lower ?? '') && units[start - 2]?.lower === 'it');
    if (!isNobodys) speaker ??= subjectOf(start);
    found.push({
      content: [stretch(units, that, end)],
      cue: { ...stretch(units, i, i + 1), class: entry.class, entry: entry.line, grammar: noVerb },
      speaker: speaker ? stretch(units, speaker.start, speaker.end) : null,
      attitude: entry.attitude,
      hops: [],
      rule: 'cue-noun',
      confidence: 0.6,
      paragraph: sentence.paragraph,
      opensBlock: false,
    });
  }
  return found;
}

/** "her message to voters | is | that A": where "that" stands behind a form of "be"; null where none does. */
function copulaEnd(units: readonly Unit[], noun: number): number | null {
  let at = noun + 1;
  if (/^(?:to|about|in|for|of)$/.test(units[at]?.lower ?? '')) at = phraseEnd(units, at + 1);
  if (!/^(?:is|was|remains|remained)$/.test(units[at]?.lower ?? '')) return null;
  // "is basically that"
  const that = units[at + 1]?.pos === 'ADV' ? at + 2 : at + 1;
  return units[that]?.lower === 'that' ? that : null;
}

/** "a claim by | the port authority | that A", "reports from | two villages | that A": whose it is, where nothing else stands between. */
function authorBehind(units: readonly Unit[], noun: number): Range | null {
  if (!/^(?:by|from)$/.test(units[noun + 1]?.lower ?? '')) return null;
  const end = phraseEnd(units, noun + 2);
  return end > noun + 2 && units[end]?.lower === 'that' && units[end]!.pos !== 'DET' ? { start: noun + 2, end } : null;
}

/**
 * "Word | that the firm had failed | reached the depot": where the noun is the subject of its sentence, its clause ends before
 * the verb of that, which the tree knows or which is the second one without a word that joins it.
 */
function clauseEnd(units: readonly Unit[], noun: number): number {
  const { relation } = units[noun]!;
  const { end } = subtreeOf(units, noun);
  if (/^nsubj/.test(relation) && end > noun + 3 && governorOf(units, noun) >= end) return end;
  if (units.slice(0, noun).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return units.length;
  let hasVerb = false;
  for (let k = noun + 2; k < units.length; k += 1) {
    const { pos, xpos } = units[k]!;
    if (/^(?:SCONJ|CCONJ|PUNCT|QUOTE)$/.test(pos) || /^W/.test(xpos)) return units.length;
    if (pos !== 'VERB' || !/^VB[DZPN]?$/.test(xpos)) continue;
    const isOpen = /^(?:AUX|PART|ADV)$/.test(units[k - 1]!.pos);
    if (hasVerb && !isOpen && xpos !== 'VB') return k;
    hasVerb = true;
  }
  return units.length;
}
