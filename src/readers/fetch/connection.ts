import type { LookupAddress } from 'node:dns';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { ParallaxError } from '../../errors.js';
import { isOwnNetworkAddress } from './addresses.js';
import type { FetchEffects } from './effects.js';
import { bareHost } from './urls.js';

export interface Connection {
  readonly stream: Socket;
  close(): void;
}

function refused(host: string, address: string): ParallaxError {
  const place = 'on this machine, in a private network or otherwise not on the public internet';
  const advice = isOwnNetworkAddress(address) ? ' If the host is yours, name it in PARALLAX_FETCH_PRIVATE_HOSTS.' : '';
  const sentence = host === address ? `${host} is ${place}.` : `${host} leads to ${address}, which is ${place}.`;
  return new ParallaxError('FETCH_ADDRESS_REFUSED', sentence + advice);
}

/** One answer of name resolution, refused when any address in it is refused, so that none can be connected to later. */
async function resolveHost(host: string, allowAddress: (address: string) => boolean, effects: FetchEffects) {
  const version = isIP(host);
  const found = version === 0 ? await effects.resolve(host) : [{ address: host, family: version }];
  const [first] = found;
  if (!first) throw Object.assign(new Error('No address'), { code: 'ENOTFOUND' });
  const bad = found.find(({ address }) => !allowAddress(address));
  if (bad) throw refused(host, bad.address);
  return found as readonly [LookupAddress, ...LookupAddress[]];
}

/** Settles when the socket has come so far, or fails with what went wrong. */
function once(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(event, resolve);
    socket.once('error', reject);
    socket.once('close', () => reject(Object.assign(new Error('Closed'), { code: 'ECONNRESET' })));
  });
}

/**
 * Opens a connection for one request. The name is resolved once and the connection made to that very answer; its addresses
 * are checked before, and the address at the other end again when it stands, before a byte is sent: a name whose answers
 * change (DNS rebinding) gains nothing.
 * @throws ParallaxError FETCH_ADDRESS_REFUSED; errors of resolution, connection and certificates as Node gives them
 */
export async function openConnection(
  url: URL,
  allowAddress: (address: string) => boolean,
  signal: AbortSignal,
  effects: FetchEffects,
): Promise<Connection> {
  const host = bareHost(url);
  const addresses = await resolveHost(host, allowAddress, effects);
  signal.throwIfAborted();
  const lookup: LookupFunction = (_, { all }, callback) => {
    if (all) callback(null, [...addresses]);
    else callback(null, addresses[0].address, addresses[0].family);
  };
  const isSecure = url.protocol === 'https:';
  const socket = connectTcp({ host, port: Number(url.port || (isSecure ? 443 : 80)), lookup });
  let secured: TLSSocket | null = null;
  const close = (): void => {
    secured?.destroy();
    socket.destroy();
  };
  // What goes wrong later than the listeners of `once` is told by the request.
  socket.on('error', () => {});
  signal.addEventListener('abort', close, { once: true });
  try {
    await once(socket, 'connect');
    const reached = socket.remoteAddress ?? '';
    if (!allowAddress(reached)) throw refused(host, reached);
    if (!isSecure) return { stream: socket, close };
    const name = host.replace(/\.$/, '');
    secured = connectTls({ socket, host: name, servername: isIP(name) === 0 ? name : '' });
    secured.on('error', () => {});
    await once(secured, 'secureConnect');
    return { stream: secured, close };
  } catch (error) {
    close();
    throw error;
  }
}
