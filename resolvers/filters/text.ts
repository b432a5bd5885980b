import { ParallaxError } from '../../src/errors.js';

/**
 * A text that a client filters by.
 * @throws ParallaxError BAD_USER_INPUT when it is empty, very long, or holds a character that no stored text can hold
 */
export function filterText(value: string | null | undefined, argument: string): string | null {
  if (value == null) return null;
  if (value.trim() === '' || value.length > 200 || value.includes('\0')) {
    throw new ParallaxError('BAD_USER_INPUT', `\`${argument}\` must be a text of 1 to 200 characters.`);
  }
  return value.trim();
}
