import type { EventEmitter } from 'node:events';
import { Client } from 'pg';
import { NamedArrays } from '../../src/store/reading/named-arrays';
import { createPostgresDatabase } from '../support/databases';

describe('a named statement', () => {
  let client: Client;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const database = await createPostgresDatabase();
    remove = database.remove;
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await remove();
  });

  const ask = (name: string, text: string, values: readonly unknown[] = []) =>
    client.query(new NamedArrays(name, text, values)).rows;
  const countOf = async (message: string, work: () => Promise<unknown>) => {
    let count = 0;
    const listen = () => (count += 1);
    const events = (client as unknown as { connection: EventEmitter }).connection.on(message, listen);
    await work().finally(() => events.off(message, listen));
    return count;
  };

  test('is asked for its columns once, and answers each time as a query of pg does', async () => {
    const text = `SELECT n, n::text, n > 1, '[1, {"a": null}]'::json, $2::timestamptz, NULL::integer, $3::uuid[]
      FROM generate_series(1, $1::integer) n`;
    const values = [2, new Date('2026-01-02T03:04:05.678Z'), ['7c0f2a1e-8d5b-4b53-9a39-0a2f5f4b8c11']];
    const { rows } = await client.query({ text, values, rowMode: 'array' });
    expect(rows).toHaveLength(2);
    const descriptions = await countOf('rowDescription', async () => {
      for (let time = 0; time < 3; time += 1) expect(await ask('columns', text, values)).toEqual(rows);
    });
    expect(descriptions).toBe(1);
    expect(await ask('columns', text, [0, ...values.slice(1)])).toEqual([]);
  });

  test('fails alone, whether its value or its row is wrong, and is known afterwards', async () => {
    const text = 'SELECT 6 / $1::integer';
    await expect(ask('share', text, ['none'])).rejects.toMatchObject({ code: '22P02' });
    await expect(ask('share', text, [0])).rejects.toMatchObject({ code: '22012' });
    const circle: { itself?: unknown } = {};
    circle.itself = circle;
    await expect(ask('share', text, [circle])).rejects.toThrow(TypeError);
    const parsed = await countOf('parseComplete', async () => expect(await ask('share', text, [2])).toEqual([[3]]));
    expect(parsed).toBe(0);
    await expect(ask('wrong', 'SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    await expect(ask('wrong', 'SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  test('ends with its connection', async () => {
    const other = new Client({ connectionString: process.env.PARALLAX_TEST_ADMIN_URL });
    await other.connect();
    other.on('error', () => undefined);
    const asked = other.query(new NamedArrays('sleep', 'SELECT pg_sleep(600)::text', [])).rows;
    const { processID } = other as unknown as { processID: number };
    const end = asked.catch((error: unknown) => error);
    await client.query('SELECT pg_terminate_backend($1)', [processID]);
    expect(await end).toMatchObject({ code: '57P01' });
    await expect(other.query(new NamedArrays('sleep', 'SELECT 1', [])).rows).rejects.toMatchObject({
      message: expect.any(String),
    });
  });
});
