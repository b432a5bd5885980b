/**
 * Lets a piece of work run at most so many times at once; further calls wait in their order.
 * @param most how many
 */
export function atMost<Given extends unknown[], Result>(
  most: number,
  work: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (...given) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work(...given);
    } finally {
      // Whoever waits takes this place over, so that nobody who comes now gets in before.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
