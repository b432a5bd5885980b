import { attacksOn } from '../../bench/abuse/attacks';
import { exchange, rawRequest } from '../../bench/abuse/exchange';
import { askFor } from '../../bench/abuse/normal-client';
import { makeDataSet } from '../../bench/data/data-set';
import { loadDataSet } from '../../bench/data/load';
import { shapeOfScale } from '../../bench/data/shape';
import { prepareRequest } from '../../bench/measure/client';
import { eventsOfSizes, sizesOfEvents } from '../../bench/reads/like-events';
import { drawVariables } from '../../bench/reads/parameters';
import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

jest.setTimeout(240_000);

describe('what the benchmark sends to a service', () => {
  let service: Service;
  let port: number;
  beforeAll(async () => {
    service = await startService(databaseKinds[0]!);
    port = Number(new URL(service.server.address).port);
    await loadDataSet(service.store, makeDataSet(shapeOfScale(0.01, 5)), () => undefined);
  });
  afterAll(() => service.close());

  test('attacks are refused with a code, or answered, and never fail', async () => {
    const variables = await drawVariables(service.store, 5);
    const [actor] = await service.store.dataSource.query<[{ id: string }]>('SELECT id FROM actor LIMIT 1');
    const attacks = attacksOn(port, variables.q1[20]?.id as string, encodeId('Actor', actor.id), 5);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
    for (const { name, bytes } of attacks) {
      const { status, codes } = await exchange(port, bytes);
      if (name === 'body of 10 MB' && status === null) continue;
      expect({ name, status }).toEqual({ name, status: expect.any(Number) });
      expect({ name, codes }).toEqual({
        name,
        codes: expect.not.arrayContaining(['INTERNAL_SERVER_ERROR', 'no code']),
      });
      if (status !== 200) expect({ name, refusals: codes.length }).toEqual({ name, refusals: 1 });
    }
  });

  test('those that name something wrong are told so', async () => {
    const variables = await drawVariables(service.store, 5);
    const ask = (query: string) => exchange(port, rawRequest(port, JSON.stringify({ query })));
    expect(await ask(`{ actor(id: "${variables.q1[0]?.id}") { name } }`)).toMatchObject({ codes: ['BAD_USER_INPUT'] });
    expect(await ask('{ __typename }')).toEqual({ status: 200, codes: [] });
  });

  test('a normal client is answered all the time', async () => {
    const request = prepareRequest(port, '/graphql', { query: '{ __typename }' });
    const client = { port, requests: [request], connections: 2, pauseMilliseconds: 1 };
    expect((await askFor(client, 0.1)).length).toBeGreaterThan(2);
  });

  test('events of given sizes are found, different ones where there are several', async () => {
    const all = await service.store.dataSource.query<{ id: string; size: number }[]>(
      'SELECT id, article_count AS size FROM event ORDER BY size',
    );
    const sizes = all.map(({ size }) => size);
    const events = await eventsOfSizes(service.store, sizes);
    expect(await sizesOfEvents(service.store, events)).toEqual(sizes);
    expect(new Set(events.map(({ id }) => id)).size).toBe(all.length);
    expect(await sizesOfEvents(service.store, await eventsOfSizes(service.store, [0, 1e6]))).toEqual([
      sizes[0],
      sizes.at(-1),
    ]);
  });
});
