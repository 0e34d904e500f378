import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../src/desk/staff.ts'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'

const MAUDE = { id: 'maude', name: 'Maude' }
const SECRET = 'Quel ordre joindre pour une infirmière ?'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the journal of the desk', () => {
  let desk: DeskForTests
  let browser: Browser
  let one: string
  let other: string

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([deskForTests(), openBrowser()])
    one = (await desk.asks(SECRET)).id
    other = (await desk.asks('Qu’est-ce que le PAFFARC ?')).id
    const { desk: at } = desk.house
    for (const id of [one, other]) await at.open(id, MAUDE, 'fr', desk.now())
    await at.claim(one, MAUDE, desk.now())
    await at.close(one, MAUDE, 'referred', desk.now())
    await at.claim(other, MAUDE, desk.now())
    await at.giveBack(other, MAUDE, desk.now(), { language: 'ar' })
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  async function signedIn(role: Role, width = 1280): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await page.goto(desk.linkOf(role))
    await page.waitForURL(/\/desk$/)
    return page
  }
  /** What was done, and what is said of it, from the newest line. */
  const linesOf = (page: Page) =>
    page
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [1, 2, 4].map((at) => row.children[at]?.textContent?.trim()).join(' | ')),
      )

  it.each([
    ['desktop', 1280],
    ['phone', 320],
  ])('tells administrators who looked at what and did what, newest first (%s)', async (name, width) => {
    const page = await signedIn('administrator', width)
    await page.getByRole('link', { name: 'Journal' }).click()
    expect((await linesOf(page)).filter((line) => line.startsWith('Maude'))).toEqual([
      'Maude maude | Transfert | arabe',
      'Maude maude | Prise en charge | ',
      'Maude maude | Clôture | Orienté ailleurs',
      'Maude maude | Prise en charge | ',
      'Maude maude | Lecture | ',
      'Maude maude | Lecture | ',
    ])
    expect(await linesOf(page)).toContainEqual(expect.stringMatching(/Connexion \| lien affiché par le serveur$/))
    expect(await page.content()).not.toContain('infirmière')
    await page.screenshot({ path: `/tmp/shots/desk-audit-${name}.png`, fullPage: true })
    await page.evaluate(AXE)
    const objections = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(objections).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.close()
  })

  it('shows the lines of one request, from its page and by its address', async () => {
    const page = await signedIn('administrator')
    await page.goto(`${desk.url}/desk/${one}`)
    await page.getByRole('link', { name: 'Qui a vu cette demande' }).click()
    expect(new URL(page.url()).searchParams.get('request')).toBe(one)
    const acts = (await linesOf(page)).map((line) => line.split(' | ')[1])
    expect(acts).toEqual(['Lecture', 'Clôture', 'Prise en charge', 'Lecture'])
    expect(await page.locator('main').innerText()).toContain(one)
    for (const unknown of ['nobody', '%00', "' or 1=1"]) {
      await page.goto(`${desk.url}/desk/audit?request=${unknown}`)
      expect(await page.locator('main').innerText()).toContain('Aucune ligne dans le journal')
    }
    await page.getByRole('link', { name: 'Voir toutes les demandes' }).click()
    expect((await linesOf(page)).length).toBeGreaterThan(4)
    await page.close()
  })

  it('is no page of a counsellor', async () => {
    const page = await signedIn('counsellor')
    await page.getByRole('link', { name: 'Chiffres' }).waitFor()
    expect(await page.getByRole('link', { name: 'Journal' }).count()).toBe(0)
    await page.goto(`${desk.url}/desk/${other}`)
    await page.getByLabel("Note pour l'équipe").waitFor()
    expect(await page.getByRole('link', { name: 'Qui a vu cette demande' }).count()).toBe(0)
    const refused = await page.goto(`${desk.url}/desk/audit`)
    expect(refused?.status()).toBe(403)
    expect(await page.locator('main').innerText()).toContain('administrator')
    await page.close()
  })
})
