import { RandomNumbers } from '../../../../src/language/syntax/learning/random.js';
import { Arithmetic, columnsOf, rowsOf, type Matrix } from '../../../../src/language/syntax/network/arithmetic.js';
import { kernels } from '../../../../src/language/syntax/network/kernels.js';

const { compileKernels } = jest.requireActual<{ compileKernels(): Promise<string> }>('../../../../scripts/kernels.js');

test('the compiled kernels are those of their source', async () => {
  expect(await compileKernels()).toBe(kernels);
});

const at = (matrix: Matrix, row: number, column: number): number => matrix.values[row * matrix.step + column];

function rowsOfMatrix(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, row) =>
    Array.from({ length: matrix.columns }, (_, column) => at(matrix, row, column)),
  );
}

describe('products', () => {
  const random = new RandomNumbers(3);
  const filled = (arithmetic: Arithmetic, rows: number, columns: number): Matrix => {
    const matrix = arithmetic.take(rows, columns);
    for (let each = 0; each < matrix.values.length; each++) matrix.values[each] = random.next() - 0.5;
    return matrix;
  };
  const ofFour = (most: number): number => 4 * (1 + random.below(most));

  it.each(['multiply', 'multiplyFlipped', 'multiplyTransposed'] as const)(
    '%s as sums of products do, also on parts of wider matrices, and adds them to what was there',
    (kind) => {
      for (let round = 0; round < 60; round++) {
        const arithmetic = new Arithmetic(20_000);
        const [rows, inner, columns] = [1 + random.below(9), ofFour(6), ofFour(12)];
        const [leftRows, leftColumns] = kind === 'multiplyFlipped' ? [inner, rows] : [rows, inner];
        const [rightRows, rightColumns] = kind === 'multiplyTransposed' ? [columns, inner] : [inner, columns];
        const left = columnsOf(filled(arithmetic, leftRows, leftColumns + 4), 4, leftColumns + 4);
        const right = rowsOf(
          columnsOf(filled(arithmetic, rightRows + 1, rightColumns + 8), 0, rightColumns),
          1,
          rightRows + 1,
        );
        const wide = filled(arithmetic, rows, columns + 8);
        const out = columnsOf(wide, 4, columns + 4);
        const besides = rowsOfMatrix(wide).map((numbers) => [...numbers.slice(0, 4), ...numbers.slice(columns + 4)]);
        const after = filled(arithmetic, 1, 16).values;
        const kept = after.slice();
        const expected = rowsOfMatrix(out).map((numbers, row) =>
          numbers.map((number, column) => {
            let sum = number;
            for (let k = 0; k < inner; k++)
              sum +=
                (kind === 'multiplyFlipped' ? at(left, k, row) : at(left, row, k)) *
                (kind === 'multiplyTransposed' ? at(right, column, k) : at(right, k, column));
            return sum;
          }),
        );
        arithmetic[kind](out, left, right);
        rowsOfMatrix(out).forEach((numbers, row) =>
          numbers.forEach((number, column) => expect(number).toBeCloseTo(expected[row][column], 4)),
        );
        expect(rowsOfMatrix(wide).map((numbers) => [...numbers.slice(0, 4), ...numbers.slice(columns + 4)])).toEqual(
          besides,
        );
        expect(after).toEqual(kept);
      }
    },
  );

  it('of packed matrices are those of the matrices, up to their rounding, also of one row', () => {
    for (let round = 0; round < 60; round++) {
      const arithmetic = new Arithmetic(40_000);
      const [rows, inner, columns] = [1 + random.below(9), ofFour(20), ofFour(12)];
      const left = columnsOf(filled(arithmetic, rows, inner + 4), 4, inner + 4);
      const right = filled(arithmetic, inner, columns);
      const packed = arithmetic.pack(right);
      const exact = arithmetic.take(rows, columns);
      arithmetic.multiply(exact, left, right);
      const out = columnsOf(arithmetic.take(rows, columns + 4), 0, columns);
      arithmetic.multiplyPacked(out, left, packed);
      const ofRow = arithmetic.take(rows, columns);
      for (let row = 0; row < rows; row++) arithmetic.multiplyPackedRow(ofRow, row, left, row, packed);
      // Numbers up to 0.5 are rounded by at most 0.5 / 4,095 and 0.5 / 2,047 of that.
      const bound = inner * 0.5 * 0.5 * (0.5 / 2_047 + 0.5 / 4_095) * 1.1;
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          expect(Math.abs(at(out, row, column) - at(exact, row, column))).toBeLessThan(bound);
          expect(at(ofRow, row, column)).toBe(at(out, row, column));
        }
    }
  });

  it('of packed matrices at their limits do not overflow; larger ones are refused', () => {
    const arithmetic = new Arithmetic(40_000);
    const ones = (rows: number, columns: number): Matrix => {
      const matrix = arithmetic.take(rows, columns);
      matrix.values.fill(1);
      return matrix;
    };
    const out = arithmetic.take(2, 20);
    arithmetic.multiplyPacked(out, ones(2, 256), arithmetic.pack(ones(256, 20)));
    out.values.forEach((value) => expect(value).toBeCloseTo(256, 1));
    expect(() => arithmetic.pack(ones(260, 4))).toThrow(RangeError);
    expect(() => arithmetic.pack(ones(3, 4))).toThrow(RangeError);
  });

  it('of one row are those of the whole, row by row', () => {
    const arithmetic = new Arithmetic(2_000);
    const [left, right, flat] = [filled(arithmetic, 5, 8), filled(arithmetic, 8, 20), filled(arithmetic, 20, 8)];
    const [whole, byRow] = [arithmetic.take(5, 20), arithmetic.take(5, 20)];
    arithmetic.multiply(whole, left, right);
    arithmetic.multiplyTransposed(whole, left, flat);
    for (let row = 0; row < 5; row++) {
      arithmetic.multiplyRow(byRow, row, left, row, right);
      arithmetic.multiplyRowTransposed(byRow, row, left, row, flat);
    }
    expect(byRow.values).toEqual(whole.values);
  });
});

test('numbers are bent as by Math.tanh', () => {
  const arithmetic = new Arithmetic(400);
  const matrix = arithmetic.take(1, 200);
  for (let each = 0; each < 200; each++) matrix.values[each] = (each - 100) / 8;
  const before = matrix.values.slice();
  arithmetic.bend(matrix);
  matrix.values.forEach((value, each) => expect(value).toBeCloseTo(Math.tanh(before[each]), 5));
});

test('a word of a long short-term memory is what its equations say', () => {
  const random = new RandomNumbers(9);
  const arithmetic = new Arithmetic(2_000);
  const units = 8;
  const [gates, cells, out] = [arithmetic.take(2, 4 * units), arithmetic.take(2, units), arithmetic.take(2, 20)];
  for (let each = 0; each < gates.values.length; each++) gates.values[each] = 4 * random.next() - 2;
  const into = gates.values.slice();
  arithmetic.step(gates, cells, out, 0, -1);
  arithmetic.step(gates, cells, out, 1, 0);
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  for (let unit = 0; unit < units; unit++) {
    let cell = 0;
    for (let row = 0; row < 2; row++) {
      const of = (gate: number): number => into[row * 4 * units + gate * units + unit];
      cell = sigmoid(of(1)) * cell + sigmoid(of(0)) * Math.tanh(of(3));
      expect(cells.values[row * units + unit]).toBeCloseTo(cell, 4);
      expect(out.values[row * out.step + unit]).toBeCloseTo(sigmoid(of(2)) * Math.tanh(cell), 4);
    }
  }
});

test('a memory that is full says so, and holds as much again when it is given back', () => {
  const arithmetic = new Arithmetic(16_000);
  const mark = arithmetic.mark;
  const matrix = arithmetic.take(100, 160);
  matrix.values.fill(1);
  expect(() => arithmetic.take(1_000, 1_000)).toThrow(RangeError);
  arithmetic.release(mark);
  expect(arithmetic.take(100, 160).values.every((value) => value === 0)).toBe(true);
});
