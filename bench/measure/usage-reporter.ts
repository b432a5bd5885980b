/**
 * Loaded before a program that is measured (`node --require`): tells its parent, when asked, what the process has used so
 * far, all threads together, and writes it into a file when it ends.
 */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

export interface Usage {
  /** User and system time, in milliseconds. */
  readonly cpu: number;
  /** The most memory it held so far, in bytes. */
  readonly peakMemory: number;
}

/** What this process has used so far. */
export function ownUsage(): Usage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpu: (userCPUTime + systemCPUTime) / 1000, peakMemory: maxRSS * 1024 };
}

const file = process.env.PARALLAX_BENCH_USAGE_FILE;
if (isMainThread && file !== undefined) process.on('exit', () => writeFileSync(file, JSON.stringify(ownUsage())));
if (isMainThread && process.send) {
  process.on('message', (message) => {
    if (message === 'usage') process.send?.({ usage: ownUsage() });
  });
  // Listening for questions must not keep a program from ending.
  process.channel?.unref();
}
