import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isParallaxError, ParallaxError } from '../errors.js';
import { isPublicAddress } from './addresses.js';
import { readBody } from './body.js';
import { defaultLimits, type ReadLimits } from './limits.js';

export interface FetchOptions {
  readonly limits?: ReadLimits;
  /** Milliseconds for everything: names, connections, redirects, body. */
  readonly timeLimit?: number;
  /** Names this program to the server, with its version. */
  readonly userAgent?: string;
  /** Which addresses may be connected to. Checked for every connection, on the address that is connected to. */
  readonly allowAddress?: (address: string) => boolean;
}

export interface FetchedDocument {
  /** The body, decompressed. */
  readonly bytes: Uint8Array;
  /** Content-Type as the server gave it; null when it gave none. */
  readonly mediaType: string | null;
  /** Where it was found in the end, after redirects. */
  readonly url: string;
}

const TIME_LIMIT = 20_000;
const MOST_REDIRECTS = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches one document over HTTP or HTTPS: at most 5 redirects, gzip and Brotli decoded, the size limit on what is decoded.
 * @throws ParallaxError URL_INVALID, FETCH_ADDRESS_REFUSED, FETCH_STATUS, FETCH_TIMEOUT, FETCH_FAILED, DOCUMENT_TOO_LARGE
 */
export async function fetchDocument(address: string, options: FetchOptions = {}): Promise<FetchedDocument> {
  const { limits = defaultLimits, timeLimit = TIME_LIMIT } = options;
  const signal = AbortSignal.timeout(timeLimit);
  let url = parseUrl(address);
  try {
    for (let followed = 0; followed <= MOST_REDIRECTS; followed += 1) {
      const response = await open(url, options, signal);
      try {
        const status = response.statusCode ?? 0;
        const location = response.headers.location;
        if (redirects.has(status) && location !== undefined) {
          url = parseUrl(location, url);
          continue;
        }
        if (status < 200 || status > 299) {
          throw new ParallaxError('FETCH_STATUS', `The server answered ${status} for ${url.href}.`);
        }
        const bytes = await readBody(response, limits);
        return { bytes, mediaType: response.headers['content-type'] ?? null, url: url.href };
      } finally {
        response.destroy();
      }
    }
    throw new ParallaxError('FETCH_FAILED', `${address} redirects more than ${MOST_REDIRECTS} times.`);
  } catch (error) {
    if (isParallaxError(error)) throw error;
    if (signal.aborted) {
      const seconds = timeLimit / 1000;
      throw new ParallaxError('FETCH_TIMEOUT', `${url.host} did not answer in full within ${seconds} s.`, {
        cause: error,
      });
    }
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const sentence =
      code === 'ENOTFOUND' ? `There is no host ${url.hostname}.` : `${url.host}: connection failed (${code}).`;
    throw new ParallaxError('FETCH_FAILED', sentence, { cause: error });
  }
}

function parseUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new ParallaxError('URL_INVALID', `"${address}" is not a URL.`);
  const url = new URL(address, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ParallaxError('URL_INVALID', `${url.protocol} addresses cannot be fetched: only http and https.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ParallaxError('URL_INVALID', 'A URL with a user name or password is not fetched.');
  }
  url.hash = '';
  return url;
}

function refused(host: string, address: string): ParallaxError {
  return new ParallaxError(
    'FETCH_ADDRESS_REFUSED',
    `${host} leads to ${address}, which is on this machine or in a private network.`,
  );
}

/** Resolves a name as Node does, and refuses it when any of its addresses is refused, so that none can be connected to later. */
function filteredLookup(allowAddress: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const first = found?.[0];
      const bad = error ? undefined : found.find(({ address }) => !allowAddress(address));
      if (error || !first) callback(error ?? Object.assign(new Error('No address'), { code: 'ENOTFOUND' }), '', 0);
      else if (bad) callback(refused(host, bad.address), '', 0);
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

function open(url: URL, options: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { userAgent = 'Parallax', allowAddress = isPublicAddress } = options;
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // A name goes through the lookup; an address written in the URL does not.
  if (isIP(literal) !== 0 && !allowAddress(literal)) throw refused(url.hostname, literal);
  const settings: RequestOptions = {
    signal,
    lookup: filteredLookup(allowAddress),
    agent: false, // a connection of its own: never one that was opened for another caller
    headers: {
      'User-Agent': userAgent,
      Accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, application/json;q=0.8, */*;q=0.1',
      'Accept-Encoding': 'gzip, br',
    },
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, settings, resolve);
    request.on('error', reject);
    request.end();
  });
}
