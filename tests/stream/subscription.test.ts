import type { Claim } from '../../entities/index';
import { encodeId } from '../../resolvers/relay/global-id';
import { databaseKinds } from '../support/databases';
import { startService, type Service } from '../server/support';

interface Payload {
  readonly claimChanges: {
    readonly cursor: string;
    readonly changes: readonly {
      kind: string;
      claimId: string;
      changedFields: string[];
      claim: { text: string } | null;
    }[];
  };
}

const query = `subscription ($after: String, $filter: ClaimChangeFilter) { claimChanges(after: $after, filter: $filter) {
  cursor changes { kind at changedFields claimId claim { text source { name } } } } }`;

describe.each(databaseKinds)('claimChanges over WebSocket on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(() => service.close());

  const nobodyListens = async () => {
    while (service.store.claimLog.listenerCount('appended') > 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const listen = (variables: object = {}) => service.client().iterate<Payload>({ query, variables: { ...variables } });
  const next = async (payloads: ReturnType<typeof listen>) => {
    const { value } = await payloads.next();
    expect(value).toEqual({ data: expect.anything() });
    return (value as { data: Payload }).data.claimChanges;
  };

  test('from a cursor, over two connections with a break between, every change comes once and in order', async () => {
    const { make } = service;
    const article = await make.article(await make.source());
    const claims: Claim[] = [];
    for (let number = 0; number < 260; number += 1) claims.push(await make.claim(article));
    const first = listen();
    let { cursor } = await next(first);
    await make.change(claims.slice(0, 120));
    const seen: string[] = [];
    const keep = (payload: Payload['claimChanges']) => {
      seen.push(...payload.changes.map(({ claimId }) => claimId));
      cursor = payload.cursor;
    };
    keep(await next(first));
    await first.return?.();
    // What happens while nobody is connected, part of it not yet read, comes after the break.
    await make.change(claims.slice(120, 200));
    const second = listen({ after: cursor });
    keep(await next(second));
    await make.change(claims.slice(200));
    while (seen.length < claims.length) keep(await next(second));
    expect(seen).toEqual(claims.map(({ id }) => encodeId('Claim', id)));
    await second.return?.();
  });

  test('a claim that changed is shown anew in each payload, and null when it is gone', async () => {
    const { make, store } = service;
    const claim = await make.claim(await make.article(await make.source()), { text: 'before' });
    const payloads = listen({ filter: { sources: [encodeId('Source', claim.sourceId)] } });
    await next(payloads);
    await make.change([claim]);
    expect((await next(payloads)).changes).toMatchObject([{ kind: 'ADDED', claim: { text: 'before' } }]);
    await store.dataSource.query(`UPDATE claim SET text = 'after' WHERE id = $1`, [claim.id]);
    await make.change([claim], 'CHANGED' as never);
    expect((await next(payloads)).changes).toMatchObject([
      { kind: 'CHANGED', changedFields: ['cue'], claim: { text: 'after' } },
    ]);
    await store.dataSource.query('DELETE FROM claim WHERE id = $1', [claim.id]);
    await make.change([claim], 'RETRACTED' as never);
    expect((await next(payloads)).changes).toMatchObject([
      { kind: 'RETRACTED', claim: null, claimId: encodeId('Claim', claim.id) },
    ]);
    await payloads.return?.();
  });

  test('a reader who is slow lags behind, and nothing is lost', async () => {
    const { make } = service;
    const article = await make.article(await make.source());
    const claim = await make.claim(article);
    const payloads = listen({ filter: { sources: [encodeId('Source', article.sourceId)] } });
    await next(payloads);
    for (let number = 0; number < 5; number += 1) await make.change(Array.from({ length: 300 }, () => claim));
    let seen = 0;
    while (seen < 1_500) {
      const { changes } = await next(payloads);
      expect(changes.length).toBeLessThanOrEqual(100);
      seen += changes.length;
    }
    expect(seen).toBe(1_500);
    await payloads.return?.();
  });

  test('leaving ends it on our side', async () => {
    await nobodyListens();
    const payloads = listen();
    await next(payloads);
    expect(service.store.claimLog.listenerCount('appended')).toBe(1);
    await payloads.return?.();
    await nobodyListens();
  });
});
