import type { Unit } from '../../language/document.js';
import { isComma, isDash, isFinalMark } from '../../language/words.js';
import type { HopKind, Stretch } from './attribution.js';

/** Words beside a claim that name who carried it. All offsets count in the normalised text. */
export interface Aside extends Stretch {
  /** SOURCE is whoever is cited: he owns the claim then. */
  readonly kind: Exclude<HopKind, 'DOCUMENT'> | 'SOURCE';
  readonly cue: string;
  /** Whom it names; null where that is the outlet itself or, of a reason, nobody. */
  readonly named: Stretch | null;
}

/** An aside found in a sentence. Unit indexes, end exclusive. */
export interface Match {
  readonly end: number;
  readonly kind: Aside['kind'];
  readonly named: { start: number; end: number } | null;
  /** Whether the commas on its two sides are its own. */
  readonly wrapped: boolean;
}

export const wordsOf = (units: readonly Unit[], start: number, end: number): string =>
  units
    .slice(start, end)
    .map(({ text, quotation }) => (quotation ? `“${text}”` : text))
    .join(' ');

/** A comma or a dash: what an aside stands between. */
export const isPause = (unit: Unit | undefined): boolean => isComma(unit) || isDash(unit);

export const isBoundary = (unit: Unit | undefined): boolean =>
  unit === undefined || isPause(unit) || isFinalMark(unit) || unit.text === ')' || unit.text === ':';

/** The first boundary from `from` on, or `last` where none stands before it. */
export function boundaryFrom(units: readonly Unit[], from: number, last: number): number {
  let k = from;
  while (k < last && !isBoundary(units[k])) k += 1;
  return k;
}
