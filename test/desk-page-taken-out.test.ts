import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'

describe('what was taken out of a person’s words, at the desk', () => {
  let desk: DeskForTests
  let browser: Browser
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([deskForTests(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  it('is explained once, below the first line from which something is missing, also as it comes', async () => {
    const { says, id } = await desk.asks('Comment faire reconnaître mon diplôme d’infirmière?')
    const page = await browser.newPage()
    const explained = page.locator('.line', { hasText: 'un numéro personnel a été retiré automatiquement' })
    await page.goto(desk.link())
    await page.waitForURL(/\/desk$/)
    await page.goto(`${desk.url}/desk/${id}`)
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').waitFor()
    expect(await explained.count()).toBe(0)

    await says('Je m’appelle Awa Diallo', false)
    await says('mon NAS est 046 454 286', false)
    await says('le voici encore : 046 454 286', false)
    await page.locator('.words', { hasText: 'le voici encore : [●●●]' }).waitFor()
    await expect.poll(() => explained.count()).toBe(1)
    expect(await explained.locator('.words').innerText()).toBe('mon NAS est [●●●]')
    expect(await page.locator('.words', { hasText: 'Je m’appelle Awa Diallo' }).count()).toBe(1)
    await page.close()
  })
})
