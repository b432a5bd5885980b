import { setMaxListeners } from 'node:events';
import { ParallaxError } from '../../errors.js';

/** Says when nobody waits for an operation any more. */
export interface Deadline {
  /** Fires, with a ParallaxError as its reason, when the time is up or one of the other signals has fired. */
  readonly signal: AbortSignal;
  /** Gives so much time, in milliseconds from now, in place of what was given; null for as much as it takes. */
  allow(millis: number | null): void;
  /** Fires the signal, for this reason. */
  cancel(reason: ParallaxError): void;
  /** Lets go of the clock and of the other signals. Whoever starts a deadline closes it. */
  close(): void;
}

/**
 * As `AbortSignal.any` with `AbortSignal.timeout`, which hold on to a request until the time is up, and to every request
 * as long as one of the signals lives: ours live as long as a connection, a key or the process.
 */
export function startDeadline(millis: number | null, ...others: readonly AbortSignal[]): Deadline {
  const controller = new AbortController();
  // Node warns of a leak at eleven listeners: a request may read more than that at a time, and a caller ask more.
  setMaxListeners(Infinity, controller.signal, ...others);
  let clock: NodeJS.Timeout | undefined;
  const listeners = others.map((other) => {
    const listen = () => controller.abort(other.reason);
    if (other.aborted) listen();
    else other.addEventListener('abort', listen, { once: true });
    return () => other.removeEventListener('abort', listen);
  });
  const allow = (allowed: number | null) => {
    clearTimeout(clock);
    if (allowed === null) return;
    clock = setTimeout(() => {
      const sentence = `The request took longer than ${allowed / 1000} seconds: ask for less at a time.`;
      controller.abort(new ParallaxError('REQUEST_TIMEOUT', sentence));
    }, allowed);
  };
  allow(millis);
  return {
    signal: controller.signal,
    allow,
    cancel: (reason) => controller.abort(reason),
    close() {
      clearTimeout(clock);
      for (const stop of listeners) stop();
    },
  };
}

/**
 * Waits for a promise no longer than until the signal fires.
 * @param drop gets the value when it comes too late
 * @throws the reason of the signal
 */
export async function untilAborted<Value>(
  promise: Value | Promise<Value>,
  signal: AbortSignal,
  drop: (late: Value) => void = () => undefined,
): Promise<Value> {
  if (!(promise instanceof Promise)) return promise;
  return new Promise<Value>((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    promise.then(
      (value) => {
        signal.removeEventListener('abort', stop);
        resolve(value);
        if (signal.aborted) drop(value);
      },
      (error: Error) => {
        signal.removeEventListener('abort', stop);
        reject(error);
      },
    );
  });
}
