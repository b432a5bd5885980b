import type { Unit } from '../../language/document.js';
import { isDocument } from '../../language/en/documents.js';
import { unitFrom } from '../../language/tree.js';
import { Attitude } from '../values.js';
import type { Attribution } from './attribution.js';
import { headOf } from './documents.js';

const finding = /\b(?:find|finds|found|show|shows|showed|determined?|estimated?|estimates)$/;

/**
 * "The inspectors' report found that A": what a document finds is said by whoever answers for it, or by the document that a
 * medium has; what a study finds that nobody is named for ("a new report finds") is what is held.
 */
export function withSpokenFindings(found: readonly Attribution[], units: readonly Unit[], text: string): Attribution[] {
  return found.map((attribution) => {
    const { attitude, cue, speaker, hops } = attribution;
    if (attitude !== Attitude.BELIEF || !cue || !speaker || !finding.test(text.slice(cue.start, cue.end)))
      return attribution;
    const from = unitFrom(units, speaker.start);
    const to = unitFrom(units, speaker.end);
    if (!isDocument(headOf(units, from, to), 'd')) return attribution;
    const isOwned = units.slice(from, to).some(({ lower }) => /^(?:'s|'|by|from)$/.test(lower));
    return isOwned || hops.some(({ kind }) => kind === 'MEDIUM')
      ? { ...attribution, attitude: Attitude.SPEECH }
      : attribution;
  });
}
