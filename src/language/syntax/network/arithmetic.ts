import { kernels } from './kernels.js';

/** Rows of numbers in the memory of an `Arithmetic`; element (row, column) is `values[row * step + column]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** From one row to the next, in numbers: more than `columns` where the matrix is a part of a wider one. */
  readonly step: number;
  readonly values: Float32Array;
}

/**
 * A matrix to multiply by, in whole numbers of 16 bits: half as many products of twice as many numbers. The numbers of two rows
 * stand side by side, column by column.
 */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly numbers: Int16Array;
  /** What a number of 1 stands for. */
  readonly scale: number;
}

/** Sums of 256 products of such numbers stay below 2³¹. */
const mostOfLeft = 4_095;
const mostOfRight = 2_047;
export const mostRows = 256;

const kernelNames = ['multiply', 'multiplyTransposed', 'multiplyPacked', 'pack', 'bend', 'step'] as const;
type KernelName = (typeof kernelNames)[number];
type Kernel = (...numbers: number[]) => void;

/**
 * Matrices of 32-bit floats in a memory of WebAssembly, where four products are made at a time: about six times as fast as
 * the same loops in JavaScript (docs/decisions/syntax.md). Columns that are summed over or written come in multiples of 4.
 */
export class Arithmetic {
  private readonly floats: Float32Array;
  private readonly kernel: Readonly<Record<KernelName, Kernel>>;
  private used = 0;

  /**
   * @param capacity How many numbers all matrices that live at the same time have.
   * @throws Error when this machine's WebAssembly can't take four numbers at a time, or writes them in another order
   */
  constructor(capacity: number) {
    if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1)
      throw new Error('This machine writes the highest byte of a number first, which the network cannot read.');
    const memory = new WebAssembly.Memory({ initial: Math.ceil((capacity * 4) / 65_536) });
    this.floats = new Float32Array(memory.buffer);
    const module = new WebAssembly.Module(Buffer.from(kernels, 'base64'));
    const { exports } = new WebAssembly.Instance(module, { memory: { floats: memory } });
    this.kernel = Object.fromEntries(kernelNames.map((name) => [name, exports[name]])) as Record<KernelName, Kernel>;
  }

  /** How much is taken, for `release`. */
  get mark(): number {
    return this.used;
  }

  /** Gives back all matrices that were taken since the mark. */
  release(mark: number): void {
    this.used = mark;
  }

  /**
   * A new matrix of zeros.
   * @throws RangeError when the memory holds no more
   */
  take(rows: number, columns: number): Matrix {
    const at = this.used;
    const end = at + rows * columns;
    if (end > this.floats.length) throw new RangeError('The memory of the network is too small.');
    this.used = (end + 3) & ~3;
    return { rows, columns, step: columns, values: this.floats.subarray(at, end).fill(0) };
  }

  /** out += left · right */
  multiply(out: Matrix, left: Matrix, right: Matrix): void {
    this.kernel.multiply(
      out.values.byteOffset,
      left.values.byteOffset,
      right.values.byteOffset,
      left.rows,
      left.columns,
      right.columns,
      4 * out.step,
      4 * left.step,
      4,
      4 * right.step,
    );
  }

  /** Replaces the numbers of a matrix without gaps by their hyperbolic tangents. */
  bend({ values }: Matrix): void {
    this.kernel.bend(values.byteOffset, values.length);
  }

  /**
   * A word of a long short-term memory (lstm.ts): activates its row of `gates`, writes its rows of `cells` and `out`.
   * @param before the row of the word before it; below 0 where there is none
   */
  step(gates: Matrix, cells: Matrix, out: Matrix, row: number, before: number): void {
    this.kernel.step(
      gates.values.byteOffset + 4 * row * gates.step,
      cells.columns,
      before < 0 ? -1 : cells.values.byteOffset + 4 * before * cells.step,
      cells.values.byteOffset + 4 * row * cells.step,
      out.values.byteOffset + 4 * row * out.step,
    );
  }

  /**
   * One row: out[outRow] += left[leftRow] · right. Views of rows would cost more than the sums do, and calls that rows and whole
   * matrices share made reading a sixth slower (19,300 words a second instead of 23,200, three runs each, in turn).
   */
  multiplyRow(out: Matrix, outRow: number, left: Matrix, leftRow: number, right: Matrix): void {
    this.kernel.multiply(
      out.values.byteOffset + 4 * outRow * out.step,
      left.values.byteOffset + 4 * leftRow * left.step,
      right.values.byteOffset,
      1,
      left.columns,
      right.columns,
      4 * out.step,
      4 * left.step,
      4,
      4 * right.step,
    );
  }

  /** One row: out[outRow] += left[leftRow] · rightᵀ; the rows of `right` come in multiples of 4. */
  multiplyRowTransposed(out: Matrix, outRow: number, left: Matrix, leftRow: number, right: Matrix): void {
    this.kernel.multiplyTransposed(
      out.values.byteOffset + 4 * outRow * out.step,
      left.values.byteOffset + 4 * leftRow * left.step,
      right.values.byteOffset,
      1,
      left.columns,
      right.rows,
      4 * out.step,
      4 * left.step,
      4 * right.step,
    );
  }

  /** out += leftᵀ · right */
  multiplyFlipped(out: Matrix, left: Matrix, right: Matrix): void {
    this.kernel.multiply(
      out.values.byteOffset,
      left.values.byteOffset,
      right.values.byteOffset,
      left.columns,
      left.rows,
      right.columns,
      4 * out.step,
      4,
      4 * left.step,
      4 * right.step,
    );
  }

  /**
   * Packs a matrix, rounding its numbers to 1/2,047 of the largest.
   * @throws RangeError when it has more than 256 rows, or an odd number of them
   */
  pack({ rows, columns, step, values }: Matrix): PackedMatrix {
    if (rows > mostRows || rows % 2 !== 0) throw new RangeError(`A matrix of ${rows} rows can't be packed.`);
    const space = this.take(rows / 2, columns).values;
    const numbers = new Int16Array(space.buffer, space.byteOffset, rows * columns);
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-20);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        numbers[(row >> 1) * 2 * columns + 2 * column + (row & 1)] = Math.round(
          (values[row * step + column] / largest) * mostOfRight,
        );
    return { rows, columns, numbers, scale: largest / mostOfRight };
  }

  /** out += left · right, the numbers of each row of `left` rounded to 1/4,095 of its largest. */
  multiplyPacked(out: Matrix, left: Matrix, right: PackedMatrix): void {
    this.multiplyPackedRows(out, 0, left, 0, left.rows, right);
  }

  /** One row: out[outRow] += left[leftRow] · right, rounded like that. */
  multiplyPackedRow(out: Matrix, outRow: number, left: Matrix, leftRow: number, right: PackedMatrix): void {
    this.multiplyPackedRows(out, outRow, left, leftRow, 1, right);
  }

  private multiplyPackedRows(
    out: Matrix,
    outRow: number,
    left: Matrix,
    leftRow: number,
    rows: number,
    right: PackedMatrix,
  ): void {
    if (rows === 0) return;
    // Behind what is taken: nothing else is written before this is done.
    const scales = 4 * this.used;
    const numbers = scales + 4 * ((rows + 3) & ~3);
    if (numbers + 2 * rows * left.columns > 4 * this.floats.length)
      throw new RangeError('The memory of the network is too small.');
    const leftStep = 4 * left.step;
    const leftAt = left.values.byteOffset + leftRow * leftStep;
    this.kernel.pack(numbers, scales, leftAt, rows, left.columns, leftStep, mostOfLeft);
    const outStep = 4 * out.step;
    this.kernel.multiplyPacked(
      out.values.byteOffset + outRow * outStep,
      numbers,
      right.numbers.byteOffset,
      rows,
      left.columns / 2,
      right.columns,
      outStep,
      4 * right.columns,
      scales,
      right.scale,
    );
  }

  /** out += left · rightᵀ; the rows of `right` come in multiples of 4. */
  multiplyTransposed(out: Matrix, left: Matrix, right: Matrix): void {
    this.kernel.multiplyTransposed(
      out.values.byteOffset,
      left.values.byteOffset,
      right.values.byteOffset,
      left.rows,
      left.columns,
      right.rows,
      4 * out.step,
      4 * left.step,
      4 * right.step,
    );
  }
}

/** Rows `from` to `to` (exclusive) of a matrix, sharing its numbers. */
export function rowsOf(matrix: Matrix, from: number, to: number): Matrix {
  const { step, columns } = matrix;
  const end = to > from ? (to - 1) * step + columns : from * step;
  return { rows: to - from, columns, step, values: matrix.values.subarray(from * step, end) };
}

/** Columns `from` to `to` (exclusive) of a matrix, sharing its numbers. */
export function columnsOf(matrix: Matrix, from: number, to: number): Matrix {
  const { rows, step } = matrix;
  return { rows, columns: to - from, step, values: matrix.values.subarray(from, (rows - 1) * step + to) };
}

/** Adds a row of numbers to each row of a matrix. */
export function addToRows(matrix: Matrix, row: Matrix): void {
  const { values, step, columns } = matrix;
  for (let at = 0; at < matrix.rows; at++)
    for (let column = 0; column < columns; column++) values[at * step + column] += row.values[column];
}

/** Adds the sum of a matrix's rows to a row. */
export function sumRows(row: Matrix, matrix: Matrix): void {
  const { values, step, columns } = matrix;
  for (let at = 0; at < matrix.rows; at++)
    for (let column = 0; column < columns; column++) row.values[column] += values[at * step + column];
}
