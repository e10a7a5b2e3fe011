import { BlockList, isIP } from 'node:net'

/** Which addresses others may send us to. */

const closed = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // behind a carrier's NAT
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // what Azure tells its machines about themselves
  ['169.254.0.0', 16], // link-local, and what other clouds tell theirs
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // examples in documents, here and below
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // measuring
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and everyone at once
] as const

/** Ranges of what is given out on the internet that lead elsewhere: Teredo and its kind, examples, 6to4. */
const closed6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const refused = new BlockList()
for (const [address, bits] of closed) refused.addSubnet(address, bits, 'ipv4')
for (const [address, bits] of closed6) refused.addSubnet(address, bits, 'ipv6')

/** Only this of IPv6 is given out: no loopback, no IPv4 in other clothes, no NAT64, nothing local or multicast. */
const given6 = new BlockList()
given6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is not one of the open internet. What is no address at all is not either. */
export function isClosed(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return refused.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return true
  return !given6.check(address, 'ipv6') || refused.check(address, 'ipv6')
}
