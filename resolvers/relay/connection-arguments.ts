import { ArgsType, Field, Int } from 'type-graphql';
import { ParallaxError } from '../../src/errors.js';
import { decodeCursor, type CursorValue } from '../../src/store/queries/cursor.js';
import { isUuid } from './global-id.js';
import type { OrderColumn, PageRequest } from '../../src/store/queries/page.js';

export const defaultPageSize = 20;
export const largestPageSize = 100;

@ArgsType()
export class ConnectionArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many items from the front, at most ${largestPageSize}. Without \`first\` and \`last\`: ${defaultPageSize} from the front.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes after it.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: `How many items from the back, at most ${largestPageSize}.` })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: only what comes before it.' })
  before?: string | null;
}

/**
 * What a client's arguments ask of a list.
 * @throws ParallaxError BAD_USER_INPUT for a page size out of bounds, `first` together with `last`, or a bad cursor
 */
export function pageRequest(
  listing: { readonly name: string; readonly order: readonly OrderColumn[] },
  { first, after, last, before }: ConnectionArguments,
): PageRequest {
  if (first != null && last != null) {
    throw new ParallaxError('BAD_USER_INPUT', 'Give either `first` or `last`, not both.');
  }
  const [name, size] = last != null ? (['last', last] as const) : (['first', first ?? defaultPageSize] as const);
  if (size < 0 || size > largestPageSize) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${name}\` must be from 0 to ${largestPageSize}, not ${size}.`);
  }
  const place = (cursor: string | null | undefined, argument: string) =>
    cursor == null ? null : decodePlace(listing, cursor, argument);
  return { limit: size, isBackward: last != null, after: place(after, 'after'), before: place(before, 'before') };
}

function decodePlace({ name, order }: Parameters<typeof pageRequest>[0], cursor: string, argument: string) {
  const values = decodeCursor(name, cursor, argument);
  if (values.length !== order.length || !order.every(({ type }, index) => fits[type](values[index] as CursorValue))) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` is not a cursor that this service gave out.`);
  }
  return values;
}

const isPoint = (value: string) => !Number.isNaN(Date.parse(value));

/** A checksum is no signature: what a forged cursor holds must at least not trip the database. */
const fits: { readonly [Type in OrderColumn['type']]: (value: CursorValue) => boolean } = {
  // Only as we write it: what Date makes another day of (February 30), PostgreSQL refuses, as it does the year 0.
  timestamptz: (value) =>
    typeof value === 'string' &&
    /^(?!0000)\d{4}-/.test(value) &&
    isPoint(value) &&
    new Date(value).toISOString() === value,
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  uuid: (value) => typeof value === 'string' && isUuid(value),
};
