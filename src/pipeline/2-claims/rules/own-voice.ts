import type { Sentence } from '../../../language/document.js';
import type { Stretch } from '../attribution.js';
import { endBeforeMarks, hasFiniteVerb, isTime } from '../../../language/words.js';
import { stretch } from '../stretch.js';

/**
 * A sentence in the outlet's own voice is an ASSERTION when it has a finite verb and a number, a date or a name.
 * Example: The bridge closed in 2019.
 * Known failure: statements without any of the three ("The talks failed") are passed over.
 * @returns the sentence without its final mark; null when it is none
 */
export function assertionOf(sentence: Sentence): Stretch | null {
  const { units } = sentence;
  const end = endBeforeMarks(units);
  const isQuestion = units.slice(end).some(({ text }) => text.includes('?'));
  if (
    isQuestion ||
    end < 4 ||
    units.some((unit) => unit.quotation && unit.quotation.words > 3) ||
    !hasFiniteVerb(units, 0, end)
  )
    return null;
  const anchored = units.some(
    (unit, index) =>
      unit.pos === 'NUM' ||
      isTime(unit) ||
      (unit.pos === 'PROPN' &&
        (index > 0 || /^\p{Lu}{2}/u.test(unit.text) || units[1]?.pos === 'PROPN' || units[1]?.pos === 'VERB')),
  );
  return anchored ? stretch(units, 0, end) : null;
}
