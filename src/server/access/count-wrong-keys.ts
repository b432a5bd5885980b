import { isParallaxError } from '../../errors.js';
import type { Budgets } from '../limits/budget.js';
import type { Identify } from './identify.js';

/** Has an address wait that shows one wrong key after the other. */
export function countWrongKeys(identify: Identify, budgets: Budgets): Identify {
  return async (credentials) => {
    if (credentials.authorization === undefined) return identify(credentials);
    await budgets.assertMayTryKeys(credentials.address);
    try {
      return await identify(credentials);
    } catch (error) {
      if (isParallaxError(error) && error.code === 'UNAUTHENTICATED') await budgets.countWrongKey(credentials.address);
      throw error;
    }
  };
}
