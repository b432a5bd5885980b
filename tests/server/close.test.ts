import { once } from 'node:events';
import { connect } from 'node:net';
import { databaseKinds } from '../support/databases';
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
});
