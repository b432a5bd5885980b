import { firstBehind } from '../../language/halving.js';
import type { Attribution, Stretch } from './attribution.js';

/** Whether one span holds all of another. */
export const contains = (outer: Stretch, inner: Stretch): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether a span stands in what somebody says. */
export const isContent = ({ content }: Attribution, span: Stretch): boolean =>
  content.some((piece) => contains(piece, span));

/** Whether all of what one claim says stands in what another says. */
export const holdsClaim = (outer: Attribution, inner: Attribution): boolean =>
  inner.content.every((piece) => isContent(outer, piece));

export interface Coverage {
  /** Whether most of a stretch is the content of some attribution. */
  isCovered(start: number, end: number): boolean;
  /** Whether any of a stretch is. */
  touches(start: number, end: number): boolean;
}

/** Content of attributions as merged stretches, looked up by halving. */
export function makeCoverage(attributions: readonly Attribution[]): Coverage {
  const pieces = attributions
    .flatMap((attribution) => attribution.content.map(({ start, end }) => ({ start, end })))
    .sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && piece.start <= last.end) last.end = Math.max(last.end, piece.end);
    else merged.push(piece);
  }
  const overlap = (start: number, end: number): number => {
    const first = firstBehind(merged.length, (index) => merged[index]!.end <= start);
    let sum = 0;
    for (let k = first; k < merged.length && merged[k]!.start < end; k += 1)
      sum += Math.min(end, merged[k]!.end) - Math.max(start, merged[k]!.start);
    return sum;
  };
  return {
    isCovered: (start, end) => overlap(start, end) * 2 > end - start,
    touches: (start, end) => overlap(start, end) > 0,
  };
}

/** Of several attributions with the same content the surest stays. */
export function withoutDoubles(attributions: readonly Attribution[]): Attribution[] {
  const best = new Map<string, Attribution>();
  for (const attribution of attributions) {
    if (attribution.content.length === 0) continue;
    const key = attribution.content.map(({ start, end }) => `${start}-${end}`).join();
    const other = best.get(key);
    if (!other || other.confidence < attribution.confidence) best.set(key, attribution);
  }
  return [...best.values()];
}
