import { nameHint } from '../../../language/name-hints.js';
import { Attitude } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { isContent } from '../overlap.js';

const continues = /\b(?:add(?:ed|s|ing)?|continu(?:ed|es)|went on|goes on)\b/i;
const pronoun = /^(?:he|she|they|it)$/i;
/** "the 61-year-old", "the memo": who goes on was named before. */
const definite = /^the (?:[\p{Ll}\d-]+ ){0,2}([\p{Ll}\d-]+)$/iu;

/** Who goes on without a name is whoever spoke. */
const goingOn = /-year-old$|^the (?:source|insider)$/i;

/** "the company added", where a name that is nobody's in particular spoke before. */
const isCompanyAgain = (words: string, before: string): boolean =>
  /^the (?:company|firm)$/i.test(words) && /^\p{Lu}/u.test(before) && nameHint(before.split(' ')[0]!) === null;

/** Whether one claim is told inside another: who goes on is the outer speaker. */
const holds = (outer: Attribution, inner: Attribution): boolean =>
  outer !== inner && inner.speaker !== null && isContent(outer, inner.speaker);

/**
 * "…," he told the agency. "…," he added: a cue that continues has the medium and the document of what the same speaker said
 * right before, in the same paragraph. A new "she said" begins without.
 * Known failure: "he added" or "the minister added" of another than the last speaker.
 * @param previous what was found before this sentence, in order
 */
export function continueHops(attribution: Attribution, previous: readonly Attribution[], text: string): Attribution {
  const { speaker, cue, hops, paragraph } = attribution;
  if (!speaker || !cue || hops.length > 0 || !continues.test(text.slice(cue.start, cue.end))) return attribution;
  const recent = previous.slice(-12);
  const last = recent.findLast(
    (found) =>
      found.attitude === Attitude.SPEECH && found.speaker !== null && !recent.some((outer) => holds(outer, found)),
  );
  if (!last || last.paragraph !== paragraph) return attribution;
  const words = text.slice(speaker.start, speaker.end);
  // "the letter adds": the document that was named, from whoever had it.
  const document = last.hops.find(({ kind }) => kind === 'DOCUMENT');
  const noun = definite.exec(words)?.[1];
  if (
    document &&
    noun &&
    text
      .slice(document.start, document.end)
      .split(/[^\p{L}-]+/u)
      .includes(noun)
  )
    return {
      ...attribution,
      hops: last.hops.filter(({ kind }) => kind !== 'DOCUMENT').map((hop) => ({ ...hop, rule: 'continuing' })),
    };
  const before = text.slice(last.speaker!.start, last.speaker!.end);
  const again = definite.exec(words);
  const isSame =
    pronoun.test(words) ||
    before.includes(words) ||
    (again !== null &&
      (goingOn.test(again[0]) || isCompanyAgain(words, before) || before.split(/[^\p{L}-]+/u).includes(again[1]!)));
  return isSame ? { ...attribution, hops: last.hops.map((hop) => ({ ...hop, rule: 'continuing' })) } : attribution;
}
