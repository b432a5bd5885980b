import { atMost } from '../../src/jobs/at-most';

test('so many run at a time, the others follow in their order, also after a failure', async () => {
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const work = atMost(2, async (number: number) => {
    begun.push(number);
    await new Promise<void>((resolve) => finish.push(resolve));
    if (number === 1) throw new Error('one');
    return number * 10;
  });
  const results = [0, 1, 2, 3].map((number) => work(number));
  const settled = Promise.allSettled(results);
  expect(begun).toEqual([0, 1]);
  finish[1]?.();
  await expect(results[1]).rejects.toThrow('one');
  const late = work(4);
  finish[0]?.();
  expect(await results[0]).toBe(0);
  expect(begun).toEqual([0, 1, 2, 3]);
  finish[2]?.();
  finish[3]?.();
  await settled;
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  finish[4]?.();
  expect(await late).toBe(40);
});
