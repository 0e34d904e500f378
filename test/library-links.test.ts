import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Files } from '../src/knowledge/files.ts'
import { type Link, linksOf } from '../src/knowledge/links.ts'
import { type LinkRounds, openLinkRounds } from '../src/knowledge/links-round.ts'
import type { LinksSeen } from '../src/knowledge/links-seen.ts'
import type { Fetch } from '../src/knowledge/visit-link.ts'
import { openBrowser } from './browser.ts'
import { type LibraryForTests, libraryForTests } from './library-page-server.ts'

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
const SHOTS = '/tmp/shots'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MANY = 7

describe('the links at the front of the library', () => {
  let library: LibraryForTests
  let rounds: LinkRounds
  let browser: Browser
  let site: Server
  let contexts: BrowserContext[]
  let links: readonly Link[]
  /** What became of an address; all others are well. */
  let answers: Map<string, { status: number; to?: string }>
  let visited: string[]
  let hostsAtOnce: Map<string, number>
  let mostHosts: number
  /** Visits wait until this opens. */
  let open: () => void
  let gate: Promise<void>

  /** Every host of these tests is one server here. */
  const fetchHere: Fetch = async (address, options) => {
    const { host } = new URL(address)
    hostsAtOnce.set(host, (hostsAtOnce.get(host) ?? 0) + 1)
    mostHosts = Math.max(mostHosts, hostsAtOnce.size)
    visited.push(address)
    await gate
    try {
      const { port } = site.address() as AddressInfo
      const headers = { ...(options.headers as Record<string, string>), 'x-address': address }
      return await fetch(`http://127.0.0.1:${port}/`, { ...options, headers })
    } finally {
      hostsAtOnce.delete(host)
    }
  }

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    site = createServer((request, response) => {
      const { status, to } = answers.get(String(request.headers['x-address'])) ?? { status: 200 }
      response.writeHead(status, to ? { location: to } : {})
      response.end()
    })
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
    ;[library, browser] = await Promise.all([
      libraryForTests({ links: { standing: () => rounds.standing(), begin: () => rounds.begin() } }),
      openBrowser(),
    ])
    links = await linksOf(library.house.reading.published.content)
  })
  afterAll(async () => {
    await browser?.close()
    await library?.close()
    site?.closeAllConnections()
    site?.close()
  })
  beforeEach(() => {
    contexts = []
    answers = new Map()
    visited = []
    hostsAtOnce = new Map()
    mostHosts = 0
    closeGate()
    rounds = openLinkRounds(
      {
        checks: library.store.linkChecks,
        links: () => linksOf(library.house.reading.published.content),
        fetch: fetchHere,
        pause: 1,
        now: () => new Date(),
      },
      (error) => void library.errors.push(error),
    )
  })
  afterEach(async () => {
    open()
    await rounds.close()
    for (const context of contexts) await context.close()
    expect(library.errors).toEqual([])
  })

  function closeGate(): void {
    gate = new Promise((done) => {
      open = done
    })
  }

  async function editor(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options })
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(library.link())
    await page.waitForURL(/\/library$/)
    return page
  }

  const part = (page: Page) => page.locator('#links')
  const button = (page: Page) => page.getByRole('button', { name: 'Vérifier les liens maintenant' })
  const ended = (before?: LinksSeen) =>
    expect
      .poll(async () => (await rounds.standing()).last?.at.getTime() ?? 0, { timeout: 20_000 })
      .toBeGreaterThan(before?.at.getTime() ?? 0)
  const addressOf = (at: number) =>
    new URL(links[at]?.address.replace(/^http:/, 'https:').replace(/#.*/, '') ?? '').href
  const writtenIn = (link: Link | undefined) =>
    link?.places.flatMap(({ file }) => (file === 'scope.yaml' ? [] : [file.split('/')[1]])) ?? []

  it('says that none was made yet; an editor has one made behind the page, and mends what it found', async () => {
    const page = await editor()
    expect(await part(page).innerText()).toContain("n'ont pas encore été vérifiés")
    await page.screenshot({ path: `${SHOTS}/library-links-never.png` })

    for (let at = 0; at < MANY; at++) answers.set(addressOf(at), { status: 404 })
    answers.set(addressOf(MANY), { status: 301, to: 'https://elsewhere.test/page' })
    answers.set(addressOf(MANY + 1), { status: 403 })
    await button(page).click()
    await page.waitForURL(/\/library#links$/)
    expect(await part(page).getByRole('status').innerText()).toContain('Vérification en cours')
    expect(await button(page).count()).toBe(0)
    await page.screenshot({ path: `${SHOTS}/library-links-under-way.png` })

    // Asked for again meanwhile, from a page that was open before: there is no second one.
    const again = await page.request.post(`${library.url}/library/links`, {
      headers: { origin: library.url },
      maxRedirects: 0,
    })
    expect(again.status()).toBe(303)
    open()
    await ended()
    expect([...visited].filter((address) => !address.includes('elsewhere.test')).sort()).toEqual(
      links.map((_, at) => addressOf(at)).sort(),
    )
    expect(mostHosts).toBeGreaterThan(1)
    expect(mostHosts).toBeLessThanOrEqual(4)

    await page.getByRole('link', { name: 'Voir si elle est finie' }).click()
    await button(page).waitFor()
    const year = new Date().getFullYear()
    expect(await part(page).innerText()).toMatch(new RegExp(`Liens visités\\s: ${links.length}\\..*${year}`))
    expect(await page.locator('.today').innerText()).toMatch(/Liens morts ou déplacés\s: 8/)
    const shown = part(page).locator('.article')
    expect(await shown.locator('.outside').first().getAttribute('href')).toBe(links[0]?.address)
    const order = await shown
      .locator('p:nth-child(2) .outside:first-child')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    expect(order.slice(0, MANY + 1)).toEqual(links.slice(0, MANY + 1).map(({ address }) => address))
    await page.screenshot({ path: `${SHOTS}/library-links.png` })

    // Five at once; the others, and what is not dead, one click away.
    expect(await shown.filter({ visible: true }).count()).toBe(5)
    await part(page)
      .getByText(/^Voir les autres/)
      .click()
    expect(await shown.filter({ visible: true }).count()).toBe(MANY + 1)
    expect(await shown.nth(MANY).innerText()).toContain('Déplacé')
    expect(await shown.nth(MANY).innerText()).toMatch(/→ https:\/\/elsewhere\.test\/page/)
    await part(page)
      .getByText(/^À regarder quand/)
      .click()
    const shy = shown.filter({ hasText: 'Ouvrez la page dans un navigateur', visible: true })
    expect(await shy.locator('.outside').getAttribute('href')).toBe(links[MANY + 1]?.address)
    await part(page).screenshot({ path: `${SHOTS}/library-links-open.png` })

    // Each article that carries the address is named, and leads to where it is mended.
    const [first] = links
    const ways = shown.first().locator('a[href^="/library/"]')
    expect(await ways.evaluateAll((all) => all.map((each) => each.getAttribute('href')?.split(/[/?]/)[2]))).toEqual(
      writtenIn(first),
    )
    await ways.first().click()
    const source = page.locator(`#${new URL(page.url()).hash.slice(1)}`)
    await source.waitFor()
    expect(
      await source.locator('input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
    ).toContain(first?.address)
  })

  it('says no more of an address that is published no longer', async () => {
    answers.set(addressOf(0), { status: 404 })
    answers.set(addressOf(1), { status: 404 })
    open()
    await rounds.begin()
    await ended((await rounds.standing()).last)
    const page = await editor()
    const gone = part(page).locator('.article', { hasText: "La page n'existe plus" })
    expect(await gone.count()).toBe(2)
    const mended = links[0]?.address ?? ''
    const { publication, files } = library.house.reading.published
    const next: Files = new Map([...files].map(([path, text]) => [path, text.replaceAll(mended, `${mended}/new`)]))
    const by = { id: 'test', name: 'Test' }
    const made = await library.store.publications.publish({
      base: publication.number,
      at: new Date(),
      by,
      origin: 'edit',
      reason: '',
      says: '',
      files: next,
    })
    expect(made.is).toBe('published')
    await page.reload()
    expect(await gone.count()).toBe(1)
    expect(await gone.locator('.outside').first().getAttribute('href')).toBe(links[1]?.address)
  })

  it('is begun by our own pages only, and by editors', async () => {
    const page = await editor()
    const before = (await rounds.standing()).last
    const post = (headers: Record<string, string>) =>
      page.request.post(`${library.url}/library/links`, { headers, maxRedirects: 0 })
    expect((await post({ origin: 'https://elsewhere.test' })).status()).toBe(403)
    expect((await post({})).status()).toBe(403)
    const stranger = await fetch(`${library.url}/library/links`, {
      method: 'POST',
      headers: { origin: library.url },
      redirect: 'manual',
    })
    expect(stranger.status).toBe(401)
    expect(visited).toEqual([])
    expect(await rounds.standing()).toEqual(before ? { last: before } : {})
  })

  it('says that nothing answered, rather than that all is dead', async () => {
    rounds = openLinkRounds(
      {
        checks: library.store.linkChecks,
        links: async () => links.slice(0, 3),
        fetch: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
        pause: 1,
        now: () => new Date(),
      },
      (error) => void library.errors.push(error),
    )
    const { last } = await rounds.standing()
    await rounds.begin()
    await ended(last)
    const page = await editor()
    expect(await part(page).innerText()).toContain("Aucun site n'a répondu")
    expect(await part(page).locator('.article').count()).toBe(0)
    expect(await page.locator('.today').innerText()).not.toContain('Liens morts')
  })

  it('keeps nothing of a check that the house closed on', async () => {
    const { last } = await rounds.standing()
    await rounds.begin()
    await expect.poll(() => visited.length).toBeGreaterThan(0)
    expect((await rounds.standing()).since).toBeDefined()
    const closing = rounds.close()
    open()
    await closing
    expect(await rounds.standing()).toEqual(last ? { last } : {})
    await rounds.begin()
    expect((await rounds.standing()).since).toBeUndefined()
  })

  it('makes no link of what no address of the Web is, fits a phone, and speaks English', async () => {
    const check = (await library.store.linkChecks.begin(new Date())) ?? ''
    const [one, other] = await linksOf(library.house.reading.published.content)
    const finding = {
      file: '',
      sentence: 'x',
      remedy: 'y',
      importance: 1,
      severity: 'error',
      rule: 'link-dead',
    } as const
    await library.store.linkChecks.keep(check, {
      at: new Date(),
      checked: 2,
      reached: 2,
      findings: [
        { ...finding, address: one?.address ?? '', leadsTo: 'javascript:alert(1)' },
        {
          ...finding,
          address: other?.address ?? '',
          rule: 'link-moved',
          severity: 'warning',
          leadsTo: `https://elsewhere.test/${'long'.repeat(60)}`,
        },
      ],
    })
    const page = await editor({ viewport: PHONE })
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    expect(await part(page).locator('code').innerText()).toBe('javascript:alert(1)')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    )
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.screenshot({
      path: `${SHOTS}/library-links-phone.png`,
      clip: { x: 0, y: 0, width: 390, height: 2200 },
      fullPage: true,
    })
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Check the links now' }).waitFor()
    expect(await part(page).innerText()).toContain('The page no longer exists')
    expect(await part(page).innerText()).not.toMatch(/[{}]|links\./)
  })
})
