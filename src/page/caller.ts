import { isIPv6 } from 'node:net'

/**
 * The address that a limit counts by. We speak HTTP only: where people reach us by HTTPS, a proxy of ours stands
 * before us, and the last address of X-Forwarded-For is the one that it saw. Elsewhere that header is anybody's word.
 */
export function callerOf(socket: string | undefined, forwarded: string | undefined, publicUrl: string): string {
  const seen = publicUrl.startsWith('https:') ? forwarded?.split(',').at(-1)?.trim() : undefined
  return household(seen || socket || 'unknown')
}

/**
 * An IPv6 address by its first 64 bits, of which a connection has all the rest; an IPv4 address as it is. Some proxies
 * (Azure's among them) write the port as well, which is another one at every connection.
 */
function household(address: string): string {
  const host = /^\[([^\]]*)\]/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address
  const plain = host.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const between = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...(tail === undefined ? [] : between), ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
