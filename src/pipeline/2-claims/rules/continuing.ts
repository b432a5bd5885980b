import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';

const continues = /\b(?:add(?:ed|s|ing)?|continu(?:ed|es)|went on|goes on)\b/i;
const pronoun = /^(?:he|she|they|it)$/i;
/** "the 61-year-old", "the memo": who goes on was named before. */
const definite = /^the (?:[\p{Ll}\d]+[ -]){0,3}[\p{Ll}\d]+$/iu;

/**
 * "…," he told the agency. "…," he added: a cue that continues has the medium and the document of what the same speaker said
 * right before, in the same paragraph. A new "she said" begins without.
 * Known failure: "he added" or "the minister added" of another than the last speaker.
 * @param previous what was found before this sentence, in order
 */
export function continueHops(attribution: Attribution, previous: readonly Attribution[], text: string): Attribution {
  const { speaker, cue, hops, paragraph } = attribution;
  if (!speaker || !cue || hops.length > 0 || !continues.test(text.slice(cue.start, cue.end))) return attribution;
  const last = previous
    .slice(-12)
    .findLast(({ attitude, speaker: other }) => attitude === Attitude.SPEECH && other !== null);
  if (!last || last.paragraph !== paragraph) return attribution;
  const words = text.slice(speaker.start, speaker.end);
  const isSame =
    pronoun.test(words) || definite.test(words) || text.slice(last.speaker!.start, last.speaker!.end).includes(words);
  return isSame ? { ...attribution, hops: last.hops.map((hop) => ({ ...hop, rule: 'continuing' })) } : attribution;
}
