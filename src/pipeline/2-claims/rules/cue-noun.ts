import type { Sentence, Unit } from '../../../language/document.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import { noVerb } from '../cue-grammar.js';
import { cueLexicon } from '../cue-lexicon.js';
import { chunkEnd } from '../../../language/noun-phrase.js';
import { isFinite } from '../../../language/words.js';
import { governorOf, subtreeOf } from '../../../language/tree.js';
import { stretch } from './cue-attribution.js';

const possessives = /^(?:his|her|their|its|my|our|your)$/;

/**
 * A noun with a that-clause: "the ministry's claim that the road is safe".
 * Known failure: relative clauses after such nouns ("the statement that angered them") where the tagger sees a noun.
 */
export function attributeByNoun(
  sentence: Sentence,
  subjectOf: (index: number) => { start: number; end: number } | null,
): Attribution[] {
  const { units } = sentence;
  const found: Attribution[] = [];
  for (let i = 0; i + 2 < units.length; i += 1) {
    const unit = units[i]!;
    const entry = cueLexicon.nouns.get(unit.lower) ?? cueLexicon.nouns.get(unit.lower.replace(/s$/, ''));
    if (!entry || unit.pos === 'VERB' || units[i + 1]!.lower !== 'that') continue;
    // A subject must follow "that"; a verb there makes it a relative clause.
    const subjectEnd = chunkEnd(units, i + 2);
    if (subjectEnd === i + 2 && !/^(?:PRON|DET|ADP|VERB|ADJ)$/.test(units[i + 2]!.pos)) continue;
    if (isFinite(units, i + 2) && !/ing$/.test(units[i + 2]!.lower)) continue;
    const end = Math.min(contentEnd(units, i + 1), clauseEnd(units, i));
    let start = i;
    while (
      start > 0 &&
      /^(?:NOUN|ADJ|PROPN|PART|DET|NUM)$/.test(units[start - 1]!.pos) &&
      !possessives.test(units[start - 1]!.lower)
    )
      start -= 1;
    let speaker: { start: number; end: number } | null = null;
    if (possessives.test(units[start - 1]?.lower ?? '')) speaker = { start: start - 1, end: start };
    for (let k = i - 1; k >= start; k -= 1)
      if (units[k]!.lower === "'s" || units[k]!.text === "'") {
        speaker = { start, end: k };
        break;
      }
    speaker ??= subjectOf(start);
    found.push({
      content: [stretch(units, i + 1, end)],
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
