import { ADDRCONFIG, type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';

/** What fetching needs of the world besides sockets; tests hand in their own, so that none waits and names can turn. */
export interface FetchEffects {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** All addresses of a name. Throws as `dns.lookup` does. */
  resolve(host: string): Promise<readonly LookupAddress[]>;
}

export const systemEffects: FetchEffects = {
  now: () => Date.now(),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  resolve: (host) => lookup(host, { all: true, hints: ADDRCONFIG }),
};
