import { createHash } from 'node:crypto';
import { ParallaxError } from '../../errors.js';

export type CursorValue = string | number;

/** Not a secret: it tells a cursor of ours from a mistyped or cut one, so that it is refused and not misread. */
function checksum(payload: string): string {
  return createHash('sha256').update('parallax cursor ').update(payload).digest('base64url').slice(0, 8);
}

/**
 * A cursor: a place in a named order, as a string that clients only hand back.
 * @param order name of the order, so that a cursor of one list is refused by another
 */
export function encodeCursor(order: string, values: readonly CursorValue[]): string {
  const payload = JSON.stringify([order, ...values]);
  return Buffer.from(checksum(payload) + payload).toString('base64url');
}

/**
 * The values that {@link encodeCursor} put in.
 * @throws ParallaxError BAD_USER_INPUT when it is not a cursor of this order
 */
export function decodeCursor(order: string, cursor: string, argument: string): CursorValue[] {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const payload = text.slice(8);
  const [name, ...values] = checksum(payload) === text.slice(0, 8) ? readPayload(payload) : [];
  if (name === undefined) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` is not a cursor that this service gave out.`);
  }
  if (name !== order) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` is a cursor of another list (${name}, not ${order}).`);
  }
  return values;
}

function readPayload(payload: string): CursorValue[] {
  try {
    const values: unknown = JSON.parse(payload);
    return Array.isArray(values) ? (values as CursorValue[]) : [];
  } catch {
    return [];
  }
}
