import { ParallaxError } from '../../src/errors.js';
import { largestPageSize } from './connection-arguments.js';
import { decodeId, type NodeTypeName } from './global-id.js';

/**
 * Types and database ids of the global ids of the argument `ids`.
 * @throws ParallaxError BAD_USER_INPUT also when there are more than a page may hold
 */
export function decodeIds(globalIds: readonly string[]): { type: NodeTypeName; id: string }[] {
  if (globalIds.length > largestPageSize) {
    throw new ParallaxError(
      'BAD_USER_INPUT',
      `\`ids\` holds ${globalIds.length} ids; ${largestPageSize} are the most.`,
    );
  }
  return globalIds.map((globalId) => decodeId(globalId, 'ids'));
}
