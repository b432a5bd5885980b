import { ParallaxError } from '../../errors.js';

/**
 * The longest URL that is fetched, in characters; the Sitemaps protocol has the same limit. It also bounds the work of
 * matching a URL with the rules of a robots.txt.
 */
const LONGEST = 2048;

/**
 * Ports above 1023 of other protocols, on which a request could be taken for a command (Fetch standard, "bad port"). Of the
 * ports below 1024 only 80 and 443 are HTTP's.
 */
const otherProtocols = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080, 11211,
]);

/** The host of a URL as an owner names it in the configuration: `archive.example:8080`, the port always written. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** An address in square brackets without them: what name resolution and `isIP` want. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * Reads an address that may be fetched; its fragment is dropped.
 * @param base what a relative address (of a redirect) is relative to
 * @param isNamed true for hosts and ports that the owner has named, which may have any port
 * @throws ParallaxError URL_INVALID
 */
export function readAddress(address: string, base: URL | null, isNamed: (url: URL) => boolean): URL {
  const shown = address.length > 200 ? `${address.slice(0, 200)}…` : address;
  if (!URL.canParse(address, base?.href)) throw new ParallaxError('URL_INVALID', `"${shown}" is not a URL.`);
  const url = new URL(address, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ParallaxError('URL_INVALID', `${url.protocol} addresses cannot be fetched: only http and https.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ParallaxError('URL_INVALID', 'A URL with a user name or password is not fetched.');
  }
  url.hash = '';
  if (url.href.length > LONGEST) {
    throw new ParallaxError('URL_INVALID', `"${shown}" is longer than ${LONGEST} characters.`);
  }
  const port = Number(url.port);
  if (url.port !== '' && (port < 1024 || otherProtocols.has(port)) && !['80', '443'].includes(url.port)) {
    if (!isNamed(url))
      throw new ParallaxError('URL_INVALID', `Port ${url.port} of ${url.hostname} is not one of HTTP.`);
  }
  return url;
}
