import type { Unit } from '../../language/document.js';
import type { Stretch } from './attribution.js';

/** Offsets in the normalised text of units[start..end). */
export const stretch = (units: readonly Unit[], start: number, end: number): Stretch => ({
  start: units[start]!.start,
  end: units[end - 1]!.end,
});
