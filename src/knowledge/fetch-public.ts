import { lookup } from 'node:dns'
import { type RequestOptions, request } from 'node:https'
import { BlockList, isIP, type LookupFunction, type TcpSocketConnectOpts } from 'node:net'
import { type Fetch, NotPublic, type Page } from './visit-link.ts'

/** How a host is connected to. */
type Connection = RequestOptions & Pick<TcpSocketConnectOpts, 'autoSelectFamilyAttemptTimeout'>

/** Enough for what some sites say before their page. */
const MOST_HEADERS = 64 * 1024
/** How long one of several machines of a host may take before the next is tried, in milliseconds. */
const NEXT_MACHINE_MS = 2_000

/**
 * Asks for a page that everybody can reach, and for its beginning only: over https, and never on this machine nor in a
 * private network. The host is looked up once, and what was found to be public is what is connected to.
 */
export const fetchPublic: Fetch = (address, options) => fetchBy({ lookup: lookUpPublic }, address, options)

/** The same, with hosts looked up as the connection says. */
export async function fetchBy(
  connection: Connection,
  address: string,
  { headers, signal }: Parameters<Fetch>[1],
): Promise<Page> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' || (isIP(host) && !isPublic(host))) throw notPublic(url.host)
  url.username = ''
  url.password = ''
  const asked: Connection = {
    headers: Object.fromEntries(new Headers(headers)),
    agent: false,
    maxHeaderSize: MOST_HEADERS,
    autoSelectFamilyAttemptTimeout: NEXT_MACHINE_MS,
    ...(signal ? { signal } : {}),
    ...connection,
  }
  return new Promise((answer, fail) => {
    const asking = request(url, asked, ({ statusCode = 0, headers: { location } }) => {
      answer({ status: statusCode, headers: new Headers(location ? { location: written(location) } : {}), body: null })
      asking.destroy()
    })
    asking.on('error', fail)
    asking.end()
  })
}

/** Looks a host up; one that has any machine in a private network is refused. */
const lookUpPublic: LookupFunction = (host, options, tell) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error) tell(error, '')
    else if (!first || !found.every(({ address }) => isPublic(address))) tell(notPublic(host), '')
    else if (options.all) tell(null, found)
    else tell(null, first.address, first.family)
  })
}

function notPublic(host: string): NotPublic {
  return new NotPublic(`${host} is not on the public network: it is not visited.`)
}

/** Some servers write letters with accents as they are. */
function written(location: string): string {
  return Buffer.from(location, 'latin1')
    .toString('utf8')
    .replace(/[^\u0020-\u007e]+/gu, encodeURIComponent)
}

/** Whether everybody reaches a machine by this address. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !APART.check(address)
  return isIP(address) === 6 && EVERYBODYS.check(address, 'ipv6') && !APART.check(address, 'ipv6')
}

/** The part of IPv6 that is given out; nothing outside it is public. */
const EVERYBODYS = new BlockList()
EVERYBODYS.addSubnet('2000::', 3, 'ipv6')

/** What IANA keeps for special purposes: this machine, private networks, examples, tests, groups. */
const APART = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  APART.addSubnet(net, bits, 'ipv4')
}
// Older ways to carry IPv4 within IPv6 would lead around the list above.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  APART.addSubnet(net, bits, 'ipv6')
}
