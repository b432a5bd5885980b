import { softmax } from './activations.js';
import { rowsOf, sumRows, type Arithmetic, type Matrix } from './arithmetic.js';
import { Linear } from './linear.js';
import type { Parameter, Parameters } from './parameters.js';

interface ArcTrace {
  readonly dependents: Matrix;
  /** The root in row 0, then the words; filled up with rows of zeros. */
  readonly heads: Matrix;
  readonly questions: Matrix;
  /** A row a word; column h is the score of the arc from h, the root at 0. */
  readonly scores: Matrix;
}

/**
 * Scores every word as the head of every other: the biaffine attention of T. Dozat and C. Manning, "Deep biaffine
 * attention for neural dependency parsing", ICLR 2017.
 */
export class ArcScorer {
  private readonly arithmetic: Arithmetic;
  private readonly dependent: Linear;
  private readonly head: Linear;
  private readonly root: Parameter;
  private readonly between: Linear;

  constructor(
    parameters: Parameters,
    inputs: number,
    private readonly columns: number,
  ) {
    this.arithmetic = parameters.arithmetic;
    this.dependent = new Linear(parameters, 'arcs.dependent', inputs, columns);
    this.head = new Linear(parameters, 'arcs.head', inputs, columns);
    this.root = parameters.add('arcs.root', 1, columns);
    this.between = new Linear(parameters, 'arcs.between', columns, columns);
  }

  run(states: Matrix): ArcTrace {
    const { arithmetic } = this;
    const length = states.rows;
    const dependents = this.dependent.run(states);
    arithmetic.bend(dependents);
    const heads = arithmetic.take((length + 4) & ~3, this.columns);
    heads.values.set(this.root.value.values);
    const words = rowsOf(heads, 1, length + 1);
    this.head.runInto(states, words);
    arithmetic.bend(words);
    const questions = this.between.run(dependents);
    const scores = arithmetic.take(length, heads.rows);
    arithmetic.multiplyTransposed(scores, questions, heads);
    return { dependents, heads, questions, scores };
  }

  /**
   * Adds to the gradients for a cross-entropy of the heads.
   *
   * @param goldHeads By word from 0 its head from 1, 0 for the root.
   * @returns the loss, in nats
   */
  learn(states: Matrix, trace: ArcTrace, goldHeads: ArrayLike<number>, stateChange: Matrix): number {
    const { arithmetic, columns } = this;
    const { dependents, heads, questions, scores } = trace;
    const length = states.rows;
    let loss = 0;
    for (let word = 0; word < length; word++) {
      const row = word * scores.step;
      const gold = row + goldHeads[word];
      scores.values[row + word + 1] = -1e9;
      const goldScore = scores.values[gold];
      loss += softmax(scores.values, row, row + length + 1) - goldScore;
      scores.values[gold] -= 1;
      scores.values.fill(0, row + length + 1, row + scores.columns);
    }
    const questionChange = arithmetic.take(length, columns);
    arithmetic.multiply(questionChange, scores, heads);
    const headChange = arithmetic.take(heads.rows, columns);
    arithmetic.multiplyFlipped(headChange, scores, questions);
    const dependentChange = arithmetic.take(length, columns);
    this.between.learn(dependents, questionChange, dependentChange);
    this.dependent.learn(states, unbend(dependentChange, dependents), stateChange);
    sumRows(this.root.gradient!, rowsOf(headChange, 0, 1));
    this.head.learn(states, unbend(rowsOf(headChange, 1, length + 1), rowsOf(heads, 1, length + 1)), stateChange);
    return loss;
  }
}

/** How a loss changes before `bend`, in place, from how it changes after it. */
function unbend(change: Matrix, bent: Matrix): Matrix {
  for (let at = 0; at < change.values.length; at++) change.values[at] *= 1 - bent.values[at] * bent.values[at];
  return change;
}
