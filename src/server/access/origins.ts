import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { isLoopback, type Config } from '../../config.js';

/** Host headers of which it is remembered whether they are ours: clients send few, and reading one as an address takes its time. */
const mostHosts = 100;

/** Which web pages may call the service, and under which names it may be called. */
export interface OriginCheck {
  /**
   * @param origin the Origin header; absent when the caller is no browser, or the page is ours and only reads
   * @param host the Host header
   */
  allowsOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** @param host the Host header */
  allowsHost(host: string | undefined): boolean;
}

/**
 * A page is ours when it comes from the port that the service listens on, at a loopback address or at the configured
 * host. The Host header alone never makes it ours: it names whatever domain the browser was sent to, and a domain can be
 * pointed at this machine after its page has loaded (DNS rebinding). For the same reason a service on loopback answers
 * only to names of loopback. Beyond loopback a caller must show a key, which no page has that was not given it, or is
 * left to do what the operator has opened to everybody, so there the page that the service itself served is ours under
 * whatever name it was reached, also through a proxy.
 *
 * @param port the port it listens on, asked at each request
 */
export function checkOrigins(config: Pick<Config, 'host' | 'allowedOrigins'>, port: () => number): OriginCheck {
  const host = config.host.toLowerCase();
  const isOwnName = (name: string) => isLoopback(name) || name.replace(/^\[|\]$/g, '') === host;
  const known = new LRUCache<string, boolean>({ max: mostHosts });
  const isOnLoopback = (header: string) => {
    const url = parseUrl(`http://${header}`);
    return url !== null && isLoopback(url.hostname);
  };
  return {
    allowsOrigin(origin, header) {
      if (origin === undefined || config.allowedOrigins.includes(origin)) return true;
      const url = parseUrl(origin);
      if (!isLoopback(host) && url !== null && url.host === header?.toLowerCase()) return true;
      return url?.protocol === 'http:' && isOwnName(url.hostname) && Number(url.port || 80) === port();
    },
    allowsHost(header) {
      if (!isLoopback(host) || header === undefined) return true;
      let allows = known.get(header);
      if (allows === undefined) {
        allows = isOnLoopback(header);
        known.set(header, allows);
      }
      return allows;
    },
  };
}

/**
 * Whether a page of another site embeds the request, as a picture, a script or a `fetch` whose answer it may not see
 * (Fetch Metadata Request Headers, W3C). Such a request has no Origin, and it may choose what it accepts: it could open
 * streams and keep the service busy. Browsers older than 2023 do not say so.
 */
export function isEmbeddedElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return headers['sec-fetch-mode'] === 'no-cors' && (site === 'cross-site' || site === 'same-site');
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
