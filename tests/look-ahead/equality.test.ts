import { execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Context } from '../../src/server/context';
import { createLoaders } from '../../src/server/loaders';
import { lookAhead } from '../../src/server/look-ahead/index';
import { allScopes, neverEnded } from '../../src/server/access/caller';
import { createSchema } from '../../src/server/schema';
import type { Store } from '../../src/store/store';
import { databaseKinds, openTestStore, type DatabaseKind } from '../support/databases';
import { Factory } from '../support/factory';
import { makeWorld } from './world';
import { RandomOperations, type Known } from './random-operations';

/** How many random operations are tried; the command `npm run fuzz` asks for many more. */
const count = Number(process.env.PARALLAX_FUZZ_OPERATIONS ?? 100);
const seed = Number(process.env.PARALLAX_FUZZ_SEED ?? Date.now() % 1_000_000);

// A comparison is computed, not read, and has tests of its own.
const without = new Set(['Query.search', 'Event.comparison', 'Query.demo']);

async function answer(schema: GraphQLSchema, store: Store, query: string, variables: object): Promise<ExecutionResult> {
  const context = {
    store,
    loaders: createLoaders(store),
    caller: { scopes: allScopes, ended: neverEnded },
  } as unknown as Context;
  const document = parse(query);
  return execute({ schema, document, variableValues: variables as never, contextValue: context });
}

/**
 * Where two fields fail below one that must not be null, whichever fails first is told and the other is not (GraphQL
 * specification, 6.4.4), so only whether something failed there is part of the answer.
 */
function comparable({ data, errors }: ExecutionResult) {
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, hasFailed: errors !== undefined };
}

/** The errors of an operation in which one thing is wrong. */
function onlyError({ errors }: ExecutionResult): string | null {
  const [first] = errors ?? [];
  return first && errors?.length === 1 ? JSON.stringify([first.path, first.message]) : null;
}

/** Errors that were caught on their way up do not hide each other. */
function isDataLeft({ data }: ExecutionResult): boolean {
  return data !== null && data !== undefined;
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
  beforeAll(async () => {
    store = await openTestStore(kind);
    known = { ids: await makeWorld(new Factory(store)), cursors: [] };
  });
  afterAll(() => store.close());

  test(`answers as the same operation read field by field (${count} operations, seed ${seed})`, async () => {
    const plain = createSchema();
    const ahead = lookAhead(createSchema());
    const operations = new RandomOperations(plain, known, seed, without);
    let valid = 0;
    let withErrors = 0;
    for (let made = 0; valid < count && made < 4 * count; made += 1) {
      const { query, variables } = operations.next();
      if (validate(plain, parse(query)).length > 0) continue;
      valid += 1;
      const expected = await answer(plain, store, query, variables);
      const found = await answer(ahead, store, query, variables);
      if (expected.errors) withErrors += 1;
      try {
        expect(comparable(found)).toEqual(comparable(expected));
        if (isDataLeft(expected)) expect(onlyError(found)).toEqual(onlyError(expected));
      } catch (error) {
        throw new Error(`Seed ${seed}, operation ${valid}: ${query} ${JSON.stringify(variables)}`, { cause: error });
      }
      collectCursors(found.data, known.cursors);
    }
    expect(valid).toBe(count);
    expect(withErrors).toBeLessThan(count * 0.9);
  }, 3_600_000);
});
