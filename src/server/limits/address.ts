import { isIPv6 } from 'node:net';

/** How many groups of an IPv6 address name the network that one subscriber is given (RFC 6177: a /64 at least). */
const groupsOfNetwork = 4;

/**
 * Under what an address is counted: IPv6 by its network of 64 bits, since whoever has one address has all of them.
 * IPv4 in the form of IPv6 counts as IPv4.
 */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] as string).toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array<string>(missing).fill('0'), ...after];
  return `${all
    .slice(0, groupsOfNetwork)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
