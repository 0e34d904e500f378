import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'

const DESKTOP = { width: 1440, height: 900 }
const TABLET = { width: 1024, height: 768 }
const SMALL_PHONE = { width: 320, height: 640 }
const SHOTS = '/tmp/shots'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the desk, in a browser', () => {
  let desk: DeskForTests
  let browser: Browser
  let contexts: BrowserContext[]
  /** Whatever a page did that it should not: an error, a breach of its policy. */
  let troubles: string[]

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    ;[desk, browser] = await Promise.all([deskForTests(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })
  beforeEach(() => {
    contexts = []
    troubles = []
  })
  afterEach(async () => {
    for (const context of contexts) await context.close()
  })

  /** Another counsellor, signed in by a link. */
  async function counsellor(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
    await page.goto(desk.link())
    await page.waitForURL(/\/desk$/)
    return page
  }

  it('shows', async () => {
    const id = await desk.asks(
      'one',
      'Je suis infirmière, formée au Maroc, et je suis au Québec. Comment faire reconnaître mon diplôme?',
    )
    await desk.asks('two', 'Soy ingeniero, me formé en México. ¿Cómo puedo trabajar?', ['hablar con una persona', '2'])
    const page = await counsellor()
    await page.screenshot({ path: `${SHOTS}/desk-inbox.png` })
    await page.getByRole('link', { name: /infirmi/ }).click()
    await page.screenshot({ path: `${SHOTS}/desk-waiting.png` })
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').fill('Bonjour, je lis votre conversation.')
    await page.screenshot({ path: `${SHOTS}/desk-held.png` })
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.locator('.line.counsellor').waitFor()
    await page.screenshot({ path: `${SHOTS}/desk-said.png` })
    await page.setViewportSize(TABLET)
    await page.screenshot({ path: `${SHOTS}/desk-tablet.png` })
    await page.setViewportSize(SMALL_PHONE)
    await page.screenshot({ path: `${SHOTS}/desk-phone.png`, fullPage: true })
    console.log(id, troubles, desk.errors)
  })
})
