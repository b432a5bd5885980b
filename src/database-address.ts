import { ParallaxError } from './errors.js';

/**
 * The address of the database with the password in it, percent-encoded, so that a password may have any characters.
 * @throws ParallaxError CONFIGURATION_INVALID; it never shows the address, which may hold a password
 */
export function addressOfDatabase(address: string | null, password: string | null): string | null {
  if (address === null) {
    if (password === null) return null;
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      'DATABASE_PASSWORD is set without DATABASE_URL: set both, or none for the embedded database.',
    );
  }
  if (!/^postgres(ql)?:\/\//.test(address)) {
    throw new ParallaxError('CONFIGURATION_INVALID', 'DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  if (password === null) return address;
  if (!URL.canParse(address)) throw new ParallaxError('CONFIGURATION_INVALID', 'DATABASE_URL is not a URL.');
  const url = new URL(address);
  if (url.password !== '') {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      'DATABASE_URL has a password and DATABASE_PASSWORD is set: keep one of them.',
    );
  }
  if (url.username === '' || url.hostname === '') {
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      'DATABASE_URL must name user and host when DATABASE_PASSWORD is set: postgres://user@host:5432/database.',
    );
  }
  url.password = encodeURIComponent(password);
  return url.href;
}
