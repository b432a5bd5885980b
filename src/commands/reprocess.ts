import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import type { ReprocessingChoice } from '../jobs/index.js';
import type { Output } from './keys.js';
import { openTarget, type ReprocessingState, type Target } from './target.js';

export interface ReprocessOptions extends ReprocessingChoice {
  /** Only count them. */
  readonly dryRun: boolean;
}

/** How often it is asked how far it has come, and how often that is told, in milliseconds. */
const askEvery = 500;
const tellEvery = 5_000;

/**
 * `parallax reprocess`: has stored articles computed again, by the service that owns the data folder or here, and waits
 * for the end. Progress and failures go to people, one line at the end to programs.
 * @throws ParallaxError BAD_USER_INPUT for an unknown outlet
 * @returns the exit status: 0 only when none failed
 */
export async function reprocessCommand(config: Config, options: ReprocessOptions, output: Output): Promise<number> {
  const { dryRun, ...choice } = options;
  const target = await openTarget(config, { reprocesses: !dryRun });
  const what = choice.all ? 'Chosen' : 'Stale';
  try {
    const { articles, reprocessing } = await target.reprocess(choice, dryRun);
    if (reprocessing === null) {
      output.print(`${what} ${articles}${articles === 0 ? ': nothing to compute again' : ''}.`);
      return 0;
    }
    output.tell(`${articles} articles are computed again. Stopping this command loses nothing.`);
    const end = await follow(target, reprocessing.id, output);
    output.print(`${what} ${articles}, ${describe(end)}.`);
    return end.failed === 0 ? 0 : 1;
  } finally {
    await target.close();
  }
}

/** Tells how it goes until it is over. */
async function follow(target: Target, id: string, { tell }: Output): Promise<ReprocessingState> {
  let toldAt = performance.now();
  let named = 0;
  for (;;) {
    const progress = await target.reprocessing(id);
    if (progress === null) throw new ParallaxError('SERVICE_UNAVAILABLE', 'Nothing is known of this round any more.');
    for (const { articleId, headline, code, message } of progress.failures.slice(named)) {
      tell(`Failed ${articleId} (${headline}): ${code}: ${message}`);
    }
    named = progress.failures.length;
    if (progress.waiting === 0) return progress;
    if (performance.now() - toldAt >= tellEvery) {
      tell(`${progress.waiting} waiting, ${describe(progress)}`);
      toldAt = performance.now();
    }
    await wait(askEvery);
  }
}

function describe({ done, failed, changed, retracted, added, newVersions }: ReprocessingState): string {
  return (
    `done ${done}, failed ${failed}; claims changed ${changed}, retracted ${retracted}, added ${added}; ` +
    `new versions ${newVersions}`
  );
}

/** @throws ParallaxError BAD_USER_INPUT */
export function readSince(text: string): Date {
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const date = new Date(isDate ? text : Number.NaN);
  if (!Number.isNaN(date.getTime())) return date;
  throw new ParallaxError('BAD_USER_INPUT', `--since is a date such as 2027-01-31, not "${text}".`);
}
