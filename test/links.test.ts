import { createServer, type Server } from 'node:http'
import { createServer as createProtectedServer } from 'node:https'
import { type AddressInfo, createServer as createListener } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf } from '../src/knowledge/content.ts'
import { fetchBy, fetchPublic, isPublic } from '../src/knowledge/fetch-public.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { type Link, linksOf } from '../src/knowledge/links.ts'
import { checkLinks } from '../src/knowledge/links-check.ts'
import { type Fetch, NotPublic } from '../src/knowledge/visit-link.ts'

const FILES = readFiles(fileURLToPath(new URL('../knowledge', import.meta.url)))

interface Page {
  readonly status?: number
  readonly to?: string
  /** How often it does not answer at all before it does. */
  readonly mute?: number
}

const PAGES: Readonly<Record<string, Page>> = {
  'fine.test/a': {},
  'fine.test/slash': { status: 301, to: '/slash/' },
  'fine.test/slash/': {},
  'fine.test/www': { status: 302, to: 'https://www.fine.test/there' },
  'www.fine.test/there': {},
  'fine.test/by-http': { status: 301, to: 'http://fine.test/by-http/' },
  'fine.test/by-http/': {},
  'fine.test/to-www-by-http': { status: 301, to: 'http://www.fine.test/to-www-by-http' },
  'www.fine.test/to-www-by-http': {},
  'fr.fine.test/page': { status: 302, to: 'https://www.fine.test/fr/page' },
  'www.fine.test/fr/page': {},
  'tongues.test/': { status: 302, to: '/fr' },
  'tongues.test/fr': {},
  'asked.test/': { status: 302, to: '/fr/' },
  'asked.test/fr/': {},
  'gone.test/page': { status: 404 },
  'gone.test/410': { status: 410 },
  'moved.test/page': { status: 301, to: 'https://other.test/page' },
  'other.test/page': {},
  'home.test/fr/page': { status: 302, to: '/fr/' },
  'home.test/fr/': {},
  'home.test/': {},
  'shy.test/401': { status: 401 },
  'shy.test/403': { status: 403 },
  'shy.test/429': { status: 429 },
  'shy.test/999': { status: 999 },
  'ill.test/page': { status: 503 },
  'round.test/page': { status: 302, to: '/page' },
  'open.test/page': {},
  'bare.test/page': { status: 301, to: 'http://bare.test/plain' },
  'bare.test/plain': {},
  'bare.test/itself': { status: 301, to: 'http://bare.test/itself' },
  'lure.test/page': { status: 302, to: 'https://127.0.0.1:9/secret' },
  'script.test/page': { status: 302, to: 'javascript:alert(1)' },
  'once.test/slow': { mute: 1 },
  'always.test/slow': { mute: 9 },
}

let server: Server
const asked: string[] = []
let atOnce = 0
let mostAtOnce = 0
let hostsAtOnce: string[] = []
let sameHostTwice = false

beforeAll(async () => {
  const muted = new Map<string, number>()
  server = createServer((request, response) => {
    const name = `${request.headers['x-host']}${request.url}`
    asked.push(name)
    const page = PAGES[name]
    const silent = muted.get(name) ?? 0
    muted.set(name, silent + 1)
    if (page?.mute && silent < page.mute) return
    response.writeHead(page ? (page.status ?? 200) : 404, page?.to ? { location: page.to } : {})
    response.end('<title>page</title>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Every host of these tests is the server here. */
const fetchHere: Fetch = async (address, options) => {
  const { host, pathname, protocol } = new URL(address)
  if (host === 'nowhere.test') throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })
  if (host === 'closed.test') throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
  expect(protocol).toBe('https:')
  if (host.startsWith('127.')) return fetchPublic(address, options)
  sameHostTwice ||= hostsAtOnce.includes(host)
  hostsAtOnce.push(host)
  mostAtOnce = Math.max(mostAtOnce, ++atOnce)
  try {
    const { port } = server.address() as AddressInfo
    const headers = { ...(options.headers as Record<string, string>), 'x-host': host }
    return await fetch(`http://127.0.0.1:${port}${pathname}`, { ...options, headers })
  } finally {
    atOnce -= 1
    hostsAtOnce = hostsAtOnce.filter((each) => each !== host)
  }
}

function link(address: string, importance = 1): Link {
  return { address, importance, places: [{ file: 'programs/x/about.yaml', place: 'sources.page' }] }
}

async function check(...links: readonly Link[]) {
  const { findings } = await checkLinks(links, { fetch: fetchHere, pause: 1, patience: 400, hosts: 3 })
  return findings
}

describe('the addresses of content', async () => {
  const links = await linksOf(contentOf(FILES))

  it('are all there once, by how much rests on them', () => {
    const written = [...FILES].flatMap(([path, text]) =>
      /about\.yaml$|^scope\.yaml$/.test(path)
        ? [...text.matchAll(/address: (\S+)/g)].map(([, address]) => address)
        : [],
    )
    expect(links.map(({ address }) => address).sort()).toEqual([...new Set(written)].sort())
    for (const [at, { importance }] of links.entries()) {
      expect(importance).toBeLessThanOrEqual(links[at - 1]?.importance ?? Number.POSITIVE_INFINITY)
    }
    expect(links[0]?.importance).toBeGreaterThan(100)
  })

  it('name the files that hold them, and know the ones of topics', () => {
    const plan = links.find(({ places }) => places.some(({ file }) => file === 'plan-measures/plan/about.yaml'))
    expect(plan?.importance).toBeGreaterThan(0)
    const ramq = links.find(({ address }) => address.includes('ramq.gouv.qc.ca'))
    expect(ramq?.importance).toBe(4)
    expect(ramq?.places[0]?.file).toBe('scope.yaml')
  })
})

describe('the visit to every address', () => {
  it.each([
    ['a page that answers', 'https://fine.test/a'],
    ['a redirect within the site', 'https://fine.test/slash'],
    ['a redirect to www', 'https://fine.test/www'],
    ['a slash that is added by way of http', 'https://fine.test/by-http'],
    ['a www that is added by way of http', 'https://fine.test/to-www-by-http'],
    ['a redirect from a host of one language', 'https://fr.fine.test/page'],
    ['a home page that chooses a language', 'https://tongues.test/'],
    ['a home page that was asked for a language', 'https://asked.test/?lang=fr'],
    ['a home page that is meant', 'https://home.test/'],
    ['a page that is slow once', 'https://once.test/slow'],
  ])('says nothing of %s', async (_, address) => {
    expect(await check(link(address))).toEqual([])
  })

  it.each([
    ['https://gone.test/page', 'link-dead', 'error'],
    ['https://gone.test/410', 'link-dead', 'error'],
    ['https://nowhere.test/', 'link-dead', 'error'],
    ['https://moved.test/page', 'link-moved', 'warning'],
    ['https://home.test/fr/page', 'link-to-home', 'warning'],
    ['https://shy.test/401', 'link-to-verify', 'warning'],
    ['https://shy.test/403', 'link-to-verify', 'warning'],
    ['https://shy.test/429', 'link-to-verify', 'warning'],
    ['https://shy.test/999', 'link-to-verify', 'warning'],
    ['https://lure.test/page', 'link-to-verify', 'warning'],
    ['https://127.0.0.1/page', 'link-to-verify', 'warning'],
    ['https://script.test/page', 'link-unwell', 'warning'],
    ['https://bare.test/itself', 'link-not-secure', 'warning'],
    ['https://ill.test/page', 'link-unwell', 'warning'],
    ['https://round.test/page', 'link-unwell', 'warning'],
    ['https://closed.test/', 'link-unreachable', 'warning'],
    ['https://always.test/slow', 'link-slow', 'warning'],
    ['https://bare.test/page', 'link-not-secure', 'warning'],
    ['http://open.test/page', 'link-not-secure', 'warning'],
    ['http://closed.test/page', 'link-not-secure', 'warning'],
  ])('%s: %s', async (address, rule, severity) => {
    const findings = await check(link(address))
    expect(findings).toMatchObject([{ rule, severity, address, file: 'programs/x/about.yaml', place: 'sources.page' }])
  })

  it('says where a page went, and what to verify by hand', async () => {
    const [moved] = await check(link('https://moved.test/page'))
    expect(moved?.leadsTo).toBe('https://other.test/page')
    const [shy] = await check(link('https://shy.test/403'))
    expect(shy?.sentence).toContain('à vérifier à la main')
    const [gone] = await check(link('https://gone.test/page#part'))
    expect(gone?.leadsTo).toBeUndefined()
    const [bare] = await check(link('https://bare.test/page'))
    expect(bare?.leadsTo).toBe('http://bare.test/plain')
    const [script] = await check(link('https://script.test/page'))
    expect(script?.leadsTo).toBeUndefined()
    const [open] = await check(link('http://open.test/page'))
    expect(open?.remedy).toContain('https')
  })

  it('tries what is slow a second time, and no third', async () => {
    asked.length = 0
    await check(link('https://always.test/slow'))
    expect(asked).toEqual(['always.test/slow', 'always.test/slow'])
  })

  it('puts what carries most first', async () => {
    const findings = await check(
      link('https://gone.test/page', 2),
      link('https://shy.test/403', 40),
      link('https://moved.test/page', 7),
    )
    expect(findings.map(({ importance }) => importance)).toEqual([40, 7, 2])
  })

  it('goes to few hosts at a time, and to each once at a time', async () => {
    mostAtOnce = 0
    sameHostTwice = false
    const many = Array.from({ length: 12 }, (_, n) => ['a', 'b', 'c'].map((page) => link(`https://h${n}.test/${page}`)))
    const findings = await check(...many.flat())
    expect(findings).toHaveLength(36)
    expect(mostAtOnce).toBeLessThanOrEqual(3)
    expect(mostAtOnce).toBeGreaterThan(1)
    expect(sameHostTwice).toBe(false)
  })

  it('says how many answered, whatever they said', async () => {
    const links = ['https://fine.test/a', 'https://gone.test/page', 'https://nowhere.test/', 'https://closed.test/']
    const looked = await checkLinks(
      links.map((address) => link(address)),
      { fetch: fetchHere, pause: 1 },
    )
    expect(looked).toMatchObject({ checked: 4, reached: 2 })
  })

  it('ends before its time when it is told to', async () => {
    const stopping = new AbortController()
    const links = ['a', 'slash', 'www'].map((page) => link(`https://fine.test/${page}`))
    const tell = () => stopping.abort(new Error('enough'))
    asked.length = 0
    await expect(checkLinks(links, { fetch: fetchHere, tell, signal: stopping.signal })).rejects.toThrow('enough')
    expect(asked).toEqual(['fine.test/a'])
  })
})

describe('a visit from the house', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.9.9.9'],
    ['this machine', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a shared network', '100.64.0.1'],
    ['what clouds tell their machines', '169.254.169.254'],
    ['a group', '224.0.0.1'],
    ['everybody on the wire', '255.255.255.255'],
    ['loopback', '::1'],
    ['nowhere', '::'],
    ['a local network', 'fd00::1'],
    ['a link', 'fe80::1'],
    ['loopback, written otherwise', '::ffff:127.0.0.1'],
    ['loopback within IPv6', '2002:7f00:1::'],
    ['a private network behind a gateway', '64:ff9b::a00:1'],
    ['no address', 'localhost'],
  ])('does not go to %s (%s)', (_, address) => {
    expect(isPublic(address)).toBe(false)
  })

  it.each(['142.44.1.1', '172.32.0.1', '100.128.0.1', '192.167.255.255', '2607:f8b0:400a::1', '2a00:1450::1'])(
    'goes to %s',
    (address) => {
      expect(isPublic(address)).toBe(true)
    },
  )

  it('connects to nothing of this machine, whatever it is called', async () => {
    let connections = 0
    const listener = createListener((socket) => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>((done) => listener.listen(0, done))
    const { port } = listener.address() as AddressInfo
    const names = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:7f00:1]', '0']
    for (const name of names) {
      await expect(fetchPublic(`https://${name}:${port}/`, {}), name).rejects.toThrow(NotPublic)
    }
    await expect(fetchPublic(`http://www.quebec.ca:${port}/`, {})).rejects.toThrow(NotPublic)
    expect(connections).toBe(0)
    await new Promise((done) => listener.close(done))
  })

  it('reads how a page begins, and what it was asked with', async () => {
    // Without a certificate, as no test can have one that everybody trusts.
    const ciphers = 'aNULL:@SECLEVEL=0'
    const heard: unknown[] = []
    const site = createProtectedServer({ ciphers, maxVersion: 'TLSv1.2' }, (request, response) => {
      heard.push([request.url, request.headers['accept-language'], request.headers.authorization])
      response.writeHead(302, { location: Buffer.from('/français?a=1&b=%20', 'utf8').toString('latin1') })
      response.write('and the page goes on without an end')
    })
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
    const { port } = site.address() as AddressInfo
    const page = await fetchBy(
      {
        ciphers,
        maxVersion: 'TLSv1.2',
        rejectUnauthorized: false,
        lookup: (_host, { all }, tell) =>
          all ? tell(null, [{ address: '127.0.0.1', family: 4 }]) : tell(null, '127.0.0.1', 4),
      },
      `https://me:secret@site.test:${port}/page`,
      { headers: { 'accept-language': 'fr-CA' } },
    )
    expect(page.status).toBe(302)
    expect(page.headers.get('location')).toBe('/fran%C3%A7ais?a=1&b=%20')
    expect(heard).toEqual([['/page', 'fr-CA', undefined]])
    site.closeAllConnections()
    await new Promise((done) => site.close(done))
  })
})
