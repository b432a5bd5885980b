import type { ValueForm } from '../queries/row.js';
import type { Cells } from './selection.js';

/** PostgreSQL's limit on the arguments of a function. */
const mostArguments = 100;

/** What is selected of a row: an expression, and how its value reads as text. */
export interface Value {
  readonly text: string;
  readonly form: ValueForm;
}

/** A row's values as one JSON array. */
export interface Packed {
  /** Those of one row, as an expression. */
  readonly one: string;
  /** Those of all rows of a group in this order, as an expression: an array of arrays, null where there are no rows. */
  readonly all: (order: string) => string;
  /** The values of one row, from its array. */
  readonly unpack: (cells: Cells) => Cells;
}

/**
 * Packs a row's values. Where all of them read as text they are packed as an array of text: for each argument of
 * `json_build_array` PostgreSQL looks up anew how its type becomes JSON, in each row, which makes a list of rows cost a
 * fifth more.
 */
export function packed(values: readonly Value[]): Packed {
  const isText = values.every(({ form }) => form !== 'JSON') && values.length > 0 && values.length <= mostArguments;
  return isText ? packedText(values) : packedJson(values.map(({ text }) => text));
}

function packedText(values: readonly Value[]): Packed {
  const array = `ARRAY[${values.map(({ text }) => `${text}::text`).join(', ')}]`;
  const numbers = values.flatMap(({ form }, place) => (form === 'NUMBER' ? [place] : []));
  return {
    one: `array_to_json(${array})`,
    all: (order) => `array_to_json(array_agg(${array} ORDER BY ${order}))`,
    unpack(cells) {
      for (const place of numbers) {
        if (cells[place] !== null) (cells as unknown[])[place] = Number(cells[place]);
      }
      return cells;
    },
  };
}

/** A value as a column of its own, which `pg` reads as it reads JSON's values. */
export const column = ({ text, form }: Value): string =>
  form === 'JSON' ? `to_json(${text})` : form === 'TEXT' ? `${text}::text` : text;

/** In parts where there are more than a function takes. */
function packedJson(values: readonly string[]): Packed {
  const array = (of: readonly string[]) => `json_build_array(${of.join(', ')})`;
  const parts: string[] = [];
  for (let at = 0; at < values.length; at += mostArguments) parts.push(array(values.slice(at, at + mostArguments)));
  const isWhole = parts.length < 2;
  const one = isWhole ? array(values) : array(parts);
  return {
    one,
    all: (order) => `json_agg(${one} ORDER BY ${order})`,
    unpack: isWhole ? (cells) => cells : (cells) => (cells as Cells[]).flat(1),
  };
}
