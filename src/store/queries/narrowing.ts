import type { Bind } from './page.js';

/** A span of values, as filters give it: from the first that counts to the first that counts no more. */
export interface Range<Value> {
  readonly from?: Value | null;
  /** Exclusive. */
  readonly to?: Value | null;
}

/** Collects the conditions of a filter; a value that is null or absent narrows nothing. */
export function narrowing(bind: Bind) {
  const conditions: string[] = [];
  const narrow = {
    /** @param condition what must hold, given the value's placeholder */
    by<Value>(value: Value | null | undefined, condition: (placeholder: string) => string) {
      if (value !== null && value !== undefined) conditions.push(condition(bind(value)));
      return narrow;
    },
    /**
     * Any of some values. One is compared by `=`, as only then an index that begins with the column also gives the order.
     * @param condition what must hold, given the comparison: `= $1::uuid`
     */
    byAny(
      values: readonly string[] | null | undefined,
      type: 'uuid' | 'text',
      condition: (comparison: string) => string,
    ) {
      if (values?.length === 1) conditions.push(condition(`= ${bind(values[0])}::${type}`));
      else if (values) conditions.push(condition(`= ANY(${bind(values)}::${type}[])`));
      return narrow;
    },
    /**
     * Any of some actors. The id of a merged one stands for the one that it is now, as where an actor is asked for by its id.
     * A subquery that depends on no row is answered once, so that indexes serve as with the ids themselves.
     */
    byAnySpeaker(ids: readonly string[] | null | undefined, condition: (comparison: string) => string) {
      const present = (comparison: string) => `(SELECT coalesce(merged_into_id, id) FROM actor WHERE id ${comparison})`;
      if (ids?.length === 1) conditions.push(condition(`= ${present(`= ${bind(ids[0])}::uuid`)}`));
      else if (ids) conditions.push(condition(`= ANY(ARRAY${present(`= ANY(${bind(ids)}::uuid[])`)})`));
      return narrow;
    },
    byRange(range: Range<Date | number> | null | undefined, type: 'timestamptz' | 'integer', value: string) {
      return narrow
        .by(range?.from, (from) => `${value} >= ${from}::${type}`)
        .by(range?.to, (to) => `${value} < ${to}::${type}`);
    },
    conditions: conditions as readonly string[],
  };
  return narrow;
}

/**
 * The condition that a row is one of those that others name. As an array, which is made once for each parent: joined
 * (`IN`, `EXISTS`), PostgreSQL may go through the list in its order, and for each row through all of the others.
 * @param others what follows FROM
 */
export const idsFrom = (key: string, others: string) => `row.id = ANY (ARRAY(SELECT DISTINCT ${key} FROM ${others}))`;
