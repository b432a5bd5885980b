import type { Unit } from '../../../language/document.js';
import { phraseBefore } from '../../../language/phrase-before.js';
import { hasFiniteVerb } from '../../../language/words.js';
import { carryingVerbs } from '../publishing-verbs.js';
import type { Attribution, Hop } from '../attribution.js';
import { documentEnd, isDocumentPhrase } from '../documents.js';
import { isMedium } from '../media.js';
import { stretch } from '../stretch.js';

/** A document that a medium carried, and where the clause of what stands in it begins. */
interface Carried {
  readonly hops: readonly Hop[];
  readonly from: Unit;
}

const reach = 14;
/** Of one sentence, at most: holds the work linear on endless sentences. */
const most = 10;

/** The subject of a verb where it is a medium, as a hop. */
function mediumOf(units: readonly Unit[], verb: number, text: string): Hop | null {
  const subject = phraseBefore(units, verb);
  if (!subject) return null;
  const medium = stretch(units, subject.start, subject.end);
  if (!isMedium(text.slice(medium.start, medium.end))) return null;
  return { ...medium, cue: units[verb]!.lower, kind: 'MEDIUM', rule: 'carried' };
}

/** The document before "in which" and the medium that is the subject of the verb before that. */
function carriedBefore(units: readonly Unit[], which: number, text: string): Carried | null {
  for (let verb = which - 2; verb > 0 && verb > which - reach; verb -= 1) {
    if (!carryingVerbs.has(units[verb]!.lower)) continue;
    const start = units[verb + 1]?.lower === 'out' ? verb + 2 : verb + 1;
    const end = documentEnd(units, start);
    if (
      end === start ||
      end > which - 1 ||
      !isDocumentPhrase(units, start, end) ||
      hasFiniteVerb(units, end, which - 1)
    )
      return null;
    const medium = mediumOf(units, verb, text);
    return (
      medium && {
        hops: [medium, { ...stretch(units, start, end), cue: 'in', kind: 'DOCUMENT', rule: 'carried' }],
        from: units[which + 1]!,
      }
    );
  }
  return null;
}

/** "the Ledger published | a report | which found": the document itself speaks. Index of its pronoun; the medium, or null. */
function mediumOfSpeaking(units: readonly Unit[], pronoun: number, text: string): Hop | null {
  for (let verb = pronoun - 2; verb > 0 && verb > pronoun - reach; verb -= 1) {
    if (!carryingVerbs.has(units[verb]!.lower)) continue;
    const end = documentEnd(units, verb + 1);
    if (end !== pronoun || !isDocumentPhrase(units, verb + 1, end)) return null;
    return mediumOf(units, verb, text);
  }
  return null;
}

/** Gives what a carried document says itself the medium that carried it. */
function withCarriers(units: readonly Unit[], found: readonly Attribution[], text: string): Attribution[] {
  return found.map((attribution) => {
    const { speaker, cue, hops } = attribution;
    if (!speaker || !cue) return attribution;
    const pronoun = units.findIndex(({ start, lower }) => start >= speaker.end && /^(?:which|that)$/.test(lower));
    if (pronoun < 2 || units[pronoun - 1]!.end !== speaker.end || units[pronoun]!.end > cue.start) return attribution;
    const medium = mediumOfSpeaking(units, pronoun, text);
    return medium ? { ...attribution, hops: [medium, ...hops] } : attribution;
  });
}

/**
 * "State television read out a statement in which the junta said that A": the statement and who carried it are hops.
 * @param text the normalised text
 */
export function attributeCarried(
  units: readonly Unit[],
  found: readonly Attribution[],
  text: string,
): readonly Attribution[] {
  const result = withCarriers(units, found, text);
  let count = 0;
  for (let k = 3; k + 1 < units.length && count < most; k += 1) {
    if (units[k]!.lower !== 'which' || units[k - 1]!.lower !== 'in') continue;
    const carried = carriedBefore(units, k, text);
    if (!carried) continue;
    count += 1;
    const { from, hops } = carried;
    const at = result.findIndex(
      ({ speaker, cue }) => speaker !== null && cue !== null && speaker.end > from.start && cue.start > from.start,
    );
    // "…, and the mayor said": another clause.
    if (at < 0 || /, (?:and|but|while) /.test(text.slice(from.start, result[at]!.cue!.start))) continue;
    const { speaker } = result[at]!;
    result[at] = {
      ...result[at]!,
      speaker: { start: Math.max(speaker!.start, from.start), end: speaker!.end },
      hops: [...hops, ...result[at]!.hops],
    };
  }
  return result;
}
