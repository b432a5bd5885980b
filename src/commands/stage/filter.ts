import { isParallaxError, ParallaxError } from '../../errors.js';

/** One JSON object per line, in or out. */
export type Row = Record<string, unknown>;

/** A line of input: an object, or the error that reading it gave. */
export type Input = { readonly row: Row } | { readonly id: unknown; readonly error: ParallaxError };

/** Is told of what failed on our side, whole. */
export type Report = (error: unknown) => void;

/** A stage as a filter: reads rows, answers rows with the same `id`, in any order. */
export type Filter = (inputs: AsyncIterable<Input>, report?: Report) => AsyncIterable<Row>;

/** Where nobody listens, what failed on our side ends the run. */
export const raise: Report = (error) => {
  throw error;
};

const ours = { code: 'INTERNAL_SERVER_ERROR', message: 'It failed on our side; standard error says why.' };

/** Whatever one row does answers on its own line, and the run goes on. */
export function errorRow(id: unknown, error: unknown, report: Report): Row {
  if (isParallaxError(error)) return { id: id ?? null, error: { code: error.code, message: error.message } };
  report(error);
  return { id: id ?? null, error: ours };
}

/** A filter that treats each row alone. */
export function eachRow(answer: (row: Row) => Row | Promise<Row>): Filter {
  return async function* filter(inputs, report = raise) {
    for await (const input of inputs) {
      if ('error' in input) {
        yield errorRow(input.id, input.error, report);
        continue;
      }
      try {
        yield { id: input.row.id ?? null, ...(await answer(input.row)) };
      } catch (error) {
        yield errorRow(input.row.id, error, report);
      }
    }
  };
}

/**
 * A string field of a row.
 * @throws ParallaxError BAD_USER_INPUT when it is there but is not a string.
 */
export function optionalString(row: Row, field: string): string | null {
  const value = row[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new ParallaxError('BAD_USER_INPUT', `The field "${field}" must be a string.`);
  return value;
}

/**
 * A string field that must be there.
 * @throws ParallaxError BAD_USER_INPUT
 */
export function requiredString(row: Row, field: string): string {
  const value = optionalString(row, field);
  if (value === null) throw new ParallaxError('BAD_USER_INPUT', `The field "${field}" is missing.`);
  return value;
}
