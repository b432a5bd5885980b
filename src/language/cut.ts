import { firstBehind } from './halving.js';
import type { NormalisedText } from './normalise.js';

/** Offsets in a text, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The text without some stretches of it, with the way back to the same original; linear in the length of the text.
 * @param ranges in the normalised text, in any order; they may overlap
 */
export function cutOut(source: NormalisedText, ranges: readonly TextRange[]): NormalisedText {
  const removed = joined(ranges);
  if (removed.length === 0) return source;
  const parts: string[] = [];
  /** Where in the new text each stretch is missing, and how much is missing up to there. */
  const cuts: number[] = [];
  const missing: number[] = [];
  let from = 0;
  let total = 0;
  for (const { start, end } of removed) {
    parts.push(source.text.slice(from, start));
    cuts.push(start - total);
    total += end - start;
    missing.push(total);
    from = end;
  }
  parts.push(source.text.slice(from));
  const before = (offset: number): number => {
    const index = firstBehind(cuts.length, (at) => cuts[at]! <= offset);
    return offset + (index > 0 ? missing[index - 1]! : 0);
  };
  return {
    original: source.original,
    text: parts.join(''),
    cuts,
    toOriginal(start, end) {
      if (start >= end) return source.toOriginal(before(start), before(start));
      return source.toOriginal(before(start), before(end - 1) + 1);
    },
  };
}

/** In order, those that touch made one. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) {
      if (range.end > last.end) result[result.length - 1] = { start: last.start, end: range.end };
    } else result.push(range);
  }
  return result;
}

/** A stretch of the text as the pieces between the cuts in it, without blanks at the cuts. */
export function piecesOf({ text, cuts }: NormalisedText, { start, end }: TextRange): TextRange[] {
  const first = firstBehind(cuts.length, (at) => cuts[at]! <= start);
  if (first === cuts.length || cuts[first]! >= end) return [{ start, end }];
  const pieces: TextRange[] = [];
  let from = start;
  for (let index = first; index <= cuts.length; index += 1) {
    const to = Math.min(cuts[index] ?? end, end);
    const piece = text.slice(from, to);
    if (/[\p{L}\p{N}]/u.test(piece)) {
      const trimmed = piece.trimStart();
      const begin = to - trimmed.length;
      pieces.push({ start: begin, end: begin + trimmed.trimEnd().length });
    }
    if (to >= end) break;
    from = to;
  }
  return pieces.length > 0 ? pieces : [{ start, end }];
}
