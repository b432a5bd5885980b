import { Field, InputType, Int } from 'type-graphql';
import { DateTime } from '../../entities/index.js';
import { ParallaxError } from '../../src/errors.js';
import type { Range } from '../../src/store/queries/narrowing.js';
import { decodeIdOf, type NodeTypeName } from '../relay/global-id.js';

/** The most values that "any of" takes. */
const longestList = 100;

@InputType({ description: 'A span of time. What is left out sets no bound.' })
export class DateTimeRange implements Range<Date> {
  @Field(() => DateTime, { nullable: true, description: 'Then or later.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Earlier than this.' })
  to?: Date | null;
}

@InputType({ description: 'A span of whole numbers. What is left out sets no bound.' })
export class IntRange implements Range<number> {
  @Field(() => Int, { nullable: true, description: 'So many or more.' })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: 'Fewer than this.' })
  to?: number | null;
}

const sizeOfList = `1 to ${longestList}`;

/** For the description of a filter's list. */
export const anyOf = (what: string) => ({
  nullable: true as const,
  description: `Only ${what}; any of the list, which holds ${sizeOfList}.`,
});

/**
 * The values of a list of which any will do.
 * @throws ParallaxError BAD_USER_INPUT when it is empty or long
 */
export function filterList<Value>(
  values: readonly Value[] | null | undefined,
  argument: string,
): readonly Value[] | null {
  if (values == null) return null;
  if (values.length === 0 || values.length > longestList) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `\`${argument}\` holds ${values.length} values, where ${sizeOfList} can stand; leave it out to narrow nothing.`,
    );
  }
  return [...new Set(values)];
}

/**
 * The database ids of a list of global ids, of which any will do.
 * @throws ParallaxError BAD_USER_INPUT also for what is no id of the type
 */
export function filterIds(
  type: NodeTypeName,
  ids: readonly string[] | null | undefined,
  argument: string,
): readonly string[] | null {
  return filterList(ids, argument)?.map((id) => decodeIdOf(type, id, argument)) ?? null;
}

/**
 * A text that a client filters by.
 * @throws ParallaxError BAD_USER_INPUT when it is empty, very long, or holds a character that no stored text can hold
 */
export function filterText(value: string | null | undefined, argument: string): string | null {
  if (value == null) return null;
  if (value.trim() === '' || value.length > 200 || value.includes('\0')) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` must be a text of 1 to 200 characters.`);
  }
  return value.trim();
}

/** @throws ParallaxError BAD_USER_INPUT as {@link filterList} and {@link filterText} */
export function filterTexts(values: readonly string[] | null | undefined, argument: string): readonly string[] | null {
  return filterList(values, argument)?.map((value) => filterText(value, argument) as string) ?? null;
}
