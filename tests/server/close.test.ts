import { once } from 'node:events';
import { Server } from 'node:http';
import { connect } from 'node:net';
import { databaseKinds } from '../support/databases';
import { openEvents } from './event-source';
import { startService } from './support';

describe.each(databaseKinds)('stopping on the %s database', (kind) => {
  test('ends subscriptions with 1001, answers what is under way, waits for nobody who asked nothing, and takes nothing new', async () => {
    const service = await startService(kind);
    const changes = service.client().iterate({ query: 'subscription { claimChanges { cursor } }' });
    await changes.next();
    const next = changes.next();
    // A request that cannot be answered yet, since the table it reads is locked.
    let unlock = () => {};
    const locked = new Promise<void>((hold) => {
      unlock = hold;
    });
    let lock = Promise.resolve();
    await new Promise<void>((isLocked) => {
      lock = service.store.dataSource.transaction(async (manager) => {
        await manager.query('LOCK TABLE source');
        isLocked();
        await locked;
      });
    });
    // Browsers open connections in advance, on which nothing was sent yet.
    const silent = connect(Number(new URL(service.server.address).port), '127.0.0.1').resume();
    await once(silent, 'connect');
    const before = service.arrived();
    const underWay = service.ask('{ sources { totalCount } }');
    while (service.arrived() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    const closed = service.server.close();
    await expect(next).rejects.toMatchObject({ code: 1001 });
    if (!silent.closed) await once(silent, 'close');
    unlock();
    await lock;
    expect((await underWay).data).toEqual({ sources: { totalCount: 0 } });
    await closed;
    await expect(service.ask('{ __typename }')).rejects.toThrow('fetch failed');
    expect(service.store.claimLog.listenerCount('appended')).toBe(0);
    await service.jobs.stop();
    await service.store.close();
  });

  test('ends streams of events, those that nobody reads too, and waits for no request that does not arrive', async () => {
    const service = await startService(kind);
    const { make, server, store } = service;
    const query = 'subscription { claimChanges { cursor changes { claim { text } } } }';
    const [reading, sleeping] = [await openEvents(service, { query }), await openEvents(service, { query })];
    await Promise.all([reading.next(), sleeping.next()]);
    const claim = await make.claim(await make.article(await make.source()), { text: 'x'.repeat(20_000) });
    for (let number = 0; number < 8; number += 1) await make.change(Array.from({ length: 100 }, () => claim));
    let seen = 0;
    while (seen < 800) {
      const event = (await reading.next()) as { data: { data: { claimChanges: { changes: unknown[] } } } };
      seen += event.data.data.claimChanges.changes.length;
    }
    const end = reading.next();
    const arrived = service.arrived();
    // A request without the end of its head, and one of whose body only the beginning comes.
    const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const begun = [head, `${head}Content-Length: 500\r\n\r\n{`].map(async (bytes) => {
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => (answer += String(data)));
      await once(socket, 'connect');
      await new Promise((resolve) => socket.write(bytes, resolve));
      await once(socket, 'close');
      return answer;
    });
    while (service.arrived() === arrived) await new Promise((resolve) => setTimeout(resolve, 5));
    const cutOff = jest.spyOn(Server.prototype, 'closeAllConnections');
    try {
      await server.close();
      // Which is the last resort, and cuts off whoever waits for an answer too.
      expect(cutOff).not.toHaveBeenCalled();
    } finally {
      cutOff.mockRestore();
    }
    expect(await end).toBeNull();
    const [half, ...others] = await Promise.all(begun);
    expect(half).toBe('');
    expect(others).toEqual([expect.stringMatching(/^HTTP\/1.1 503 .*"code":"SERVICE_UNAVAILABLE"/s)]);
    expect(store.claimLog.followers).toBe(0);
    sleeping.abort();
    await service.jobs.stop();
    await store.close();
  });
});
