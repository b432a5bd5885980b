import { mostRows } from './arithmetic.js';
import type { WordVectors } from './embeddings.js';

/** The sizes of a network; columns and units in multiples of 4. */
export interface NetworkShape {
  readonly wordRows: number;
  readonly wordColumns: number;
  readonly affixRows: number;
  readonly affixColumns: number;
  /** Units of a reader in one direction. */
  readonly units: number;
  /** Columns that tell the second reader of the tags. */
  readonly hintColumns: number;
  readonly arcColumns: number;
  readonly relationColumns: number;
  readonly tags: number;
  readonly relations: number;
}

/** @throws RangeError when the arithmetic can't do the shape */
export function checkShape(shape: NetworkShape, { columns, values }: WordVectors): void {
  const { wordColumns, affixRows, affixColumns, units, hintColumns, arcColumns, relationColumns } = shape;
  const inputs = columns + wordColumns + affixColumns;
  const isRight =
    // Relations have two halves.
    [columns, wordColumns, affixColumns, units, hintColumns, arcColumns, relationColumns / 2].every(
      (count) => count > 0 && count % 4 === 0,
    ) &&
    Math.log2(affixRows) % 1 === 0 &&
    Math.max(inputs, 2 * units + hintColumns, arcColumns, relationColumns) <= mostRows &&
    shape.wordRows > 0 &&
    shape.tags > 0 &&
    shape.relations > 0 &&
    values.length >= columns &&
    values.length % columns === 0;
  if (!isRight)
    throw new RangeError(
      `A network can't have this shape: ${JSON.stringify({ ...shape, vectorColumns: columns })}. Columns and units come in multiples of 4, those of relations of 8, affix rows in powers of 2; at most ${mostRows} numbers of a word go into a layer, and there is a tag and a relation.`,
    );
}

/** How many numbers the parameters of a network have. */
export function countParameters(shape: NetworkShape, vectorColumns: number): number {
  const { wordRows, wordColumns, affixRows, affixColumns, units, hintColumns, arcColumns, relationColumns } = shape;
  const inputs = vectorColumns + wordColumns + affixColumns;
  const states = 2 * units;
  const tags = shape.tags + 3;
  return (
    wordRows * wordColumns +
    affixRows * affixColumns +
    8 * units * (inputs + units + 1 + states + hintColumns + units + 1) +
    tags * (inputs + states + 2 + hintColumns) +
    arcColumns * (2 * states + 4 + arcColumns) +
    relationColumns * (2 * states + 3) +
    (relationColumns + 1) * (shape.relations + 3)
  );
}

/** At least as many numbers as a sentence takes while it is read; twice as many while it is learned from. */
export function countStates(shape: NetworkShape, vectorColumns: number, words: number): number {
  const { wordColumns, affixColumns, units, hintColumns, arcColumns, relationColumns, tags, relations } = shape;
  const inputs = vectorColumns + wordColumns + affixColumns;
  const ofWord =
    inputs + 24 * units + 2 * hintColumns + 6 * arcColumns + 4 * relationColumns + 2 * tags + relations + 64;
  return (words + 4) * (words + ofWord);
}
