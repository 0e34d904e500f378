import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { serverForTests } from './open-house.ts'

/** Pictures are kept where `SHOTS` names a folder. */
const { SHOTS } = process.env
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1360, height: 860 }

describe('a person in Web Chat and two counsellors at once', () => {
  let server: Awaited<ReturnType<typeof serverForTests>>
  let browser: Browser
  const troubles: string[] = []

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([serverForTests(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  async function visit(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options })
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
    page.on('console', (message) => {
      const refusal = /409/.test(message.text())
      if (message.type() === 'error' && !refusal) troubles.push(message.text())
    })
    await page.goto(address)
    return page
  }
  const shot = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` })
  }
  /** Waits until a bubble says these words: Web Chat sets typographic apostrophes, we set spaces that do not break. */
  const saying = (page: Page, words: string) => {
    const pattern = words
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/['’]/g, "['’]")
      .replace(/\s+/g, '\\s+')
    return page.locator('.webchat__bubble', { hasText: new RegExp(pattern) })
  }
  const said = (page: Page, words: string) => saying(page, words).last().waitFor({ timeout: 20_000 })
  const says = async (page: Page, words: string) => {
    await page.locator('#chat textarea').fill(words)
    await page.keyboard.press('Enter')
  }
  const choose = (page: Page, label: string) => page.locator('.webchat__suggested-action', { hasText: label }).click()
  const counsellor = async (): Promise<Page> => {
    const page = await visit(server.signInLink('counsellor'))
    await page.waitForURL(/\/desk$/)
    return page
  }

  it('is asked for, taken by one, answered in the same chat in order, ended, and the assistant speaks again', async () => {
    const person = await visit(`${server.url}/?lang=fr`, { viewport: PHONE })
    await said(person, 'Bonjour')
    await says(person, 'C’est quoi le PAFFARC ?')
    await said(person, 'Voici ce que dit notre fiche')
    await person.locator('button.person').click()
    await said(person, "Rien n'est encore transmis")
    await shot(person, 'together-consent')
    await choose(person, 'Toute la conversation')
    await said(person, 'Votre demande est enregistrée')
    await shot(person, 'together-waiting')

    const one = await counsellor()
    const other = await counsellor()
    for (const page of [one, other]) await page.getByRole('link', { name: /PAFFARC/ }).click()
    const take = (page: Page) => page.getByRole('button', { name: 'Prendre en charge' })
    await Promise.all([one, other].map((page) => take(page).waitFor()))
    await Promise.all([one, other].map((page) => take(page).click({ noWaitAfter: true })))
    const boxes = () => Promise.all([one, other].map((page) => page.getByLabel('Votre réponse').count()))
    await expect.poll(boxes).toSatisfy((counts: number[]) => counts[0] !== counts[1])
    const [holder, looker] = (await boxes())[0] ? [one, other] : [other, one]
    const name = (await holder.locator('.account span').textContent()) ?? ''
    await expect.poll(() => looker.locator('#standing').innerText()).toContain(name)
    await said(person, `${name} a pris votre demande`)

    const words = [
      'Bonjour, je lis votre conversation.',
      'Avez-vous une attestation de votre ordre ?',
      'Prenez votre temps.',
    ]
    for (const text of words) {
      await holder.getByLabel('Votre réponse').fill(text)
      await holder.getByRole('button', { name: 'Envoyer' }).click()
      await expect.poll(() => holder.getByLabel('Votre réponse').inputValue()).toBe('')
    }
    await said(person, 'Prenez votre temps.')
    const shown = (await person.locator('.webchat__bubble').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
    const places = words.map((text) => shown.findIndex((bubble) => bubble.includes(text)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    await shot(person, 'together-held')

    const before = await person.locator('.webchat__bubble').count()
    await says(person, 'C’est quoi le PAFFARC ?')
    await says(person, 'Oui, je l’ai reçue hier.')
    await expect.poll(() => holder.locator('.line .words').last().innerText()).toContain('reçue hier')
    await shot(holder, 'together-desk')
    await holder.getByLabel('Votre réponse').fill('Parfait, alors je vous laisse continuer.')
    await holder.getByRole('button', { name: 'Envoyer' }).click()
    await said(person, 'je vous laisse continuer')
    expect(await person.locator('.webchat__bubble').count()).toBe(before + 3)

    await holder.getByRole('button', { name: "Remettre à l'assistant" }).click()
    await said(person, `${name} a terminé la conversation`)
    await said(person, 'Cette conversation vous a-t-elle aidé')
    await shot(person, 'together-ended')
    await choose(person, 'Oui')
    await said(person, 'Merci de votre réponse')
    await says(person, 'C’est quoi le PAFFARC ?')
    await expect.poll(() => saying(person, 'Voici ce que dit notre fiche').count()).toBe(2)
    expect(troubles).toEqual([])
  })

  it('tells the same in Arabic, from the right', async () => {
    const person = await visit(`${server.url}/?lang=ar`, { viewport: PHONE })
    await said(person, 'مرحبًا')
    await person.locator('button.person').click()
    await choose(person, 'ملخّص فقط')
    await said(person, 'سُجّل طلبكم')
    const page = await counsellor()
    await page.locator('.item a').first().click()
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').fill('Bonjour, je peux vous répondre en français. 514 864-9191')
    await page.keyboard.press('Control+Enter')
    await said(person, '514 864-9191')
    await shot(person, 'together-arabic')
    await page.getByRole('button', { name: 'Clore' }).click()
    await said(person, 'هل ساعدتكم هذه المحادثة')
    expect(troubles).toEqual([])
  })
})
