import type { Unit } from '../../language/document.js';
import { chunkEnd } from '../../language/noun-phrase.js';
import { endBeforeMarks, hasFiniteVerb, isComma } from '../../language/words.js';

const hearing = /^(?:court|inquest|tribunal|inquiry|hearing|jury|jurors|magistrates|panel)$/;

/** Units of what heard it, at most. */
const longest = 8;

/**
 * "He lit the fire himself |, a court has heard": a tag that ends a sentence and names where it was said.
 * @returns the index of its comma, of its first verb and behind its last; null where the sentence does not end so
 */
export function courtTag(units: readonly Unit[]): { comma: number; verb: number; end: number } | null {
  const end = endBeforeMarks(units);
  const isTold = units[end - 1]?.lower === 'told' && /^(?:was|were)$/.test(units[end - 2]?.lower ?? '');
  if (!isTold && units[end - 1]?.lower !== 'heard') return null;
  let verb = end - 1;
  while (/^(?:has|have|was|were|also|been)$/.test(units[verb - 1]?.lower ?? '')) verb -= 1;
  let comma = verb - 1;
  while (comma > verb - longest && comma > 0 && !isComma(units[comma])) comma -= 1;
  if (comma < 3 || !isComma(units[comma]) || chunkEnd(units, comma + 1) !== verb) return null;
  return hearing.test(units[verb - 1]!.lower) && hasFiniteVerb(units, 0, comma) ? { comma, verb, end } : null;
}
