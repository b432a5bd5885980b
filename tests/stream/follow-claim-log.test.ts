import assert from 'node:assert';
import { ClaimChangeKind, type Article, type Claim } from '../../entities/index';
import { ClaimKind } from '../../src/pipeline/values';
import { removeDemoRows } from '../../src/store/remove-demo';
import type { Store } from '../../src/store/store';
import { encodeLogCursor, followClaimLog, type ClaimChangeBatch } from '../../src/stream/index';
import { databaseKinds, openTestStore } from '../support/databases';
import { Factory } from '../support/factory';

type Follower = AsyncIterableIterator<ClaimChangeBatch>;

describe.each(databaseKinds)('following the log on the %s database', (kind) => {
  let store: Store;
  let make: Factory;
  let article: Article;
  const followers: Follower[] = [];
  beforeAll(async () => {
    store = await openTestStore(kind);
    make = new Factory(store);
    article = await make.article(await make.source());
  });
  afterEach(async () => {
    await Promise.all(followers.splice(0).map((follower) => follower.return?.()));
    assert.equal(store.claimLog.listenerCount('appended'), 0, 'a follower that was ended still listens');
  });
  afterAll(() => store.close());

  const follow = async (...words: [after: string | null, filter?: Parameters<typeof followClaimLog>[2]]) => {
    const follower = await followClaimLog(store, ...words);
    followers.push(follower);
    return follower;
  };
  const next = async (follower: Follower): Promise<ClaimChangeBatch> => {
    const { value, done } = await follower.next();
    expect(done).toBe(false);
    return value as ClaimChangeBatch;
  };
  const claims = async (count: number, values: Partial<Claim> = {}) => {
    const made: Claim[] = [];
    for (let number = 0; number < count; number += 1) made.push(await make.claim(article, values));
    return made;
  };
  /** Reads until so many changes have come. */
  const take = async (follower: Follower, count: number) => {
    const taken: string[] = [];
    let cursor = '';
    while (taken.length < count) {
      const batch = await next(follower);
      expect(batch.changes.length).toBeLessThanOrEqual(100);
      taken.push(...batch.changes.map(({ claimId }) => claimId));
      cursor = batch.cursor;
    }
    return { taken, cursor };
  };
  const idsOf = (rows: readonly Claim[]) => rows.map(({ id }) => id);

  test('begins at the end with an empty batch, and goes on with what comes', async () => {
    await make.change(await claims(1));
    const follower = await follow(null);
    expect((await next(follower)).changes).toEqual([]);
    const later = await claims(2);
    await make.change(later);
    const { changes } = await next(follower);
    expect(changes.map((change) => [change.claimId, change.kind])).toEqual(later.map(({ id }) => [id, 'ADDED']));
  });

  test('finds what another process wrote, which wakes nobody here', async () => {
    const follower = await follow(null);
    await next(follower);
    const [claim] = await claims(1);
    await make.change([claim as Claim], ClaimChangeKind.RETRACTED, false);
    expect((await next(follower)).changes).toMatchObject([{ claimId: claim?.id, kind: 'RETRACTED' }]);
  });

  test('misses nothing that is written while it is not looking', async () => {
    const follower = await follow(null);
    const { cursor } = await next(follower);
    const all = await claims(6);
    for (const claim of all.slice(0, 3)) await make.change([claim]);
    expect(idsOf(all.slice(0, 3))).toEqual((await take(follower, 3)).taken);
    for (const claim of all.slice(3)) await make.change([claim]);
    expect(idsOf(all.slice(3))).toEqual((await take(follower, 3)).taken);
    expect((await take(await follow(cursor), 6)).taken).toEqual(idsOf(all));
  });

  test('reads a long log in batches, each once and in order, from any cursor on', async () => {
    const start = (await next(await follow(null))).cursor;
    const [first] = await claims(1);
    const all = Array.from({ length: 350 }, () => first as Claim);
    await make.change(all);
    const positions: bigint[] = [];
    let cursor = start;
    // Every batch by a follower of its own, as after a break.
    while (positions.length < 350) {
      const batch = await next(await follow(cursor));
      positions.push(...batch.changes.map(({ position }) => BigInt(position)));
      cursor = batch.cursor;
    }
    expect(positions).toHaveLength(350);
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => (a < b ? -1 : 1)));
  });

  test('many writers at a time: every follower sees all, once, in the same order', async () => {
    const both = [await follow(null), await follow(null)];
    for (const follower of both) await next(follower);
    const all = await claims(40);
    await Promise.all(all.map((claim) => make.change([claim])));
    const seen = await Promise.all(both.map((follower) => take(follower, 40)));
    expect(seen[0]?.taken).toEqual(seen[1]?.taken);
    expect(seen[0]?.taken.toSorted()).toEqual(idsOf(all).toSorted());
  });

  test('shows only what the filter asks for', async () => {
    const [speaker, event, other] = [await make.actor(), await make.event(), await make.article(await make.source())];
    const wanted = await make.claim(article, { speakerId: speaker.id, eventId: event.id, kind: ClaimKind.DIRECT });
    const filters = [
      { sources: [other.sourceId, article.sourceId], kinds: [ClaimKind.DIRECT] },
      { speakers: [speaker.id] },
      { events: [event.id] },
      { kinds: [ClaimKind.DIRECT, ClaimKind.MIXED] },
    ];
    const all = await Promise.all(filters.map((filter) => follow(null, filter)));
    for (const follower of all) await next(follower);
    await make.change([await make.claim(other), wanted, await make.claim(other)]);
    for (const follower of all) expect((await take(follower, 1)).taken).toEqual([wanted.id]);
  });

  test('ends at once, also while it waits, and gives up waiting', async () => {
    const follower = await follow(null);
    await next(follower);
    const waiting = follower.next();
    await follower.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await follower.next()).toEqual({ done: true, value: undefined });
    const unused = await followClaimLog(store, null);
    await unused.return?.();
  });

  test.each(['', 'nonsense', encodeLogCursor('-1'), encodeLogCursor('x')])(
    'refuses the cursor "%s"',
    async (cursor) => {
      await expect(followClaimLog(store, cursor)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );

  test('refuses a cursor from behind the end of the log', async () => {
    await expect(followClaimLog(store, encodeLogCursor('999999999'))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('behind the end of the log'),
    });
  });

  test('goes on from a cursor whose entry was removed with the demo, and hears that its claims are gone', async () => {
    const follower = await follow(null);
    await next(follower);
    const demo = await make.article(await make.source({ isDemo: true }));
    const gone = [await make.claim(demo), await make.claim(demo)];
    await make.change(gone);
    const { cursor } = await take(follower, 2);
    await removeDemoRows(store.dataSource, new Date());
    const [resumed, begun] = [await follow(cursor), await follow(null)];
    const greeting = await next(begun);
    const retractions = await next(resumed);
    expect(retractions.changes.map(({ kind }) => kind)).toEqual(['RETRACTED', 'RETRACTED']);
    expect(new Set(retractions.changes.map(({ claimId }) => claimId))).toEqual(new Set(idsOf(gone)));
    const later = await claims(1);
    await make.change(later);
    for (const each of [resumed, begun, await follow(greeting.cursor)]) {
      expect((await take(each, 1)).taken).toEqual(idsOf(later));
    }
  });
});
