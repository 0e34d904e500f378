import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'

const SHOTS = '/tmp/shots'
const HOUR_MS = 60 * 60_000
/** Longer than a page that is open may go without saying so. */
const A_WHILE_MS = 50_000

describe('who is at the desk', () => {
  let desk: DeskForTests
  let browser: Browser
  const contexts: BrowserContext[] = []

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([deskForTests(), openBrowser()])
    const { staff } = desk.house.store
    await staff.seen({ id: 'aline', name: 'Aline Absente' }, new Date(desk.now().getTime() - HOUR_MS))
    await staff.seen({ id: 'paul', name: 'Paul Parti' }, new Date(desk.now().getTime() - 30 * 24 * HOUR_MS))
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    contexts.push(context)
    return context.newPage()
  }
  const nameOn = async (page: Page) => (await page.locator('.account span').textContent()) ?? ''
  async function counsellor(options?: BrowserContextOptions): Promise<Page> {
    const page = await visit(options)
    await page.goto(desk.link())
    await page.waitForURL(/\/desk$/)
    return page
  }
  const seenAt = async (name: string) =>
    (await desk.house.store.staff.all()).find((each) => each.name === name)?.seenAt.getTime() ?? 0
  /** Opens a page, whose own clock stands still from then on, once it has said that it is open. */
  async function opens(page: Page, path: string): Promise<void> {
    await page.clock.install()
    await Promise.all([page.waitForResponse(/\/desk\/here$/), page.goto(`${desk.url}${path}`)])
  }

  it.each(['/desk/figures', '/desk/search', '/desk/audit', '/library'])('is whoever reads %s', async (path) => {
    const page = await visit()
    await page.goto(desk.linkOf('administrator'))
    await page.waitForURL(/\/desk$/)
    const name = await nameOn(page)
    await opens(page, path)
    const before = await seenAt(name)
    expect(before).toBeGreaterThan(0)
    await page.clock.runFor(A_WHILE_MS)
    await expect.poll(() => seenAt(name)).toBeGreaterThan(before)
  })

  it('is nobody who only came to the library', async () => {
    const page = await visit()
    await page.request.get(desk.linkOf('administrator'), { maxRedirects: 0 })
    await opens(page, '/library')
    expect(await seenAt(await nameOn(page))).toBe(0)
  })

  it.each([true, false])('is asked about before a request goes to somebody absent (scripts: %s)', async (scripted) => {
    const { id, says } = await desk.asks('Comment faire reconnaître mon diplôme d’infirmière?')
    const page = await counsellor({ javaScriptEnabled: scripted, viewport: { width: 390, height: 844 } })
    const there = await nameOn(await counsellor())
    await page.goto(`${desk.url}/desk/${id}`)
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').waitFor()
    await page.locator('#transfer summary').click()
    const offered = await page.locator('#transfer-to optgroup').last().locator('option').allTextContents()
    expect(offered).toContain(`${there}, disponible (français)`)
    expect(offered.at(-1)).toBe('Aline Absente, pas disponible (français)')
    expect(offered.join()).not.toContain('Paul Parti')
    await page.locator('#transfer-to').selectOption('colleague:aline')
    await page.getByRole('button', { name: 'Transférer la demande' }).click()
    const anyway = page.getByRole('button', { name: 'Transférer quand même' })
    await anyway.waitFor()
    expect(await page.locator('#refusal').innerText()).toContain("Aline Absente n'est pas disponible en ce moment")
    expect((await desk.house.store.escalations.get(id))?.standing.is).toBe('held')
    if (scripted) {
      // News draws the page again; what is asked stays.
      await says('Êtes-vous là?', false)
      await page.locator('.line', { hasText: 'Êtes-vous là' }).waitFor({ state: 'attached' })
      await page.screenshot({ path: `${SHOTS}/desk-absent.png` })
    }
    await anyway.click()
    await expect.poll(() => page.locator('#standing').innerText()).toContain('En attente depuis')
    expect(await page.locator('#refusal').isVisible()).toBe(false)
    expect((await desk.house.store.escalations.get(id))?.wanted).toEqual({
      counsellor: { id: 'aline', name: 'Aline Absente' },
    })
  })

  it('reads what a role is called, where a page is for another', async () => {
    const page = await counsellor()
    await page.goto(`${desk.url}/library`)
    expect(await page.locator('main').innerText()).toContain('Elle demande le rôle de rédaction (editor).')
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.locator('main').innerText()).toContain('It asks for the role of editor.')
  })
})
