import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What tells a reader, and a scanner for secrets, whose key it is. */
const prefix = 'parallax_';

/** Letters and digits only, so that a double click selects all of it. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** So many letters hold 256 bits, and so many a checksum of 32. */
const secretLength = 43;
const checksumLength = 6;

const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${secretLength + checksumLength}}$`);

function spell(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest /= 62n) text = alphabet[Number(rest % 62n)] + text;
  return text;
}

const checksum = (text: string) => spell(BigInt(crc32(text)), checksumLength);

/**
 * A new key: 256 random bits and a checksum (CRC-32), as GitHub's tokens have it, by which a mistyped key, and a string
 * that only looks like one, is told without asking the database.
 */
export function makeKey(): string {
  const secret = prefix + spell(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength);
  return secret + checksum(secret);
}

/** Whether a text could be a key of ours. */
export function isKeyText(text: string): boolean {
  return shape.test(text) && text.endsWith(checksum(text.slice(0, -checksumLength)));
}

/**
 * What is kept of a key: SHA-256, hexadecimal. A slow hash with salt, as passwords need it, would gain nothing: nobody
 * tries 2^256 keys, and no two are equal. Nor does looking a hash up tell anything by the time it takes, since who shows
 * a key cannot choose what it hashes to.
 */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
