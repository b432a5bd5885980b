import type { Sentence, Unit } from '../../../language/document.js';
import { phraseEnd } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { isFinite, isQuote } from '../../../language/words.js';
import { Attitude, CueClass } from '../../values.js';
import type { Attribution } from '../attribution.js';
import { wordsOf } from '../aside-match.js';
import { verbGrammar } from '../cue-grammar.js';
import { documentEnd } from '../documents.js';
import { isMedium } from '../media.js';
import { cueForms } from '../verb-forms.js';
import { stretch } from '../stretch.js';

const quoting = /^(?:quoted|quotes)$/;
/** Units between whom is quoted and the colon, at most: "at length", "in its Sunday edition". */
const longestBetween = 8;

/**
 * "The Courier quoted the coach at length: “…”": the coach speaks, the Courier relays him.
 * @returns also the unit indexes from "quoted" to the colon, whose cues are no others
 */
export function attributeQuotedWithColon(
  sentence: Sentence,
): { attribution: Attribution; from: number; to: number } | null {
  const { units } = sentence;
  const verb = units.findIndex(({ lower }) => quoting.test(lower));
  if (verb < 1) return null;
  // "quoted from | a statement by the navy"
  const from = units[verb + 1]?.lower === 'from' && documentEnd(units, verb + 2) > verb + 2 ? verb + 2 : verb + 1;
  let end = from > verb + 1 ? documentEnd(units, from) : phraseEnd(units, from);
  if (units[end - 1]!.lower === 'length' && units[end - 2]?.lower === 'at') end -= 2;
  const medium = phraseBefore(units, verb);
  if (!medium || end <= from) return null;
  if (!isMedium(wordsOf(units, medium.start, medium.end))) return null;
  const colon = colonAfter(units, end);
  if (colon < 0) return null;
  const opensBlock = colon === units.length - 1;
  if (!opensBlock && !isQuote(units[colon + 1])) return null;
  return {
    attribution: {
      content: opensBlock ? [] : [stretch(units, colon + 1, colon + 2)],
      cue: {
        ...stretch(units, verb, verb + 1),
        class: CueClass.NEUTRAL,
        entry: null,
        grammar: verbGrammar(units, verb, verb, cueForms.get(units[verb]!.lower)?.form ?? 'PAST'),
      },
      speaker: stretch(units, from, end),
      attitude: Attitude.SPEECH,
      hops: [{ ...stretch(units, medium.start, medium.end), cue: units[verb]!.lower, kind: 'MEDIUM', rule: 'quoting' }],
      rule: 'quoted-as-saying',
      confidence: 0.9,
      paragraph: sentence.paragraph,
      opensBlock,
    },
    from: verb,
    to: colon,
  };
}

/** The colon behind a short rest without a verb; -1 where there is none. */
function colonAfter(units: readonly Unit[], from: number): number {
  for (let k = from; k < Math.min(units.length, from + longestBetween); k += 1) {
    if (units[k]!.text === ':') return k;
    if (isQuote(units[k]) || isFinite(units, k) || units[k]!.lower === 'that') return -1;
  }
  return -1;
}
