import { isParallaxError } from '../../errors.js';
import type { Budgets } from '../limits/budget.js';
import type { Access, Identify } from './identify.js';

/**
 * Has an address wait that shows one wrong key after the other. A right key passes all the same, since others may call
 * from that address: it is known without asking the database, and nothing else is asked for an address that waits. So
 * nobody is kept from guessing, which the length of keys does, but from having the database asked by it.
 */
export function countWrongKeys(identify: Access['identify'], budgets: Budgets): Identify {
  return async (credentials) => {
    if (credentials.authorization === undefined) return identify(credentials, true);
    const waiting = await budgets.waitingForKeys(credentials.address);
    try {
      return await identify(credentials, waiting === null);
    } catch (error) {
      if (!isParallaxError(error) || error.code !== 'UNAUTHENTICATED') throw error;
      await budgets.countWrongKey(credentials.address);
      throw waiting ?? error;
    }
  };
}
