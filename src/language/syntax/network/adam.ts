import type { Parameter } from './parameters.js';

/**
 * Changes parameters by their gradients: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
 * Gradients that are longer all together than `longest` are shortened to it (R. Pascanu, T. Mikolov and Y. Bengio, "On the
 * difficulty of training recurrent neural networks", ICML 2013).
 */
export class Adam {
  private readonly means: Float32Array[];
  private readonly squares: Float32Array[];
  private steps = 0;

  constructor(
    private readonly parameters: readonly Parameter[],
    private readonly longest = 5,
    private readonly keepMean = 0.9,
    private readonly keepSquare = 0.98,
  ) {
    this.means = parameters.map(({ value }) => new Float32Array(value.values.length));
    this.squares = parameters.map(({ value }) => new Float32Array(value.values.length));
  }

  /** One step; gradients are 0 afterwards. @param scale What gradients are multiplied with first. */
  step(rate: number, scale: number): void {
    this.steps++;
    let length = 0;
    for (const { gradient } of this.parameters) length += squareSum(gradient!.values);
    length = Math.sqrt(length) * scale;
    const shortened = length > this.longest ? (scale * this.longest) / length : scale;
    const size = (rate * Math.sqrt(1 - this.keepSquare ** this.steps)) / (1 - this.keepMean ** this.steps);
    this.parameters.forEach(({ value, gradient }, number) => {
      this.update(value.values, gradient!.values, this.means[number], this.squares[number], size, shortened);
    });
  }

  private update(
    values: Float32Array,
    gradients: Float32Array,
    means: Float32Array,
    squares: Float32Array,
    size: number,
    scale: number,
  ): void {
    const { keepMean, keepSquare } = this;
    for (let at = 0; at < values.length; at++) {
      const gradient = gradients[at] * scale;
      gradients[at] = 0;
      const mean = (means[at] = keepMean * means[at] + (1 - keepMean) * gradient);
      const square = (squares[at] = keepSquare * squares[at] + (1 - keepSquare) * gradient * gradient);
      values[at] -= (size * mean) / (Math.sqrt(square) + 1e-8);
    }
  }
}

function squareSum(values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] * values[at];
  return sum;
}
