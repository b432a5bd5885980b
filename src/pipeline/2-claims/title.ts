import type { Unit } from '../../language/document.js';
import { isQuote } from '../../language/words.js';

/** Words with a capital, and the small ones between them: "Today in the Harbour". */
export function titleEnd(units: readonly Unit[], start: number): number {
  let end = start;
  for (let k = start; k < Math.min(units.length, start + 6); k += 1) {
    if (/^\p{Lu}/u.test(units[k]!.text) && !isQuote(units[k])) end = k + 1;
    else if (!/^(?:in|of|the|at|with|to|and|for)$/.test(units[k]!.lower)) break;
  }
  return end;
}
