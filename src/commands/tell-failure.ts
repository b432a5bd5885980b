import { isParallaxError } from '../errors.js';

/**
 * Tells on standard error what failed while articles were analysed.
 * @param place such as `version ID` or `article ID`; empty when it was about neither
 */
export function tellFailure(error: unknown, place: string): void {
  const what = `Analysis failed${place && ` of ${place}`}:`;
  if (isParallaxError(error)) console.error(`${what} ${error.code}: ${error.message}`);
  else console.error(what, error);
}
