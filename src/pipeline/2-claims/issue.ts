import type { Unit } from '../../language/document.js';
import { isTime } from '../../language/words.js';

/** Behind the date of an issue: "this week's | Gazette", "Saturday's | Courier". */
export function issueEnd(units: readonly Unit[], start: number): number {
  for (let k = start + 1; k < start + 3 && k < units.length; k += 1)
    if (units[k]!.lower === "'s" && isTime(units[k - 1])) return k + 1;
  return start;
}
