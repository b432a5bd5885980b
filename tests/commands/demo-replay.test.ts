import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpeed, replayOnce, sleepUntil, type ReplayEffects } from '../../src/commands/demo-replay';
import { encodeId } from '../../resolvers/relay/global-id';
import { startService, type Service } from '../server/support';
import { databaseKinds } from '../support/databases';

const deliveries = JSON.parse(readFileSync(join(__dirname, '../../demo/manifest.json'), 'utf8')) as {
  readonly path: string;
  readonly seenAt: string;
}[];
const days = 24 * 60 * 60 * 1000;

interface Payload {
  readonly claimChanges: {
    readonly cursor: string;
    readonly changes: readonly { kind: string; claimId: string }[];
  };
}
type Change = Payload['claimChanges']['changes'][number];

jest.setTimeout(120_000);

test.each([
  ['1', 1],
  ['20000', 20_000],
  ['0.5', 0.5],
  ['0', Infinity],
  ['max', Infinity],
])('the speed "%s" is read', (text, speed) => {
  expect(readSpeed(text)).toBe(speed);
});

test.each(['', ' ', 'fast', '-1', 'NaN', 'Infinity'])('the speed "%s" is refused', (text) => {
  expect(() => readSpeed(text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

test('a sleep ends with the signal, also one that is longer than a timer can be', async () => {
  const stop = new AbortController();
  const sleeping = sleepUntil(1e15, stop.signal);
  stop.abort();
  await expect(sleeping).resolves.toBeUndefined();
  await expect(sleepUntil(1e15, stop.signal)).resolves.toBeUndefined();
});

describe.each(databaseKinds)('a replay of the demo on the %s database', (kind) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(kind);
  });
  afterAll(() => service.close());

  /** Effects that note what is printed and how long it would have been waited, and give the signal after so many waits. */
  const effects = (stopAfter = Infinity) => {
    const stop = new AbortController();
    const [printed, waits]: [string[], number[]] = [[], []];
    const given: ReplayEffects = {
      print: (line) => printed.push(line),
      sleep: (milliseconds) => {
        if (waits.push(milliseconds) === stopAfter) stop.abort();
        return Promise.resolve();
      },
      signal: stop.signal,
    };
    return { given, printed, waits };
  };
  const log = () =>
    service.store.dataSource.query<{ kind: string; claimId: string; path: string }[]>(
      'SELECT kind, claim_id AS "claimId" FROM claim_change ORDER BY position',
    );
  const live = async () =>
    (await service.store.dataSource.query<{ id: string }[]>('SELECT id FROM claim WHERE retracted_at IS NULL'))
      .map(({ id }) => encodeId('Claim', id))
      .sort();

  test('a subscriber sees the claims come, the first ones go, and those of the revised page change', async () => {
    const payloads = service
      .client()
      .iterate<Payload>({ query: 'subscription { claimChanges { cursor changes { kind claimId } } }' });
    const received: Change[] = [];
    const receive = async (until: number) => {
      do {
        const { value } = await payloads.next();
        received.push(...(value as { data: Payload }).data.claimChanges.changes);
      } while (received.length < until);
    };
    await receive(0);

    // Stopped after three deliveries, as by Ctrl-C: what came in stays.
    const first = effects(3);
    await replayOnce(service.jobs, 20_000, first.given);
    expect(first.printed.at(-1)).toMatch(`Stopped after 3 of ${deliveries.length} deliveries.`);
    const begun = await log();
    expect(begun.length).toBeGreaterThan(10);
    await receive(begun.length);

    const second = effects();
    await replayOnce(service.jobs, 20_000, second.given);
    const entries = await log();
    await receive(begun.length + entries.length);

    // Each entry once and in order, those of the removal too.
    const tell = (change: Pick<Change, 'kind' | 'claimId'>) => `${change.kind} ${change.claimId}`;
    const told = [...begun, ...entries].map((entry) => tell({ ...entry, claimId: encodeId('Claim', entry.claimId) }));
    expect(received.map(tell)).toEqual(told);
    // Whoever keeps the books by what it is told has the claims that are there.
    const books = new Set<string>();
    for (const change of received) {
      if (change.kind === 'RETRACTED') expect(books.delete(change.claimId)).toBe(true);
      else books.add(change.claimId);
    }
    expect([...books].sort()).toEqual(await live());

    // The page that was amended took back what it had said.
    expect(second.printed.filter((line) => line.includes('(changed)')).length).toBeGreaterThan(0);
    expect(second.printed.some((line) => line.includes('(changed)') && /\[claims: .*\d+ retracted]$/.test(line))).toBe(
      true,
    );
    expect(second.printed.filter((line) => line.includes('(as before)')).length).toBe(1);
    expect(entries.slice(begun.length).filter((entry) => entry.kind === 'RETRACTED').length).toBeGreaterThan(0);
    expect(second.printed.at(-1)).toBe(`That was all: ${deliveries.length} deliveries.`);

    // As much time passes as lay between them, but for silences, which are cut short.
    const gaps = deliveries.slice(1).map((next, index) => {
      return Date.parse(next.seenAt) - Date.parse(deliveries[index]!.seenAt);
    });
    expect(Math.max(...gaps)).toBeGreaterThan(2 * days);
    expect(second.waits).toEqual(gaps.map((gap) => Math.min(gap, 2 * days) / 20_000));
    await payloads.return?.();
  });

  test('a delivery that the demo does not have is refused', async () => {
    const { code, message } = await service.refusal('mutation { loadDemoDelivery(number: 999) { number } }');
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain(`0 to ${deliveries.length - 1}`);
  });
});
