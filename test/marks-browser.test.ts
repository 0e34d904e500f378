import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '../src/main.ts'
import { readSettings } from '../src/settings.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { openBrowser } from './browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LONG_AGO = new Date(0)

describe('the thumbs under an answer, in a browser', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-thumbs-'))
  let home: string
  let house: Awaited<ReturnType<typeof open>>
  let browser: Browser
  let store: Store

  beforeAll(async () => {
    const socket = createServer().listen(0)
    const { port } = socket.address() as AddressInfo
    await new Promise((closed) => socket.close(closed))
    home = `http://localhost:${port}`
    const environment = { PORT: String(port), PUBLIC_URL: home, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
    ;[house, browser] = await Promise.all([open(readSettings(environment)), openBrowser()])
    store = await openStore({ dataDir })
  })
  afterAll(async () => {
    await browser?.close()
    await store?.close()
    await house?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it.each([
    [
      'fr',
      'fr-CA',
      'Bonjour',
      'C’est quoi le PAFFARC ?',
      'Voici ce que dit notre fiche',
      'n’allait pas',
      ["Cette réponse m'est utile", "Cette réponse ne m'est pas utile"],
    ],
    [
      'ar',
      'ar',
      'مرحبًا',
      'ما هو PAFFARC؟',
      'هذا ما تقوله بطاقتنا',
      'مناسبًا',
      ['هذه الإجابة مفيدة', 'هذه الإجابة غير مفيدة'],
    ],
  ])('are quiet, and are heard (%s)', async (language, locale, welcome, question, answer, why, labels) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
    })
    await page.goto(`${home}/?lang=${language}`)
    const lines = page.locator('.webchat__basic-transcript__activity')
    await lines.filter({ hasText: welcome }).first().waitFor()
    expect(await page.locator('.webchat__thumb-button').count()).toBe(0)
    await page.locator('textarea, input[type=text]').first().fill(question)
    await page.keyboard.press('Enter')
    await lines.filter({ hasText: answer }).first().waitFor()
    const thumbs = page.locator('.webchat__thumb-button')
    await thumbs.nth(1).waitFor()
    expect(await thumbs.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))).toEqual(labels)
    for (const thumb of await thumbs.all()) {
      const box = await thumb.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    }
    await thumbs.nth(0).scrollIntoViewIfNeeded()
    await page.screenshot({ path: `/tmp/shots/thumbs-${language}.png` })
    const counted = async () => (await store.usage.since(LONG_AGO)).find(({ article }) => article === 'paffarc')
    const before = { good: 0, bad: 0, ...(await counted()) }
    const shown = await lines.count()
    await thumbs.nth(0).click()
    await expect.poll(async () => (await counted())?.good).toBe(before.good + 1)
    expect(await thumbs.nth(0).getAttribute('aria-pressed')).toBe('true')
    await thumbs.nth(1).click()
    await lines.filter({ hasText: why }).first().waitFor()
    expect(await lines.count()).toBe(shown + 1)
    await expect.poll(counted).toMatchObject({ good: before.good, bad: before.bad + 1 })
    await page.screenshot({ path: `/tmp/shots/thumbs-${language}-why.png` })
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => {
      const axe = (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe
      return (await axe.run()).violations.map(({ id }) => id)
    })
    expect(found).toEqual([])
    expect(troubles).toEqual([])
    const rows = await store.gaps.list(LONG_AGO, 9)
    expect(rows[0]).toMatchObject({ why: 'not-helpful', articles: ['paffarc'] })
    await store.gaps.settle(
      rows.map(({ id }) => id),
      { how: 'set-aside', by: { id: 'e', name: 'É' }, at: new Date() },
    )
    await context.close()
  })
})
