import { startLoop } from '../../src/jobs/loop';

/** A loop over a list of work. */
function loopOver(pieces: (() => Promise<void>)[]) {
  const failures: unknown[] = [];
  const steps = { atOnce: 0, mostAtOnce: 0, looks: 0 };
  const loop = startLoop(
    async () => {
      steps.looks += 1;
      steps.atOnce += 1;
      steps.mostAtOnce = Math.max(steps.mostAtOnce, steps.atOnce);
      const piece = pieces.shift();
      try {
        await piece?.();
      } finally {
        steps.atOnce -= 1;
      }
      return piece !== undefined;
    },
    (error) => failures.push(error),
  );
  return { loop, failures, steps };
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

test('one piece at a time until none is left, however often it is woken', async () => {
  const { loop, steps, failures } = loopOver([soon, soon, soon]);
  for (let time = 0; time < 3; time += 1) loop.wake();
  await loop.settle();
  expect(steps).toEqual({ atOnce: 0, mostAtOnce: 1, looks: 4 });
  expect(failures).toEqual([]);
  await loop.stop();
});

test('work that comes while it finds none is done', async () => {
  const pieces: (() => Promise<void>)[] = [];
  const done: string[] = [];
  const loop = startLoop(
    async () => {
      const piece = pieces.shift();
      if (!piece && done.length === 0) {
        await soon();
        pieces.push(async () => void done.push('late'));
        loop.wake();
      }
      await piece?.();
      return piece !== undefined;
    },
    (error) => done.push(String(error)),
  );
  await loop.settle();
  expect(done).toEqual(['late']);
  await loop.stop();
});

test('a failure is told, and what is left is done when it is woken again', async () => {
  const { loop, failures, steps } = loopOver([() => Promise.reject(new Error('The connection broke.')), soon]);
  await loop.settle();
  expect(failures).toEqual([new Error('The connection broke.')]);
  expect(steps.looks).toBe(1);
  await loop.settle();
  expect(steps.looks).toBe(3);
  await loop.stop();
});

test('a stop waits for the piece in hand and leaves the others', async () => {
  let finish = () => {};
  const held = new Promise<void>((resolve) => (finish = resolve));
  const { loop, steps } = loopOver([() => held, soon]);
  loop.wake();
  let stopped = false;
  const stop = loop.stop().then(() => (stopped = true));
  await soon();
  expect(stopped).toBe(false);
  finish();
  await stop;
  loop.wake();
  await soon();
  expect(steps.looks).toBe(1);
});
