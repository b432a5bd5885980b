/** Work that goes on whenever there is some, one piece after the other. */
export interface Loop {
  /** Tells that there may be something to do. */
  wake(): void;
  /** Resolves when nothing is left that this process would do. */
  settle(): Promise<void>;
  /** Resolves when what is being done is finished; the rest is left. */
  stop(): Promise<void>;
}

/** Other processes may leave work and end before it is done: so often it is looked, in milliseconds. */
const interval = 5_000;

/**
 * Makes a loop, which sleeps until it is woken. Woken while it looks for work, it looks once more: nothing is overlooked.
 * @param step looks for work and does some, until `isStopped`; resolves to whether it found any
 * @param log receives failures of a step; the loop then sleeps until it is woken or the interval is over
 */
export function startLoop(step: (isStopped: () => boolean) => Promise<boolean>, log: (error: unknown) => void): Loop {
  let stopped = false;
  let running: Promise<void> | null = null;
  let awaited = false;

  async function work(): Promise<void> {
    while (!stopped) {
      awaited = false;
      const hasWorked = await step(() => stopped);
      if (!hasWorked && !awaited) return;
    }
  }

  function wake(): void {
    awaited = true;
    if (stopped || running !== null) return;
    running = work()
      .catch(log)
      .finally(() => {
        running = null;
        if (awaited) wake();
      });
  }

  const timer = setInterval(wake, interval);
  timer.unref();
  return {
    wake,
    settle: async () => {
      wake();
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      if (running !== null) await running;
    },
  };
}
