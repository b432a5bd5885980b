import { parse, validate, type ExecutionResult } from 'graphql';
import { compareSources } from '../../src/jobs/compare';
import { startWorkers, type Workers } from '../../src/jobs/workers';
import type { Store } from '../../src/store/store';
import { databaseKinds, openTestStore, type DatabaseKind } from '../support/databases';
import { Factory } from '../support/factory';
import { makeWorld } from './world';
import { RandomOperations, type Known } from './random-operations';
import { plainSchema, waysOf } from './ways';

/** How many random operations are tried; the command `npm run fuzz` asks for many more. */
const count = Number(process.env.PARALLAX_FUZZ_OPERATIONS ?? 100);
const seed = Number(process.env.PARALLAX_FUZZ_SEED ?? Date.now() % 1_000_000);

const without = new Set(['Query.demo']);

/** Where an error left its null: at its own place, or, where none may be, further up. */
function placeOfNull(data: unknown, path: readonly (string | number)[]): string {
  let value = data;
  let depth = 0;
  while (value !== null && value !== undefined && depth < path.length) {
    value = (value as Record<string | number, unknown>)[path[depth] as string | number];
    depth += 1;
  }
  return JSON.stringify(path.slice(0, depth));
}

/**
 * The data as text, in which the fields have an order, and what left each null. Where fields fail below one that must not be
 * null, whichever fails first is told and others need not be (GraphQL specification, 6.4.4): which it was is no part of
 * the answer.
 */
function comparable({ data, errors }: ExecutionResult) {
  const failures = (errors ?? []).map(({ path = [], message }) => {
    const place = placeOfNull(data, path);
    return place === JSON.stringify(path) ? `${place} ${message}` : place;
  });
  return { data: JSON.stringify(data ?? null), failures: [...new Set(failures)].sort() };
}

function collectCursors(value: unknown, into: string[]): void {
  if (Array.isArray(value)) for (const item of value) collectCursors(item, into);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (/cursor/i.test(name) && typeof inner === 'string' && into.length < 500) into.push(inner);
      else collectCursors(inner, into);
    }
  }
}

describe.each(databaseKinds)('an operation that looks ahead on the %s database', (kind: DatabaseKind) => {
  let store: Store;
  let known: Known;
  let workers: Workers;
  beforeAll(async () => {
    store = await openTestStore(kind);
    workers = startWorkers(1);
    known = { ids: await makeWorld(new Factory(store)), cursors: [] };
  });
  afterAll(async () => {
    await workers.close();
    await store.close();
  });

  test(`answers as the same operation read field by field (${count} operations, seed ${seed})`, async () => {
    const ways = waysOf(store, (...asked) => compareSources(store, workers, ...asked, () => new Date()));
    const operations = new RandomOperations(plainSchema, known, seed, without);
    let valid = 0;
    let withErrors = 0;
    let direct = 0;
    for (let made = 0; valid < count && made < 4 * count; made += 1) {
      const { query, variables, otherVariables } = operations.next();
      if (validate(plainSchema, parse(query)).length > 0) continue;
      valid += 1;
      const expected = await ways.plain(query, variables);
      if (expected.errors) withErrors += 1;
      if (await ways.isDirect(query, variables)) direct += 1;
      for (const [way, found] of Object.entries({
        ahead: await ways.ahead(query, variables),
        direct: await ways.direct(query, variables),
        again: await ways.again(query, otherVariables, variables),
      })) {
        try {
          expect(comparable(found)).toEqual(comparable(expected));
        } catch (error) {
          const operation = `${query} ${JSON.stringify(variables)}`;
          throw new Error(`Seed ${seed}, operation ${valid}, ${way}: ${operation}`, { cause: error });
        }
      }
      collectCursors(expected.data, known.cursors);
      // The embedded database answers without a turn of the event loop: what a comparison's thread has answered, of which a
      // refused operation waits for nothing, would lie there until the threads end.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(valid).toBe(count);
    expect(ways.warnings).toEqual([]);
    expect(withErrors).toBeLessThan(count * 0.9);
    // Much of what is valid and right is there and is read from the store, and so needs no resolver.
    expect(direct).toBeGreaterThan((count - withErrors) / 3);
  }, 3_600_000);
});
