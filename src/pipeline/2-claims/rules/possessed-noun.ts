import type { Sentence, Unit } from '../../../language/document.js';
import { chunkEnd, type Range } from '../../../language/noun-phrase.js';
import { subtreeOf } from '../../../language/tree.js';
import type { Attribution } from '../attribution.js';
import { contentEnd } from '../content-end.js';
import { noVerb } from '../cue-grammar.js';
import { nounSense, type CueSense } from '../cue-lexicon.js';
import { stretch } from '../stretch.js';

const possessives = /^(?:his|her|their|its)$/;

/** Whose the noun at `noun` is: "Lee's | repeated denial of it". @returns null where nobody is named */
function possessor(units: readonly Unit[], noun: number): Range | null {
  let k = noun;
  while (k > 0 && /^(?:ADJ|NUM)$/.test(units[k - 1]!.pos) && !possessives.test(units[k - 1]!.lower)) k -= 1;
  const before = units[k - 1];
  if (!before) return null;
  if (possessives.test(before.lower)) return { start: k - 1, end: k };
  if (before.lower !== "'s" && before.text !== "'" && before.text !== '’') return null;
  let start = k - 1;
  while (start > 0 && /^(?:PROPN|NOUN|ADJ|NUM)$/.test(units[start - 1]!.pos)) start -= 1;
  if (units[start - 1]?.pos === 'DET') start -= 1;
  return start < k - 1 ? { start, end: k - 1 } : null;
}

/** "dropped | its demand for a vote": what is no longer said. */
const isGivenUp = (units: readonly Unit[], at: number): boolean =>
  units
    .slice(Math.max(0, at - 2), at)
    .some(({ lower }) => /^(?:drop|abandon|withdr[ae]w|retract|rescind|forg[oe]t|reneg)/.test(lower));

/** Where the content of such a noun begins: what is meant, judged or wanted; -1 where none stands behind it. */
function contentStart(units: readonly Unit[], noun: number, { frames, prepositions }: CueSense): number {
  const link = units[noun + 1]?.lower ?? '';
  // "her promise | to close it"
  if (link === 'to' && units[noun + 2]?.xpos === 'VB' && frames.includes('i')) return noun + 1;
  if (!prepositions.includes(link) || chunkEnd(units, noun + 2) === noun + 2) return -1;
  // "its denial of | the charge", "their calls | for a vote"
  return link === 'of' ? noun + 2 : noun + 1;
}

/**
 * "Orrel's denial of the charge", "her promise to close it", "their calls for a vote": what a noun says somebody denied, promised
 * or called for. Only with a possessor. Known failure: a noun that is only mentioned ("if his threat to leave is real").
 */
export function attributeByPossessedNoun({ units, paragraph }: Sentence): Attribution[] {
  const found: Attribution[] = [];
  for (let noun = 1; noun + 2 < units.length; noun += 1) {
    if (units[noun]!.pos !== 'NOUN') continue;
    const entry = nounSense(units[noun]!.lower);
    if (!entry) continue;
    const start = contentStart(units, noun, entry);
    const speaker = start < 0 ? null : possessor(units, noun);
    if (!speaker || isGivenUp(units, speaker.start)) continue;
    const whole = subtreeOf(units, noun).end;
    const end = Math.min(contentEnd(units, start, false, noun), whole > start + 1 ? whole : units.length);
    if (end <= start + 1) continue;
    found.push({
      content: [stretch(units, start, end)],
      cue: { ...stretch(units, noun, noun + 1), class: entry.class, entry: entry.line, grammar: noVerb },
      speaker: stretch(units, speaker.start, speaker.end),
      attitude: entry.attitude,
      hops: [],
      rule: 'possessed-noun',
      confidence: 0.5,
      paragraph,
      opensBlock: false,
    });
  }
  return found;
}
