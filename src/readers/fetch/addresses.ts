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

/** Where an owner's own servers stand: loopback, RFC 1918, shared (RFC 6598, also used by overlay networks), unique local. */
const privateIPv4 = ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const privateIPv6 = ['::1/128', 'fc00::/7'];
/** Inside those, where cloud providers serve virtual machines their settings and keys. */
const metadataIPv4 = ['100.100.100.200/32'];
const metadataIPv6 = ['fd00:ec2::/32', 'fd20:ce::/32'];

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
const ownIPv4 = listOf('ipv4', privateIPv4);
const ownIPv6 = listOf('ipv6', privateIPv6);
const settingsIPv4 = listOf('ipv4', metadataIPv4);
const settingsIPv6 = listOf('ipv6', metadataIPv6);

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

/**
 * True for loopback and private networks, where an owner may allow a host by name. False for everything else, also for
 * link-local and cloud metadata addresses, which no setting opens.
 */
export function isOwnNetworkAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const version = isIP(address);
  if (version === 4) return ownIPv4.check(address, 'ipv4') && !settingsIPv4.check(address, 'ipv4');
  return version === 6 && ownIPv6.check(address, 'ipv6') && !settingsIPv6.check(address, 'ipv6');
}
