import type { Matrix } from './arithmetic.js';
import type { Parameter, Parameters } from './parameters.js';
import { affixesOfWord, type WordCodes } from './word-codes.js';

/** Word vectors that are not learned here: `columns` bytes a word, row after row; row 0 is for words without one. */
export interface WordVectors {
  readonly columns: number;
  readonly values: Int8Array;
  /** What a value of 1 stands for. */
  readonly scale: number;
}

/** What a word is made of: its vector, a learned vector of a frequent word, and the sum of its affixes' learned vectors. */
export class Embeddings {
  readonly words: Parameter;
  readonly affixes: Parameter;
  readonly columns: number;

  constructor(
    parameters: Parameters,
    private readonly vectors: WordVectors,
    shape: { wordRows: number; wordColumns: number; affixRows: number; affixColumns: number },
  ) {
    this.words = parameters.add('words', shape.wordRows, shape.wordColumns);
    this.affixes = parameters.add('affixes', shape.affixRows, shape.affixColumns);
    this.columns = vectors.columns + shape.wordColumns + shape.affixColumns;
  }

  /** Writes a row a word to `out`, which holds zeros. */
  run(codes: WordCodes, out: Matrix): void {
    const { vectors } = this;
    const words = this.words.value;
    const affixes = this.affixes.value;
    for (let at = 0; at < codes.length; at++) {
      let to = at * out.step;
      const from = codes.vectors[at] * vectors.columns;
      for (let column = 0; column < vectors.columns; column++)
        out.values[to++] = vectors.scale * vectors.values[from + column];
      const word = codes.words[at] * words.columns;
      for (let column = 0; column < words.columns; column++) out.values[to++] = words.values[word + column];
      for (let which = 0; which < affixesOfWord; which++) {
        const affix = codes.affixes[at * affixesOfWord + which] * affixes.columns;
        for (let column = 0; column < affixes.columns; column++)
          out.values[to + column] += affixes.values[affix + column];
      }
    }
  }

  /** Adds to the gradients how the loss changes with what `run` wrote. */
  learn(codes: WordCodes, change: Matrix): void {
    const words = this.words.gradient!;
    const affixes = this.affixes.gradient!;
    for (let at = 0; at < codes.length; at++) {
      let from = at * change.step + this.vectors.columns;
      const word = codes.words[at] * words.columns;
      for (let column = 0; column < words.columns; column++) words.values[word + column] += change.values[from++];
      for (let which = 0; which < affixesOfWord; which++) {
        const affix = codes.affixes[at * affixesOfWord + which] * affixes.columns;
        for (let column = 0; column < affixes.columns; column++)
          affixes.values[affix + column] += change.values[from + column];
      }
    }
  }
}
