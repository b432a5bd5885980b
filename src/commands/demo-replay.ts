import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config.js';
import { ParallaxError } from '../errors.js';
import { ReceiptStatus, type DemoStep } from '../jobs/jobs.js';
import { openTarget, type Target } from './target.js';

/** Weeks lie between the events of the demo. A silence counts as at most this long, in milliseconds of the demo's time. */
const longestSilence = 2 * 24 * 60 * 60 * 1000;

/** Effects, so that tests need not wait. */
export interface ReplayEffects {
  readonly print: (line: string) => void;
  /** Resolves after so many milliseconds, or as soon as the signal is given. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Given when the user has seen enough. */
  readonly signal: AbortSignal;
}

export interface ReplayOptions {
  /** How many times faster than it happened; Infinity for as fast as it goes. */
  readonly speed: number;
  /** Begin again after the end, until the signal is given. */
  readonly repeats: boolean;
}

/**
 * Reads what the user gave as a speed.
 * @returns Infinity for `max` and 0
 * @throws ParallaxError BAD_USER_INPUT when it is no number, or below 0
 */
export function readSpeed(text: string): number {
  if (text === 'max') return Infinity;
  const speed = Number(text);
  if (text.trim() === '' || !Number.isFinite(speed) || speed < 0) {
    throw new ParallaxError('BAD_USER_INPUT', 'Give --speed a number from 0 on, or "max".');
  }
  return speed === 0 ? Infinity : speed;
}

/** The longest that a timer of Node can wait, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Sleeps so many milliseconds (at most 24 days), or until the signal is given. */
export async function sleepUntil(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(Math.min(milliseconds, longestTimer), undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** Replays the demo on the running service, or on a store of this process when none runs. */
export async function replayDemo(config: Config, options: ReplayOptions, effects: ReplayEffects): Promise<void> {
  const target = await openTarget(config);
  try {
    do await replayOnce(target, options.speed, effects);
    while (options.repeats && !effects.signal.aborted);
  } finally {
    await target.close();
  }
}

/**
 * Takes the demo out and in again, delivery by delivery, with waits in proportion to the time that lay between them. When
 * the signal is given it finishes the delivery it is at and stops; what was taken in until then stays.
 */
export async function replayOnce(
  target: Pick<Target, 'removeDemo' | 'loadDemoDelivery'>,
  speed: number,
  { print, sleep, signal }: ReplayEffects,
): Promise<void> {
  const { articles } = await target.removeDemo();
  if (articles > 0) print(`The demo is taken out: ${articles} articles. Followers hear that its claims are retracted.`);
  for (let number = 0; !signal.aborted; number += 1) {
    const step = await target.loadDemoDelivery(number);
    for (const line of linesOf(step)) print(line);
    if (step.nextSeenAt === null) {
      print(`That was all: ${step.deliveries} deliveries.`);
      return;
    }
    const silence = Math.min(step.nextSeenAt.getTime() - step.seenAt.getTime(), longestSilence);
    if (Number.isFinite(speed) && !signal.aborted) await sleep(silence / speed, signal);
    if (signal.aborted) {
      print(
        `Stopped after ${number + 1} of ${step.deliveries} deliveries. "parallax demo load" takes the others in at once.`,
      );
    }
  }
}

const notes: Readonly<Record<ReceiptStatus, string>> = {
  NEW: '',
  NEW_VERSION: ' (changed)',
  UNCHANGED: ' (as before)',
  REFUSED: ' (refused)',
};

/** A line for each document, and what became of claims: in the same line, or in one of its own for several documents. */
function linesOf({ seenAt, source, documents, added, changed, retracted }: DemoStep): string[] {
  const time = seenAt.toISOString().slice(0, 16).replace('T', ' ');
  const counts = [
    [added, 'new'],
    [changed, 'changed'],
    [retracted, 'retracted'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const claims = `[claims: ${told.join(', ') || 'none'}]`;
  const lines = documents.map(({ status, headline }) => {
    return `${time}  ${source.padEnd(18)} ${headline ?? ''}${notes[status]}`;
  });
  return lines.length === 1 ? [`${lines[0]}  ${claims}`] : [...lines, `${' '.repeat(time.length + 21)}${claims}`];
}
