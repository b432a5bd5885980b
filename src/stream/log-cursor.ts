import { ParallaxError } from '../errors.js';
import { decodeCursor, encodeCursor } from '../store/queries/cursor.js';

const order = 'claim changes';

/** The cursor of a position in the log of claim changes. */
export function encodeLogCursor(position: string): string {
  return encodeCursor(order, [position]);
}

/**
 * The position that a cursor stands for.
 * @throws ParallaxError BAD_USER_INPUT
 */
export function decodeLogCursor(cursor: string): string {
  const [position] = decodeCursor(order, cursor, 'after');
  if (typeof position !== 'string' || !/^\d{1,18}$/.test(position)) {
    throw new ParallaxError('BAD_USER_INPUT', '`after` is not a cursor that this service gave out.');
  }
  return position;
}
