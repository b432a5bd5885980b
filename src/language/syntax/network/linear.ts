import { addToRows, sumRows, type Arithmetic, type Matrix } from './arithmetic.js';
import { multiplyBy, type Parameter, type Parameters } from './parameters.js';

/** out = input · weights + bias, a row a word. */
export class Linear {
  private readonly arithmetic: Arithmetic;
  readonly weights: Parameter;
  readonly bias: Parameter;

  constructor(
    parameters: Parameters,
    name: string,
    inputs: number,
    private readonly outputs: number,
  ) {
    this.arithmetic = parameters.arithmetic;
    this.weights = parameters.add(`${name}.weights`, inputs, outputs, true);
    this.bias = parameters.add(`${name}.bias`, 1, outputs);
  }

  run(input: Matrix): Matrix {
    const out = this.arithmetic.take(input.rows, this.outputs);
    this.runInto(input, out);
    return out;
  }

  /** Adds its outputs to those of others. */
  runInto(input: Matrix, out: Matrix): void {
    addToRows(out, this.bias.value);
    multiplyBy(this.arithmetic, out, input, this.weights);
  }

  /** Adds to the gradients; `change` is how the loss changes with `out`, `inputChange` with `input`. */
  learn(input: Matrix, change: Matrix, inputChange: Matrix): void {
    this.arithmetic.multiplyFlipped(this.weights.gradient!, input, change);
    sumRows(this.bias.gradient!, change);
    this.arithmetic.multiplyTransposed(inputChange, change, this.weights.value);
  }
}
