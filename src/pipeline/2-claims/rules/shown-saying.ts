import type { Unit } from '../../../language/document.js';
import { chunkEnd, type Range } from '../../../language/noun-phrase.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { beForms, isComma, isQuote } from '../../../language/words.js';
import type { Hop } from '../attribution.js';
import { wordsOf } from '../aside-match.js';
import { isDocumentPhrase } from '../documents.js';
import { isMedium } from '../media.js';
import { leavingVerbs } from '../publishing-verbs.js';
import { stretch } from '../stretch.js';

const having = /^(?:has|have|had|catch|catches|caught|hear|hears|heard)$/;
const showing = /^(?:show|shows|showed|record|records|recorded|capture|captures|captured|feature|features|featured)$/;
const perceived = /^(?:heard|seen|shown|recorded|filmed|caught|captured)$/;
/** Units between such a verb and "saying", at most. */
const reach = 12;

/** Who says it, and the document that shows him. */
interface Shown {
  readonly speaker: Range;
  readonly hops: readonly Hop[];
}

/**
 * "A video posted on Telegram showed | the general | saying that A": the general speaks, and the video is a hop; "the accused
 * could be heard saying A" has only a speaker.
 * @param saying index of the participle
 */
export function shownSaying(units: readonly Unit[], saying: number): Shown | null {
  let k = saying - 1;
  if (perceived.test(units[k]?.lower ?? '')) {
    while (k > 0 && (units[k - 1]!.pos === 'AUX' || beForms.has(units[k - 1]!.lower) || units[k - 1]!.pos === 'ADV'))
      k -= 1;
    const speaker = k < saying - 1 ? phraseBefore(units, k) : null;
    return speaker && { speaker, hops: [] };
  }
  // "showed the engineer, Salvo Brin, | warning that"
  const isApposed = isComma(units[saying - 1]);
  for (; k > 0 && k > saying - reach; k -= 1) {
    if (isQuote(units[k]) || (isComma(units[k]) && !isApposed)) return null;
    if (!showing.test(units[k]!.lower) && !having.test(units[k]!.lower)) continue;
    const subject = phraseBefore(units, k);
    // "A clip has a boy boasting that": only what is a document has somebody say things.
    if (having.test(units[k]!.lower) && !(subject && documentIn(units, subject))) return null;
    // "showed his wit | by joking that": his own way.
    if (
      !subject ||
      (units[saying - 1]!.pos === 'ADP' && units[saying - 1]!.lower !== 'as') ||
      chunkEnd(units, k + 1) === k + 1
    )
      return null;
    const document = documentIn(units, subject);
    if (isApposed && !document) return null;
    const end = units[saying - 1]!.lower === 'as' || isApposed ? saying - 1 : saying;
    return {
      speaker: { start: k + 1, end },
      hops: document ? [{ ...document, cue: units[k]!.lower, kind: 'DOCUMENT', rule: 'showing' }] : [],
    };
  }
  return null;
}

/** "Her landlord left | a voicemail | saying": who left the document speaks in it. */
export function whoLeft(units: readonly Unit[], phrase: Range): Shown | null {
  const document = documentIn(units, phrase);
  const verb = phrase.start - 1;
  if (!document || verb < 1 || !leavingVerbs.has(units[verb]!.lower) || beForms.has(units[verb - 1]!.lower))
    return null;
  const speaker = phraseBefore(units, verb);
  // A medium publishes what others wrote.
  if (speaker && isMedium(wordsOf(units, speaker.start, speaker.end))) return null;
  return speaker && { speaker, hops: [{ ...document, cue: units[verb]!.lower, kind: 'DOCUMENT', rule: 'showing' }] };
}

/** The words of the document itself, without when and where it was made. */
function documentIn(units: readonly Unit[], { start, end }: Range): { start: number; end: number } | null {
  let stop = chunkEnd(units, start);
  if (units[stop]?.lower === 'of') stop = Math.min(end, Math.max(stop, chunkEnd(units, stop + 1)));
  return stop > start && isDocumentPhrase(units, start, stop) ? stretch(units, start, stop) : null;
}
