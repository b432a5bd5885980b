import { startService, type Service } from '../server/support';
import { databaseKinds, type DatabaseKind } from '../support/databases';
import { numbersFrom, RandomOperations, type Known } from './random-operations';
import { makeWorld } from './world';
import { plainSchema } from './ways';

/** How many requests are sent; the command `npm run fuzz` asks for many more. */
const count = Number(process.env.PARALLAX_FUZZ_OPERATIONS ?? 150);
const seed = Number(process.env.PARALLAX_FUZZ_SEED ?? Date.now() % 1_000_000);

// A comparison takes long, and whether it fails is no question of what was asked.
const without = new Set(['Event.comparison']);

const pieces = [
  '{',
  '}',
  '(',
  ')',
  ':',
  '$',
  '@',
  '...',
  '"',
  '"""',
  '#',
  '!',
  '[',
  ']',
  'null',
  '1e999',
  '-1',
  '\0',
  '\ud800',
  'fragment A on B',
  'id',
  'on',
  '@skip(if: $no)',
  'query',
  '&',
  '99999999999',
];

/** Spoils operations: their text, their variables, or the body that holds them. */
class Spoiler {
  readonly #random = numbersFrom(seed);

  oneOf<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }

  /** Takes away, repeats or puts in a piece at some place. */
  text(text: string): string {
    const at = Math.floor(this.#random() * text.length);
    const end = at + Math.floor(this.#random() * 12);
    const [before, piece, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
    return this.oneOf([before + after, before + piece + piece + after, before + this.oneOf(pieces) + piece + after]);
  }

  junk(): unknown {
    return this.oneOf([
      null,
      true,
      -1,
      1e300,
      2 ** 31,
      '',
      '\0',
      '\ud800',
      'x'.repeat(5_000),
      [],
      [[]],
      {},
      { a: { b: [1] } },
      'Q2xhaW06',
      '9'.repeat(400),
    ]);
  }

  bytes(length: number): string {
    return Buffer.from(Array.from({ length }, () => Math.floor(this.#random() * 256))).toString('base64');
  }

  body(query: string, variables: Readonly<Record<string, unknown>>): string {
    const names = Object.keys(variables);
    const changed = names.length === 0 ? { no: this.junk() } : { ...variables, [this.oneOf(names)]: this.junk() };
    const ids = query.replace(/"[\w+/=-]{12,}"/, () => JSON.stringify(this.bytes(this.oneOf([1, 12, 43, 300]))));
    const whole = JSON.stringify({ query, variables });
    return this.oneOf([
      JSON.stringify({ query: this.text(query), variables }),
      JSON.stringify({ query: this.text(this.text(query)), variables }),
      JSON.stringify({ query, variables: changed }),
      JSON.stringify({ query: ids, variables }),
      JSON.stringify({ query, variables, operationName: this.junk() }),
      JSON.stringify({ query: this.junk(), variables: this.junk(), extensions: this.junk() }),
      this.text(whole),
      whole.slice(0, Math.floor(this.#random() * whole.length)),
    ]);
  }
}

describe.each(databaseKinds)('a spoiled operation on the %s database', (kind: DatabaseKind) => {
  let service: Service;
  let known: Known;
  beforeAll(async () => {
    service = await startService(kind);
    known = { ids: await makeWorld(service.make), cursors: [] };
  });
  afterAll(() => service.close());

  test(`is refused with a code, or answered, and is never our failure (${count} requests, seed ${seed})`, async () => {
    const operations = new RandomOperations(plainSchema, known, seed, without);
    const spoiler = new Spoiler();
    let refused = 0;
    for (let sent = 0; sent < count; sent += 1) {
      const { query, variables } = operations.next();
      const body = spoiler.body(query, variables);
      const response = await fetch(`${service.server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await response.text();
      const codes = codesOf(text);
      if (codes.length > 0) refused += 1;
      const isFair =
        response.status < 500 && codes.every((code) => /^[A-Z_]+$/.test(code) && code !== 'INTERNAL_SERVER_ERROR');
      if (!isFair)
        throw new Error(`Seed ${seed}, request ${sent}: ${body}\n${response.status} ${text.slice(0, 2_000)}`);
    }
    expect(service.logged).toEqual([]);
    expect(refused).toBeGreaterThan(count / 3);
  }, 3_600_000);
});

/** The codes of an answer's errors. An error without one has the code `NONE AT ALL`. */
function codesOf(text: string): string[] {
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return errors.map(({ extensions }) => extensions?.code ?? 'NONE AT ALL');
}
