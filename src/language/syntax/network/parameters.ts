import type { Arithmetic, Matrix, PackedMatrix } from './arithmetic.js';

/** Numbers that are learned. */
export interface Parameter {
  readonly name: string;
  readonly value: Matrix;
  /** How the loss changes with each; only while the network learns. */
  readonly gradient: Matrix | null;
  /** Whether rows of numbers are multiplied by it; a table or a bias is not. */
  readonly multiplied: boolean;
  /** The value in a form that is multiplied by faster; only where it was packed. */
  packed: PackedMatrix | null;
}

/** All parameters of a network, by name. */
export class Parameters {
  private readonly byName = new Map<string, Parameter>();

  /** @param learning Whether there are gradients. */
  constructor(
    readonly arithmetic: Arithmetic,
    readonly learning: boolean,
  ) {}

  /** A new parameter of zeros. */
  add(name: string, rows: number, columns: number, multiplied = false): Parameter {
    const value = this.arithmetic.take(rows, columns);
    const gradient = this.learning ? this.arithmetic.take(rows, columns) : null;
    const parameter = { name, value, gradient, multiplied, packed: null };
    this.byName.set(name, parameter);
    return parameter;
  }

  all(): Parameter[] {
    return [...this.byName.values()];
  }

  /** Packs those that rows of numbers are multiplied by, all but tables. What is learned afterwards does not show. */
  pack(): void {
    for (const parameter of this.byName.values())
      if (/\.(weights|input|state|hints)$/.test(parameter.name))
        parameter.packed = this.arithmetic.pack(parameter.value);
  }
}

/** out += left · parameter */
export function multiplyBy(arithmetic: Arithmetic, out: Matrix, left: Matrix, { value, packed }: Parameter): void {
  if (packed) arithmetic.multiplyPacked(out, left, packed);
  else arithmetic.multiply(out, left, value);
}

/** out[outRow] += left[leftRow] · parameter */
export function multiplyRowBy(
  arithmetic: Arithmetic,
  out: Matrix,
  outRow: number,
  left: Matrix,
  leftRow: number,
  { value, packed }: Parameter,
): void {
  if (packed) arithmetic.multiplyPackedRow(out, outRow, left, leftRow, packed);
  else arithmetic.multiplyRow(out, outRow, left, leftRow, value);
}
