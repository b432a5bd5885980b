import { softmax, tanh } from './activations.js';
import { rowsOf, sumRows, type Arithmetic, type Matrix } from './arithmetic.js';
import { Linear } from './linear.js';
import type { Parameter, Parameters } from './parameters.js';

interface RelationTrace {
  readonly dependents: Matrix;
  /** The root in row 0, then the words. */
  readonly heads: Matrix;
  /** A row a word: what its arc is like. */
  readonly pairs: Matrix;
  /** A row a word, a column a relation. */
  readonly scores: Matrix;
}

/**
 * Scores the relations of arcs that are known, from the states of both ends: half the columns of an arc are the bent sums of
 * both ends' numbers, half their products.
 */
export class RelationScorer {
  private readonly arithmetic: Arithmetic;
  private readonly dependent: Linear;
  private readonly head: Linear;
  private readonly root: Parameter;
  private readonly out: Linear;

  constructor(
    parameters: Parameters,
    inputs: number,
    private readonly columns: number,
    private readonly relations: number,
  ) {
    this.arithmetic = parameters.arithmetic;
    this.dependent = new Linear(parameters, 'relations.dependent', inputs, columns);
    this.head = new Linear(parameters, 'relations.head', inputs, columns);
    this.root = parameters.add('relations.root', 1, columns);
    this.out = new Linear(parameters, 'relations.out', columns, (relations + 3) & ~3);
  }

  /** @param heads By word from 0 its head from 1, 0 for the root. */
  run(states: Matrix, heads: ArrayLike<number>): RelationTrace {
    const { arithmetic, columns } = this;
    const length = states.rows;
    const dependents = this.dependent.run(states);
    const headRows = arithmetic.take(length + 1, columns);
    headRows.values.set(this.root.value.values);
    this.head.runInto(states, rowsOf(headRows, 1, length + 1));
    const pairs = arithmetic.take(length, columns);
    for (let word = 0; word < length; word++) {
      const to = word * columns;
      const from = heads[word] * columns;
      for (let column = 0; column < columns / 2; column++)
        pairs.values[to + column] = tanh(dependents.values[to + column] + headRows.values[from + column]);
      for (let column = columns / 2; column < columns; column++)
        pairs.values[to + column] = dependents.values[to + column] * headRows.values[from + column];
    }
    return { dependents, heads: headRows, pairs, scores: this.out.run(pairs) };
  }

  /** Adds to the gradients for a cross-entropy of the relations, places in their list. @returns the loss, in nats */
  learn(
    states: Matrix,
    { dependents, heads: headRows, pairs, scores }: RelationTrace,
    heads: ArrayLike<number>,
    gold: ArrayLike<number>,
    stateChange: Matrix,
  ): number {
    const { arithmetic, columns } = this;
    const length = states.rows;
    const loss = crossEntropy(scores, gold, this.relations);
    const change = arithmetic.take(length, columns);
    this.out.learn(pairs, scores, change);
    const headChange = arithmetic.take(length + 1, columns);
    for (let word = 0; word < length; word++) {
      const at = word * columns;
      const from = heads[word] * columns;
      for (let column = 0; column < columns / 2; column++) {
        change.values[at + column] *= 1 - pairs.values[at + column] ** 2;
        headChange.values[from + column] += change.values[at + column];
      }
      for (let column = columns / 2; column < columns; column++) {
        headChange.values[from + column] += change.values[at + column] * dependents.values[at + column];
        change.values[at + column] *= headRows.values[from + column];
      }
    }
    this.dependent.learn(states, change, stateChange);
    sumRows(this.root.gradient!, rowsOf(headChange, 0, 1));
    this.head.learn(states, rowsOf(headChange, 1, length + 1), stateChange);
    return loss;
  }
}

/** Replaces scores by how the loss changes with them. @returns the loss */
function crossEntropy(scores: Matrix, gold: ArrayLike<number>, classes: number): number {
  let loss = 0;
  for (let row = 0; row < scores.rows; row++) {
    const at = row * scores.step;
    const goldScore = scores.values[at + gold[row]];
    loss += softmax(scores.values, at, at + classes) - goldScore;
    scores.values[at + gold[row]] -= 1;
    scores.values.fill(0, at + classes, at + scores.columns);
  }
  return loss;
}
