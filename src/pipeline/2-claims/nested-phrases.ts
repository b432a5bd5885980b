import type { Unit } from '../../language/document.js';
import { unitFrom } from '../../language/tree.js';
import { hasFiniteVerb, isQuote } from '../../language/words.js';
import { Attitude } from '../values.js';
import type { Attribution } from './attribution.js';

/** Whether what is said is a phrase: no clause, no quotation, nothing that begins with "that", "to" or a wh-word. */
function isPhrase({ content, rule, attitude, cue }: Attribution, units: readonly Unit[]): boolean {
  const [piece, ...more] = content;
  if (!piece || more.length > 0 || rule !== 'speaker-cue-content' || attitude !== Attitude.SPEECH) return false;
  const from = unitFrom(units, piece.start);
  const to = unitFrom(units, piece.end);
  if (
    units.slice(from, to).some(isQuote) ||
    /^(?:that|to|how|why|what|whether|if|who|where|when)$/.test(units[from]?.lower ?? '')
  )
    return false;
  // "the firm had denied the charge" says something of its own.
  const verb = cue && units[unitFrom(units, cue.end) - 1];
  return !hasFiniteVerb(units, from, to) && !/^den(?:y|ies|ied|ying)$/.test(verb?.lower ?? '');
}

/**
 * Leaves out phrases that somebody in another's claim is said to have named: "she said the board would reject the merger" holds
 * no claim of the board's.
 */
export function withoutNestedPhrases(found: readonly Attribution[], units: readonly Unit[]): Attribution[] {
  return found.filter(
    (inner) =>
      !isPhrase(inner, units) ||
      !found.some(
        (outer) =>
          outer !== inner &&
          outer.attitude === Attitude.SPEECH &&
          outer.content.some(
            ({ start, end }) =>
              start <= inner.content[0]!.start &&
              inner.content[0]!.end <= end &&
              inner.cue !== null &&
              inner.cue.start >= start,
          ),
      ),
  );
}
