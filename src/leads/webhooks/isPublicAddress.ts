import { BlockList, isIP } from 'node:net'

/** What is no address of a server on the internet (IANA's registries of special-purpose addresses, 2025). */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  // The metadata of cloud machines among them.
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** Inside of the addresses that the internet uses: those that carry an IPv4 address, or are for documents and tests. */
const IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '2620:4f:8000::/48']

const listOf = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    list.addSubnet(address, Number(prefix), family)
  }
  return list
}

const special4 = listOf(IPV4, 'ipv4')
const special6 = listOf(IPV6, 'ipv6')
/** All that is handed out so far. Loopback, local, mapped and translated addresses lie outside. */
const internet6 = listOf(['2000::/3'], 'ipv6')

/** Whether an IP address belongs to the internet, and not to the server's own network, to itself or to nobody. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !special4.check(address, 'ipv4')
  if (isIP(address) !== 6) return false
  // A zone names an interface of this machine.
  if (address.includes('%')) return false
  return internet6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}
