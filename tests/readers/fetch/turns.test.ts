import { retryDelay } from '../../../src/readers/fetch/retry-after';
import { HostTurns } from '../../../src/readers/fetch/turns';
import { quickEffects } from './support';

test('one at a time for each host, in order, with a pause; another host does not wait', async () => {
  const effects = quickEffects();
  const turns = new HostTurns(effects);
  const told: string[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const work =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async () => {
      told.push(`${name} begins`);
      await until;
      told.push(`${name} ends`);
    };
  const all = [
    turns.take('a.example', 500, work('a1', held)),
    turns.take('a.example', 500, work('a2')),
    turns.take('a.example', 700, () => Promise.reject(new Error('a3 fails'))).catch(() => told.push('a3 fails')),
    turns.take('a.example', 500, work('a4')),
    turns.take('b.example', 500, work('b1')),
  ];
  await all[4];
  expect(told).toEqual(['a1 begins', 'b1 begins', 'b1 ends']);
  release();
  await Promise.all(all);
  expect(told.slice(3)).toEqual(['a1 ends', 'a2 begins', 'a2 ends', 'a3 fails', 'a4 begins', 'a4 ends']);
  expect(effects.slept).toEqual([500, 700, 500]);
});

test('a host that asks for time gets it, also from those who waited already', async () => {
  const effects = quickEffects();
  const turns = new HostTurns(effects);
  const first = turns.take('a.example', 500, () => Promise.resolve(turns.hold('a.example', 20_000)));
  await Promise.all([first, turns.take('a.example', 500, () => Promise.resolve())]);
  expect(effects.slept).toEqual([20_500]);
});

test('Retry-After in seconds and as a date', () => {
  const now = Date.parse('2025-06-01T12:00:00Z');
  expect(retryDelay('0', now)).toBe(0);
  expect(retryDelay(' 120 ', now)).toBe(120_000);
  expect(retryDelay('Sun, 01 Jun 2025 12:00:30 GMT', now)).toBe(30_000);
  expect(retryDelay('Sunday, 01-Jun-25 12:00:30 GMT', now)).toBe(30_000);
  expect(retryDelay('Sun, 01 Jun 2025 11:00:00 GMT', now)).toBe(0);
  for (const odd of ['', '-5', '1.5', 'soon', '99999999999999', '2025-06-01', 'Sunday'])
    expect(retryDelay(odd, now)).toBeNull();
});
