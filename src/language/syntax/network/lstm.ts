import { tanh } from './activations.js';
import { addToRows, rowsOf, sumRows, type Arithmetic, type Matrix } from './arithmetic.js';
import { multiplyBy, multiplyRowBy, type Parameter, type Parameters } from './parameters.js';

/** What a run leaves for learning from it. */
export interface LstmTrace {
  /** A row a word: input, forget and output gate and what is proposed to be kept, after their activations. */
  readonly gates: Matrix;
  readonly cells: Matrix;
}

/**
 * Long short-term memory over the words of a sentence, in one direction: S. Hochreiter and J. Schmidhuber, "Long
 * short-term memory", Neural Computation 9(8), 1997, with the forget gate of F. Gers, J. Schmidhuber and F. Cummins,
 * "Learning to forget", Neural Computation 12(10), 2000.
 */
export class Lstm {
  private readonly arithmetic: Arithmetic;
  readonly fromInput: Parameter;
  readonly fromState: Parameter;
  readonly bias: Parameter;

  constructor(
    parameters: Parameters,
    name: string,
    inputs: number,
    private readonly units: number,
    private readonly backwards: boolean,
  ) {
    this.arithmetic = parameters.arithmetic;
    this.fromInput = parameters.add(`${name}.input`, inputs, 4 * units, true);
    this.fromState = parameters.add(`${name}.state`, units, 4 * units, true);
    this.bias = parameters.add(`${name}.bias`, 1, 4 * units);
  }

  /** Reads `input`, a row a word, and writes a row of states a word to `out`, which holds zeros. */
  run(input: Matrix, out: Matrix): LstmTrace {
    const { arithmetic, units } = this;
    const length = input.rows;
    const gates = arithmetic.take(length, 4 * units);
    const cells = arithmetic.take(length, units);
    addToRows(gates, this.bias.value);
    multiplyBy(arithmetic, gates, input, this.fromInput);
    let before = -1;
    for (let step = 0; step < length; step++) {
      const at = this.backwards ? length - 1 - step : step;
      if (before >= 0) multiplyRowBy(arithmetic, gates, at, out, before, this.fromState);
      arithmetic.step(gates, cells, out, at, before);
      before = at;
    }
    return { gates, cells };
  }

  /**
   * Adds to the gradients what a run tells, by backpropagation through time.
   *
   * @param change How the loss changes with `out`; it is changed here.
   * @param inputChange Where it is added how the loss changes with `input`.
   */
  learn(input: Matrix, out: Matrix, { gates, cells }: LstmTrace, change: Matrix, inputChange: Matrix): void {
    const { arithmetic, units } = this;
    const length = input.rows;
    const cellChange = new Float32Array(units);
    for (let step = length - 1; step >= 0; step--) {
      const at = this.backwards ? length - 1 - step : step;
      const before = step === 0 ? -1 : this.backwards ? at + 1 : at - 1;
      this.stepBack(gates.values, cells.values, change, cellChange, at, before);
      if (before >= 0) arithmetic.multiplyRowTransposed(change, before, gates, at, this.fromState.value);
    }
    // From here on `gates` holds how the loss changes with the gates before their activations.
    arithmetic.multiplyFlipped(this.fromInput.gradient!, input, gates);
    if (length > 1) {
      const [earlier, later] = [
        [0, length - 1],
        [1, length],
      ];
      const [states, next] = this.backwards ? [later, earlier] : [earlier, later];
      arithmetic.multiplyFlipped(
        this.fromState.gradient!,
        rowsOf(out, states[0], states[1]),
        rowsOf(gates, next[0], next[1]),
      );
    }
    sumRows(this.bias.gradient!, gates);
    arithmetic.multiplyTransposed(inputChange, gates, this.fromInput.value);
  }

  /** Replaces the gates of a word by how the loss changes with them before their activations. */
  private stepBack(
    gates: Float32Array,
    cells: Float32Array,
    change: Matrix,
    cellChange: Float32Array,
    at: number,
    before: number,
  ): void {
    const { units } = this;
    const row = at * 4 * units;
    for (let unit = 0; unit < units; unit++) {
      const input = gates[row + unit];
      const forget = gates[row + units + unit];
      const output = gates[row + 2 * units + unit];
      const proposed = gates[row + 3 * units + unit];
      const bent = tanh(cells[at * units + unit]);
      const outChange = change.values[at * change.step + unit];
      const here = cellChange[unit] + outChange * output * (1 - bent * bent);
      const kept = before < 0 ? 0 : cells[before * units + unit];
      gates[row + unit] = here * proposed * input * (1 - input);
      gates[row + units + unit] = here * kept * forget * (1 - forget);
      gates[row + 2 * units + unit] = outChange * bent * output * (1 - output);
      gates[row + 3 * units + unit] = here * input * (1 - proposed * proposed);
      cellChange[unit] = here * forget;
    }
  }
}
