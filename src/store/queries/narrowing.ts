import type { Bind } from './page.js';

/** Collects the conditions of a filter; a value that is null or absent narrows nothing. */
export function narrowing(bind: Bind) {
  const conditions: string[] = [];
  const narrow = {
    /** @param condition what must hold, given the value's placeholder */
    by<Value>(value: Value | null | undefined, condition: (placeholder: string) => string) {
      if (value !== null && value !== undefined) conditions.push(condition(bind(value)));
      return narrow;
    },
    conditions: conditions as readonly string[],
  };
  return narrow;
}
