import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf } from '../src/knowledge/content.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { type Link, linksOf } from '../src/knowledge/links.ts'
import { checkLinks } from '../src/knowledge/links-check.ts'
import type { Fetch } from '../src/knowledge/visit-link.ts'

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
  'ill.test/page': { status: 503 },
  'round.test/page': { status: 302, to: '/page' },
  'open.test/page': {},
  'bare.test/page': { status: 301, to: 'http://bare.test/plain' },
  'bare.test/plain': {},
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
  expect(protocol).toMatch(/^https?:$/)
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

describe('the addresses of content', () => {
  const content = contentOf(FILES)
  const links = linksOf(content)

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
})
