import { columnsOf, type Matrix } from './arithmetic.js';
import { Lstm, type LstmTrace } from './lstm.js';
import type { Parameters } from './parameters.js';

/** Two readers of a sentence, one from each end; a word's row holds the states of both. */
export class BidirectionalLstm {
  private readonly forwards: Lstm;
  private readonly backwards: Lstm;

  constructor(
    parameters: Parameters,
    name: string,
    inputs: number,
    private readonly units: number,
  ) {
    this.forwards = new Lstm(parameters, `${name}.forwards`, inputs, units, false);
    this.backwards = new Lstm(parameters, `${name}.backwards`, inputs, units, true);
  }

  /** As `Lstm.run`. */
  run(input: Matrix, out: Matrix): readonly [LstmTrace, LstmTrace] {
    const [first, second] = this.halves(out);
    return [this.forwards.run(input, first), this.backwards.run(input, second)];
  }

  /** As `Lstm.learn`. */
  learn(
    input: Matrix,
    out: Matrix,
    traces: readonly [LstmTrace, LstmTrace],
    change: Matrix,
    inputChange: Matrix,
  ): void {
    const [first, second] = this.halves(out);
    const [firstChange, secondChange] = this.halves(change);
    this.forwards.learn(input, first, traces[0], firstChange, inputChange);
    this.backwards.learn(input, second, traces[1], secondChange, inputChange);
  }

  private halves(matrix: Matrix): [Matrix, Matrix] {
    return [columnsOf(matrix, 0, this.units), columnsOf(matrix, this.units, 2 * this.units)];
  }
}
