import { isIP } from 'node:net';
import { ParallaxError } from './errors.js';

// Each of these throws CONFIGURATION_INVALID for an entry that would silently do nothing, or something else.

/** Addresses, and networks as `10.0.0.0/8`. */
export function networks(entries: readonly string[]): readonly string[] {
  for (const entry of entries) {
    const [address = '', bits, ...rest] = entry.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (isIP(address) !== 0 && isNetwork && rest.length === 0) continue;
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `PARALLAX_TRUSTED_PROXIES must hold addresses or networks such as 10.0.0.0/8, not "${entry}".`,
    );
  }
  return entries;
}

/** Web pages as browsers name them: scheme, host and port, in small letters, without a path. */
export function origins(entries: readonly string[]): readonly string[] {
  for (const entry of entries) {
    const url = /^https?:/i.test(entry) && URL.canParse(entry) ? new URL(entry) : null;
    if (url?.origin === entry) continue;
    throw new ParallaxError(
      'CONFIGURATION_INVALID',
      `PARALLAX_ALLOWED_ORIGINS must hold origins such as ${url?.origin ?? 'https://desk.example'}, not "${entry}".`,
    );
  }
  return entries;
}

/** `host` stands for its ports 80 and 443, `host:port` for that port alone. */
export function privateHosts(entries: readonly string[]): readonly string[] {
  return entries.flatMap((entry) => {
    const url = URL.canParse(`http://${entry}`) ? new URL(`http://${entry}`) : null;
    if (url === null || url.username !== '' || url.pathname !== '/' || /[/?#\\*]/.test(entry)) {
      throw new ParallaxError(
        'CONFIGURATION_INVALID',
        `PARALLAX_FETCH_PRIVATE_HOSTS must hold host names or addresses, each with a port where it is not 80 or 443, not "${entry}".`,
      );
    }
    const port = /:(\d+)$/.exec(entry)?.[1];
    return (port === undefined ? ['80', '443'] : [String(Number(port))]).map((one) => `${url.hostname}:${one}`);
  });
}
