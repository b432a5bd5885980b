import { BlockList, isIP } from 'node:net';

/** IANA IPv4 special-purpose address registry: this network, private, shared, loopback, link-local, documentation, test, multicast, reserved. */
const specialIPv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // A public address on which one cloud provider serves its virtual machines their settings.
  '168.63.129.16/32',
];

/** Of IPv6 only 2000::/3 is given out to hosts; inside it: protocol assignments (Teredo among them), documentation, 6to4. */
const globalIPv6 = ['2000::/3'];
const specialIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const refusedIPv4 = listOf('ipv4', specialIPv4);
const allowedIPv6 = listOf('ipv6', globalIPv6);
const refusedIPv6 = listOf('ipv6', specialIPv6);

/**
 * True for addresses on the public internet. False for loopback, private, link-local, cloud metadata and every other special
 * range, for IPv4 written inside IPv6 (::ffff:127.0.0.1, 64:ff9b::), and for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const version = isIP(address);
  if (version === 4) return !refusedIPv4.check(address, 'ipv4');
  return version === 6 && allowedIPv6.check(address, 'ipv6') && !refusedIPv6.check(address, 'ipv6');
}
