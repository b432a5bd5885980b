import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ParallaxError } from '../../errors.js';
import type { Caller } from '../access/caller.js';
import { countedAddress } from './address.js';

/** What an operation took of its caller's budget, and what is left. */
export interface Spending {
  /** Points that the operation took. */
  readonly cost: number;
  /** Points that the caller has in a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** Whether the operation would have taken more than was left. */
  readonly isOver: boolean;
  /** When the caller has all of them again. */
  readonly resetAt: Date;
}

/** Length of the time that a budget is for, in seconds. */
const minute = 60;

/** Fields of an answer that make one point. */
const fieldsOfPoint = 100;

/** Wrong keys that one address may show in a minute. */
const wrongKeysPerMinute = 100;

/** What an operation costs that may be answered with so many fields, in points. */
export const pointsOf = (fields: number): number => 1 + Math.floor(fields / fieldsOfPoint);

/**
 * What a request costs that is refused, in points: reading and checking it takes about as long as an answer of a few
 * hundred fields, and no program sends such again and again.
 */
export const pointsOfRefused = 10;

/** RATE_LIMITED, and when to come back. */
export class RateLimited extends ParallaxError {
  constructor(
    usedUp: string,
    readonly resetAt: Date,
  ) {
    super('RATE_LIMITED', `${usedUp} a minute are used up: wait until ${resetAt.toISOString()}.`);
  }

  /** Whole seconds to wait. */
  get retryAfter(): number {
    return secondsUntil(this.resetAt);
  }
}

export const secondsUntil = (time: Date): number => Math.max(1, Math.ceil((time.getTime() - Date.now()) / 1000));

/** Counts what callers ask, by key, or by address for those without. Held in memory: each process counts for itself. */
export class Budgets {
  readonly #spent: RateLimiterMemory | null;
  readonly #wrongKeys = new RateLimiterMemory({ points: wrongKeysPerMinute, duration: minute });

  /** @param pointsPerMinute 0 for no limit */
  constructor(private readonly pointsPerMinute: number) {
    this.#spent = pointsPerMinute > 0 ? new RateLimiterMemory({ points: pointsPerMinute, duration: minute }) : null;
  }

  /**
   * Takes points, also from a caller that has none left: who goes on all the same waits no shorter.
   * @returns null where there is no limit
   */
  async spend(caller: Caller, points: number): Promise<Spending | null> {
    if (this.#spent === null) return null;
    const key = keyOf(caller);
    const state = await this.#spent.consume(key, points).catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
    return {
      cost: points,
      limit: this.pointsPerMinute,
      remaining: Math.max(0, this.pointsPerMinute - state.consumedPoints),
      isOver: state.consumedPoints > this.pointsPerMinute,
      resetAt: new Date(Date.now() + state.msBeforeNext),
    };
  }

  /**
   * For a caller that has used up its budget nothing of what it sends need be looked at.
   * @throws RateLimited
   */
  async assertHasLeft(caller: Caller): Promise<void> {
    const state = await this.#spent?.get(keyOf(caller));
    if (!state || state.consumedPoints < this.pointsPerMinute) return;
    throw new RateLimited(`Your ${this.pointsPerMinute} points`, new Date(Date.now() + state.msBeforeNext));
  }

  /** Counts a key that was wrong. */
  async countWrongKey(address: string): Promise<void> {
    await this.#wrongKeys.consume(countedAddress(address)).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
    });
  }

  /** What to tell an address that shows one wrong key after the other; null for all others. */
  async waitingForKeys(address: string): Promise<RateLimited | null> {
    const state = await this.#wrongKeys.get(countedAddress(address));
    if (state === null || state.consumedPoints < wrongKeysPerMinute) return null;
    return new RateLimited(
      `The ${wrongKeysPerMinute} wrong keys from one address`,
      new Date(Date.now() + state.msBeforeNext),
    );
  }
}

/** A caller without a key is known by its address. */
export const keyOf = ({ id, isAnonymous }: Caller) => (isAnonymous ? `address ${countedAddress(id)}` : `key ${id}`);
