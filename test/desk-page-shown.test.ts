import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'

const SHOTS = '/tmp/shots'
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1440, height: 900 }
const LONG_LINK = `https://example.org/${'a'.repeat(130)}`

describe('what the desk shows of a conversation', () => {
  let desk: DeskForTests
  let browser: Browser

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([deskForTests(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  async function opened(id: string, viewport = DESKTOP): Promise<Page> {
    const page = await browser.newPage({ viewport })
    await page.goto(desk.link())
    await page.goto(`${desk.url}/desk/${id}`)
    return page
  }
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  it('keeps a long address on the page', async () => {
    const { id, says } = await desk.asks(`Que dit ${LONG_LINK} sur mon diplôme?`)
    await says(`Voyez ${LONG_LINK}`)
    const page = await opened(id, PHONE)
    expect(await page.locator('.line.person').last().innerText()).toContain(LONG_LINK)
    expect(await widthOf(page)).toBe(PHONE.width)
    await page.screenshot({ path: `${SHOTS}/desk-long-link-phone.png`, fullPage: true })
    await page.goto(`${desk.url}/desk`)
    expect(await widthOf(page)).toBe(PHONE.width)
    await page.setViewportSize(DESKTOP)
    await page.goto(`${desk.url}/desk/${id}`)
    const edges = await page.evaluate(() => {
      const lines = [...document.querySelectorAll('.line')].map((line) => line.getBoundingClientRect().right)
      return { lines: Math.max(...lines), about: document.getElementById('about')?.getBoundingClientRect().left ?? 0 }
    })
    expect(edges.lines).toBeLessThanOrEqual(edges.about)
    await page.screenshot({ path: `${SHOTS}/desk-long-link.png` })
    await page.close()
  })

  it('has the words that sent a request before the others', async () => {
    const { id, says } = await desk.asks('Comment faire reconnaître mon diplôme?', [
      'Parler à une personne',
      'Ma question seulement',
    ])
    const calm = await opened(id)
    expect(await calm.locator('#brief').innerText()).not.toContain('Détresse')
    await calm.close()
    await says('Je veux mourir')
    const page = await opened(id, PHONE)
    expect(await page.locator('#brief').innerText()).toMatch(/Détresse\s+Je veux mourir\s+Vue par l'assistant,/)
    await page.screenshot({ path: `${SHOTS}/desk-distress.png`, fullPage: true })
    await page.close()
  })

  it('sets emphasis as emphasis', async () => {
    const { id } = await desk.asks('How much does a comparative evaluation cost?', ['talk to a person', '1'])
    const page = await opened(id)
    expect(await page.locator('.line em').allInnerTexts()).toContain('Unofficial translation from French.')
    expect((await page.locator('.line .words').allInnerTexts()).join()).not.toContain('*')
    await page.close()
  })
})
