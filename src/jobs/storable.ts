import { ParallaxError } from '../errors.js';
import type { CleanArticle, DeclaredFields, DecodedDocument } from '../pipeline/values.js';

/** Clocks differ and time zones are left out; a date further ahead than this is wrong, in milliseconds. */
const futureTolerance = 24 * 60 * 60 * 1000;

/**
 * Refuses what no text column can hold: the character U+0000. Files with it are told from text by their bytes; JSON can
 * still write it as an escape.
 * @throws ParallaxError DOCUMENT_BINARY
 */
export function requireText({ content, declared }: DecodedDocument): void {
  for (const [name, value] of Object.entries({ text: content, ...declared })) {
    if (typeof value !== 'string' || !value.includes('\0')) continue;
    throw new ParallaxError('DOCUMENT_BINARY', `"${name}" holds the character U+0000, which is not text.`);
  }
}

/**
 * Declared fields with U+FFFD for each half of a character outside the Basic Multilingual Plane: whoever cuts a headline
 * at so many code units leaves such halves, and a jsonb column refuses them.
 */
export function withWholeCharacters(declared: DeclaredFields): DeclaredFields {
  return Object.fromEntries(
    Object.entries(declared).map(([name, value]: [string, string | boolean]) => [
      name,
      typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value,
    ]),
  );
}

/** @throws ParallaxError DATE_IN_FUTURE */
export function requirePast({ publishedAt }: CleanArticle, now: Date): void {
  if (publishedAt === null || Date.parse(publishedAt) <= now.getTime() + futureTolerance) return;
  throw new ParallaxError('DATE_IN_FUTURE', `The publication date ${publishedAt.slice(0, 10)} lies in the future.`);
}
