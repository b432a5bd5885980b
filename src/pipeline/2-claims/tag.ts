import type { Unit } from '../../language/document.js';
import { chunkEnd, phraseEnd } from '../../language/noun-phrase.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { speechForms } from '../../language/speech.js';
import { haveForms, isComma, isQuote } from '../../language/words.js';
import { isTreeTag, subtreeOf } from '../../language/tree.js';
import { skipAdverbials } from './adverbials.js';
import { Attitude } from '../values.js';
import type { CueSense } from './cue-lexicon.js';
import { cueForms } from './verb-forms.js';

/** No tag has more units than this, what it cites left aside. */
const longestTag = 14;

/**
 * Whether the rest of the sentence is a tag: "…, Ann Lee said on Friday", "…, the paper has reported, citing a letter".
 * Known failure: a clause of the content that ends in a verb of saying ("If you asked her, the mayor said").
 */
export function isTag(units: readonly Unit[], start: number, last: number): boolean {
  const inverted =
    speechForms.has(units[start]!.lower) && !/^tell|^told/.test(units[start]!.lower) && units[start]!.pos === 'VERB';
  if (inverted) return last - start <= longestTag && phraseEnd(units, start + 1) > start + 1;
  const reach = Math.min(last, start + longestTag);
  let at = start + 1;
  while (at < reach && !(isTagVerb(units[at]!.lower) && units[at - 1]!.pos !== 'DET')) at += 1;
  if (at >= reach) return false;
  let subjectEnd = at;
  for (let k = at - 1; k > start && (units[k]!.pos === 'ADV' || haveForms.has(units[k]!.lower)); k -= 1)
    if (haveForms.has(units[k]!.lower)) subjectEnd = k;
  // "the Sunday Times": a day in a name ends the phrase when it is read from the left.
  if (chunkEnd(units, start) !== subjectEnd && phraseBefore(units, subjectEnd)?.start !== start) return false;
  const next = skipAdverbials(units, at + 1).next;
  if (next >= last) return next - start <= longestTag;
  return next - start <= longestTag && isComma(units[next]) && units[next + 1]?.lower === 'citing';
}

/**
 * The verb of a tag that begins at `start` and that the tree hangs on what stands before it, whatever follows the verb: "…, the
 * landlady | said at the inquest, wiping her glasses". @returns -1 where there is none
 */
export function tagByTree(units: readonly Unit[], start: number, last: number): number {
  const reach = Math.min(last, start + longestTag);
  for (let k = start + 1; k < reach && !isComma(units[k]); k += 1) {
    if (!cueForms.get(units[k]!.lower)?.senses.some(isSpoken)) continue;
    if (units[k]!.pos === 'VERB' && isTreeTag(units, start, k, isQuote(units[start - 2]))) {
      const { end } = subtreeOf(units, k);
      return end >= last - 1 || units[end]!.text === ';' ? k : -1;
    }
  }
  return -1;
}

export const isSpoken = ({ attitude, frames }: CueSense): boolean =>
  attitude === Attitude.SPEECH && /[qca]/.test(frames);

function isTagVerb(word: string): boolean {
  return speechForms.has(word) || /^(?:reports?(?:ed)?|shows?|showed)$/.test(word);
}
