import { ParallaxError } from '../errors.js';

export interface ReadLimits {
  /** Largest document in bytes; in JSON Lines the largest line. A JSON Lines file may be of any length. */
  readonly documentBytes: number;
}

export const defaultLimits: ReadLimits = { documentBytes: 20 * 1024 * 1024 };

/** @returns the error that says so */
export function tooLarge(what: string, limits: ReadLimits): ParallaxError {
  const size = limits.documentBytes;
  const limit = size >= 1024 * 1024 ? `${Math.round(size / (1024 * 1024))} MB` : `${size} bytes`;
  return new ParallaxError('DOCUMENT_TOO_LARGE', `${what} is larger than ${limit}.`);
}
