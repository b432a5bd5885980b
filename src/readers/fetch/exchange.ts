import { request as requestHttp, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { isParallaxError, ParallaxError } from '../../errors.js';
import { openConnection, type Connection } from './connection.js';
import type { FetchEffects } from './effects.js';

export interface ExchangeSettings {
  readonly userAgent: string;
  /** Checked for every connection, on the address that is connected to. */
  readonly allowAddress: (address: string) => boolean;
  /** Milliseconds for names, connection, headers and body together. */
  readonly timeLimit: number;
  /** Milliseconds in which the server must send something. */
  readonly idleLimit: number;
  /** Ends the exchange from outside. */
  readonly signal: AbortSignal;
}

/** Bytes of status line and headers together. Node allows 16 KiB, which some pages' policies and cookies alone fill. */
const HEADER_BYTES = 64 * 1024;

const accepted =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, ' +
  'application/xml;q=0.9, text/plain;q=0.9, application/json;q=0.8, */*;q=0.1';

function send(url: URL, stream: Socket, userAgent: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = requestHttp({
      // The connection stands already, encrypted where it must be: nothing here opens another one.
      createConnection: () => stream,
      path: url.pathname + url.search,
      maxHeaderSize: HEADER_BYTES,
      headers: {
        Host: url.host,
        'User-Agent': userAgent,
        Accept: accepted,
        'Accept-Encoding': 'gzip, br',
        Connection: 'close',
      },
    });
    request.once('response', resolve);
    // An answer in another protocol, which we did not ask for.
    request.once('upgrade', (_, socket) => socket.destroy());
    request.once('close', () => reject(Object.assign(new Error('Closed'), { code: 'ECONNRESET' })));
    request.on('error', reject);
    request.end();
  });
}

/** Certificates that are not trusted, by the codes of OpenSSL and Node. */
const certificateFailure = /CERT|UNABLE_TO_(?:GET|VERIFY)|ERR_TLS_CERT|CRL_|HOSTNAME_MISMATCH/;

function codedFailure(url: URL, error: unknown): unknown {
  if (isParallaxError(error)) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const told = (name: 'FETCH_FAILED' | 'FETCH_CERTIFICATE', sentence: string) =>
    new ParallaxError(name, sentence, { cause: error });
  if (code === 'ENOTFOUND') return told('FETCH_FAILED', `There is no host ${url.hostname}.`);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return told('FETCH_FAILED', `The headers of ${url.host} are longer than ${HEADER_BYTES / 1024} KiB.`);
  }
  if (code.startsWith('HPE_')) return told('FETCH_FAILED', `What ${url.host} answers is not HTTP (${code}).`);
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return told('FETCH_FAILED', `The packed answer of ${url.host} is damaged (${code}).`);
  }
  if (certificateFailure.test(code)) {
    return told('FETCH_CERTIFICATE', `The certificate of ${url.host} cannot be trusted (${code}).`);
  }
  return told('FETCH_FAILED', `${url.host}: connection failed (${code}).`);
}

/**
 * One request over a connection of its own, closed when `read` is done with the response, read or not.
 * @throws ParallaxError FETCH_ADDRESS_REFUSED, FETCH_TIMEOUT, FETCH_FAILED, FETCH_CERTIFICATE, and what `read` throws
 */
export async function exchange<Answer>(
  url: URL,
  settings: ExchangeSettings,
  effects: FetchEffects,
  read: (response: IncomingMessage) => Promise<Answer>,
): Promise<Answer> {
  const { timeLimit, idleLimit, signal: outside } = settings;
  const controller = new AbortController();
  const giveUp = (sentence: string): void => controller.abort(new ParallaxError('FETCH_TIMEOUT', sentence));
  const stop = (): void => controller.abort(outside.reason);
  const timer = setTimeout(
    () => giveUp(`${url.host} did not answer in full within ${timeLimit / 1000} s.`),
    Math.max(0, timeLimit),
  );
  outside.addEventListener('abort', stop, { once: true });
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  aborted.catch(() => {});
  let connection = null as Connection | null;
  try {
    outside.throwIfAborted();
    const answered = async (): Promise<Answer> => {
      connection = await openConnection(url, settings.allowAddress, controller.signal, effects);
      connection.stream.setTimeout(idleLimit, () => giveUp(`${url.host} sent nothing for ${idleLimit / 1000} s.`));
      return read(await send(url, connection.stream, settings.userAgent));
    };
    // Name resolution cannot be ended, only left behind; a connection that stands by then closes itself.
    return await Promise.race([answered(), aborted]);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : codedFailure(url, error);
  } finally {
    clearTimeout(timer);
    outside.removeEventListener('abort', stop);
    connection?.close();
  }
}
