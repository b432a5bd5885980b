import type { Event } from '../../entities/index';
import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

describe.each(databaseKinds)('counts of lists on the %s database', (kind) => {
  let service: Service;
  let events: Event[];

  beforeAll(async () => {
    service = await startService(kind);
    const { make, store } = service;
    const source = await make.source();
    events = [await make.event(), await make.event()];
    for (const event of events)
      await make.claim(await make.article(source, { eventId: event.id }), { eventId: event.id });
    // As many more in the first event as are counted at most.
    await store.dataSource.query(
      `INSERT INTO claim SELECT (jsonb_populate_record(claim, jsonb_build_object('id', gen_random_uuid()))).*
       FROM claim, generate_series(1, 10000) WHERE event_id = $1`,
      [events[0]?.id],
    );
    await store.dataSource.query('ANALYZE claim');
  });
  afterAll(() => service.close());

  const both = 'totalCount estimatedTotalCount';

  test('what is more than can be counted is null, and estimated', async () => {
    const { data } = await service.ask(`{ claims(first: 0) { ${both} } alone: claims(first: 0) { totalCount } }`);
    expect(data.claims.totalCount).toBeNull();
    expect(data.alone?.totalCount).toBeNull();
    expect(data.claims.estimatedTotalCount).toBeGreaterThanOrEqual(10_001);
    expect(data.claims.estimatedTotalCount).toBeLessThan(11_000);
  });

  test('below another row each list is counted by itself', async () => {
    const ids = events.map(({ id }) => encodeId('Event', id));
    const answers = await Promise.all(
      [both, 'totalCount', 'estimatedTotalCount nodes { id }'].map((fields) =>
        service.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { claims(first: 1) { ${fields} } } } }`, {
          ids,
        }),
      ),
    );
    const claims = answers.map(({ data }) =>
      (data.nodes as unknown as { claims: Record<string, unknown> }[]).map((node) => node.claims),
    );
    expect(claims[0]).toEqual([
      { totalCount: null, estimatedTotalCount: expect.any(Number) },
      { totalCount: 1, estimatedTotalCount: 1 },
    ]);
    expect(claims[1]).toEqual([{ totalCount: null }, { totalCount: 1 }]);
    expect(claims[2]?.map(({ estimatedTotalCount }) => estimatedTotalCount)).toEqual([
      claims[0]?.[0]?.estimatedTotalCount,
      1,
    ]);
  });

  test('a filter that leaves few gives the exact number', async () => {
    const { data } = await service.ask(
      `{ claims(filter: { events: ["${encodeId('Event', events[1]?.id as string)}"] }) { ${both} } }`,
    );
    expect(data.claims).toEqual({ totalCount: 1, estimatedTotalCount: 1 });
  });
});
