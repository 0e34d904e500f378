import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'
import { folderForData, houseForTests, inOfficeHours } from './open-house.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Three weeks at a desk, as it was lived: each day one request more, taken a little later each time. */
async function threeWeeks(dataDir: string): Promise<void> {
  let moment = inOfficeHours().getTime() - 21 * DAY_MS
  const house = await houseForTests(dataDir, () => new Date(moment))
  const now = () => new Date(moment)
  const maude = { id: 'maude', name: 'Maude' }
  for (let day = 0; day < 20; day++) {
    for (let count = 0; count <= day % 4; count++) {
      const address = { channel: 'emulator', conversation: `${day}-${count}` }
      const says = async (text: string) => {
        const person = { id: address.conversation }
        const said = { address, activityId: randomUUID(), kind: 'message', text, locale: 'fr-CA', person } as const
        await house.hearing.answersTo(await house.hearing.note({ ...said, at: now() }))
      }
      for (const text of ['Bonjour', 'Parler à une personne', '1', 'Quel ordre joindre?']) await says(text)
      const [waiting] = (await house.desk.inbox(now())).map(({ escalation }) => escalation)
      if (!waiting) throw new Error('Nobody waits.')
      moment += (day + 1) * MINUTE_MS
      await house.desk.claim(waiting.id, maude, now())
      moment += 10 * MINUTE_MS
      await house.desk.close(waiting.id, maude, 'answered', now())
      if (count === 0) await says(day % 3 ? 'Oui, cela m’a aidé' : 'Non, cela ne m’a pas aidé')
    }
    moment = inOfficeHours().getTime() - (20 - day) * DAY_MS
  }
  await house.hearing.quiet()
  await house.store.close()
}

describe('the figures of the desk', () => {
  let desk: DeskForTests
  let browser: Browser

  beforeAll(async () => {
    const dataDir = folderForData()
    await threeWeeks(dataDir)
    ;[desk, browser] = await Promise.all([deskForTests({ DATA_DIR: dataDir }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  it.each([
    ['desktop', 1280],
    ['phone', 320],
  ])('show how it went, in a plot and in words (%s)', async (name, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await page.goto(desk.link())
    await page.getByRole('link', { name: 'Chiffres' }).click()
    const cards = (await page.locator('.figures').innerText()).replace(/\s+/g, ' ')
    expect(cards).toContain("En attente 0 Attente la plus longue personne n'attend En cours 0")
    expect(cards).toMatch(/Délai médian de prise en charge \d+ min/)
    expect(cards).toMatch(/oui : 13 · en partie : 0 · non : 7 \(sur 20\)/)
    const rows = await page.locator('tbody tr').count()
    const bars = (plot: number) => page.locator('.plot').nth(plot).locator('.bar').count()
    expect([await bars(0), await bars(1), await bars(2)]).toEqual([rows, rows, 13])
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/nov\./)
    await page.screenshot({ path: `/tmp/shots/desk-three-weeks-${name}.png`, fullPage: true })
    await page.evaluate(AXE)
    const objections = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(objections).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)

    await page.getByRole('link', { name: /^7.jours$/ }).click()
    expect(await page.locator('tbody tr').count()).toBeLessThan(rows)
    await page.goto(`${desk.url}/desk/figures?days=nonsense`)
    expect(await page.locator('[aria-current="page"]').last().innerText()).toMatch(/^30.jours$/)
    await page.close()
  })
})
