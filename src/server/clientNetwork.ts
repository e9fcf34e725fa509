import { isIP } from 'node:net'

/**
 * What limits count by: an IPv4 address as it is, of an IPv6 address the network. Whoever has one IPv6 address has 2^64 of them,
 * and would have as many limits.
 *
 * @param address of a socket, or as a proxy wrote it: maybe with a port or a zone
 */
export function clientNetwork(address: string): string {
  const bare = (/^\[([^\]]+)\]/.exec(address)?.[1] ?? address).replace(/%.*$/, '')
  const plain = /^(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(bare.replace(/^::ffff:/i, ''))?.[1]
  if (plain !== undefined) return plain
  return isIP(bare) === 6 ? `${groupsOf(bare).slice(0, 4).join(':')}::/64` : bare.slice(0, 64)
}

/** The eight groups of an IPv6 address, written as URLs write them. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  if (tail === undefined) return before
  const after = tail === '' ? [] : tail.split(':')
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}
