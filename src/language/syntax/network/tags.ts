import { softmax } from './activations.js';
import { type Arithmetic, type Matrix } from './arithmetic.js';
import { Linear } from './linear.js';
import { multiplyBy, type Parameter, type Parameters } from './parameters.js';

interface TagTrace {
  /** A row a word, a column a tag: how likely each is, all together 1; columns that are no tag hold 0. */
  readonly shares: Matrix;
}

/**
 * How likely each tag is for each word, from the word itself and from what was read around it; and a row of numbers a
 * word that tells those after it which tags are likely (the mean of the tags' learned rows).
 */
export class TagScorer {
  private readonly arithmetic: Arithmetic;
  private readonly fromWord: Linear;
  private readonly fromState: Linear;
  private readonly hints: Parameter;

  constructor(
    parameters: Parameters,
    wordColumns: number,
    stateColumns: number,
    private readonly tags: number,
    hintColumns: number,
  ) {
    this.arithmetic = parameters.arithmetic;
    const columns = (tags + 3) & ~3;
    this.fromWord = new Linear(parameters, 'tags.word', wordColumns, columns);
    this.fromState = new Linear(parameters, 'tags.state', stateColumns, columns);
    this.hints = parameters.add('tags.hints', columns, hintColumns, true);
  }

  /** @param hints Where the hints are written, which holds zeros. */
  run(words: Matrix, states: Matrix, hints: Matrix): TagTrace {
    const shares = this.fromWord.run(words);
    this.fromState.runInto(states, shares);
    for (let row = 0; row < shares.rows; row++) {
      const at = row * shares.step;
      softmax(shares.values, at, at + this.tags);
      shares.values.fill(0, at + this.tags, at + shares.columns);
    }
    multiplyBy(this.arithmetic, hints, shares, this.hints);
    return { shares };
  }

  /**
   * Adds to the gradients for a cross-entropy of the tags and for what the hints did.
   *
   * @param gold Places in the list of tags; below 0 for one that is not in it.
   * @returns the loss, in nats
   */
  learn(
    words: Matrix,
    states: Matrix,
    { shares }: TagTrace,
    gold: ArrayLike<number>,
    hintChange: Matrix,
    wordChange: Matrix,
    stateChange: Matrix,
  ): number {
    this.arithmetic.multiplyFlipped(this.hints.gradient!, shares, hintChange);
    const change = this.arithmetic.take(shares.rows, shares.columns);
    this.arithmetic.multiplyTransposed(change, hintChange, this.hints.value);
    let loss = 0;
    for (let row = 0; row < shares.rows; row++) {
      const at = row * shares.step;
      let mean = 0;
      for (let tag = 0; tag < this.tags; tag++) mean += shares.values[at + tag] * change.values[at + tag];
      for (let tag = 0; tag < shares.columns; tag++) {
        const share = shares.values[at + tag];
        change.values[at + tag] = share * (change.values[at + tag] - mean) + (gold[row] < 0 ? 0 : share);
      }
      if (gold[row] < 0) continue;
      loss -= Math.log(Math.max(1e-12, shares.values[at + gold[row]]));
      change.values[at + gold[row]] -= 1;
    }
    this.fromWord.learn(words, change, wordChange);
    this.fromState.learn(states, change, stateChange);
    return loss;
  }
}
