import type { Unit } from '../../language/document.js';
import { chunkEnd, type Range } from '../../language/noun-phrase.js';
import { phraseBefore } from '../../language/phrase-before.js';
import { isFinite } from '../../language/words.js';

/** The noun phrase a sentence begins with, where the tagger saw no finite verb after it. */
function firstPhrase(units: readonly Unit[], before: number): Range | null {
  const end = chunkEnd(units, 0);
  return end > 0 && end < before ? { start: 0, end } : null;
}

/**
 * Tells whose subject a verb without one shares: the nearest verb to the left that has a subject.
 * Example: She denied the report, adding that … -> She.
 */
export function makeSubjectFinder(units: readonly Unit[]): (index: number) => Range | null {
  // subjects[i]: the subject of the last finite verb before unit i that has one.
  let computed = 0;
  const subjects: (Range | null)[] = [null];
  return (index) => {
    for (; computed < index; computed += 1) {
      let range = subjects[computed] ?? null;
      if (isFinite(units, computed) && !(computed > 0 && units[computed - 1]!.pos === 'AUX')) {
        const found = phraseBefore(units, computed);
        // A relative pronoun's clause ends before the main verb goes on; the main subject is the better guess.
        if (found && !(range && /^(?:who|which|that)$/.test(units[found.start]!.lower))) range = found;
      }
      subjects[computed + 1] = range;
    }
    return subjects[index] ?? firstPhrase(units, index);
  };
}
