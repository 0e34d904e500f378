import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { serverForTests } from './open-house.ts'

/** Pictures are kept where `SHOTS` names a folder. */
const { SHOTS } = process.env
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 390, height: 844 }
const SMALL_PHONE = { width: 320, height: 568 }
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
  /** Waits until the last message can be read from its beginning. */
  const begins = (page: Page, words: string) =>
    expect.poll(() => saying(page, words).last().evaluate(isReadFromItsBeginning), { timeout: 10_000 }).toBe(true)
  const answering = (page: Page) => expect.poll(() => page.locator('#answering').innerText())
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
    await begins(person, "Rien n'est encore transmis")
    await answering(person).toContain('un assistant automatisé, pas à une personne')
    await shot(person, 'together-consent')
    await choose(person, 'Toute la conversation')
    await said(person, 'Votre demande est enregistrée')
    await begins(person, 'Votre demande est enregistrée')
    await answering(person).toContain('Votre demande attend une personne')
    await shot(person, 'together-waiting')

    const one = await counsellor()
    const other = await counsellor()
    for (const page of [one, other]) await page.getByRole('link', { name: /PAFFARC/ }).click()
    const take = (page: Page) => page.getByRole('button', { name: 'Prendre en charge' })
    const buttons = await Promise.all([one, other].map((page) => take(page).elementHandle()))
    // At the same moment, whatever the other's page shows by then.
    await Promise.all(buttons.map((button) => button?.evaluate((each) => (each as HTMLElement).click())))
    const boxes = () => Promise.all([one, other].map((page) => page.getByLabel('Votre réponse').count()))
    await expect.poll(boxes).toSatisfy((counts: number[]) => counts[0] !== counts[1])
    const [holder, looker] = (await boxes())[0] ? [one, other] : [other, one]
    const name = (await holder.locator('.account span').textContent()) ?? ''
    await expect.poll(() => looker.locator('#standing').innerText()).toContain(name)
    await said(person, `${name} a pris votre demande`)
    await begins(person, `${name} a pris votre demande`)
    await answering(person).toContain('Une personne vous répond.')
    expect(await person.locator('button.person').isVisible()).toBe(false)
    await holder.getByLabel('Votre réponse').pressSequentially('Bon')
    await person.locator('.writing', { hasText: `${name} écrit…` }).waitFor()
    await shot(person, 'together-writing')

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
    await begins(person, 'Prenez votre temps.')
    await answering(person).toContain(`${name}, une personne, vous répond. L'assistant se tait.`)
    expect(await person.locator('.writing').count()).toBe(0)
    expect(await person.locator('.counsellor-name').allInnerTexts()).toEqual([`${name}, une personne`])
    expect(await person.locator('.counsellor-avatar').allInnerTexts()).toEqual([`C${name.at(-1)}`])
    expect(await person.locator('.counsellor .webchat__bubble').count()).toBe(words.length)
    expect(await toldNames(person)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\s*L.assistant a écrit :\s+Bonjour/),
        expect.stringMatching(new RegExp(`^\\s*${name}, une personne, a écrit :\\s+Prenez votre temps`)),
      ]),
    )
    await shot(person, 'together-held')

    const before = await person.locator('.webchat__bubble').count()
    await says(person, 'C’est quoi le PAFFARC ?')
    await person.locator('#chat textarea').pressSequentially('Oui')
    await holder.locator('#typing', { hasText: 'La personne écrit…' }).waitFor()
    await says(person, 'Oui, je l’ai reçue hier.')
    await expect.poll(() => holder.locator('.line .words').last().innerText()).toContain('reçue hier')
    await shot(holder, 'together-desk')
    await holder.getByLabel('Votre réponse').fill('Parfait, alors je vous laisse continuer.')
    await holder.getByRole('button', { name: 'Envoyer' }).click()
    await said(person, 'je vous laisse continuer')
    expect(await person.locator('.webchat__bubble').count()).toBe(before + 3)
    await person.reload()
    await said(person, 'je vous laisse continuer')
    await answering(person).toContain(`${name}, une personne, vous répond.`)
    expect(await person.locator('.counsellor-name').count()).toBe(2)

    await holder.getByRole('button', { name: "Remettre à l'assistant" }).click()
    await said(person, `${name} a terminé la conversation`)
    await said(person, 'Cette conversation vous a-t-elle aidé')
    await begins(person, 'Cette conversation vous a-t-elle aidé')
    await answering(person).toContain('un assistant automatisé, pas à une personne')
    expect(await person.locator('button.person').isVisible()).toBe(true)
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
    await choose(person, 'ليس لدي ما أضيفه')
    await said(person, 'سُجّل طلبكم')
    const page = await counsellor()
    await page.locator('.item a').first().click()
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').fill('Bonjour, je peux vous répondre en français. 514 864-9191')
    await page.keyboard.press('Control+Enter')
    await said(person, '514 864-9191')
    await begins(person, '514 864-9191')
    await answering(person).toContain('يجيبكم الآن شخص')
    expect(await person.locator('.counsellor-name').innerText()).toContain('شخص')
    expect(await objections(person)).toEqual([])
    await shot(person, 'together-arabic')
    await person.setViewportSize(SMALL_PHONE)
    expect(await person.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALL_PHONE.width)
    await shot(person, 'together-arabic-small')
    await page.getByRole('button', { name: 'Clore' }).click()
    await said(person, 'هل ساعدتكم هذه المحادثة')
    expect(troubles).toEqual([])
  })

  it('leaves whoever reads a long word where they are, on a small phone', async () => {
    const person = await visit(`${server.url}/?lang=fr`, { viewport: SMALL_PHONE })
    await said(person, 'Bonjour')
    await begins(person, 'Bonjour')
    await person.locator('button.person').click()
    await choose(person, 'Un résumé seulement')
    await choose(person, 'Rien à ajouter')
    await said(person, 'Votre demande est enregistrée')
    const page = await counsellor()
    await page.locator('.item a').first().click()
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    const word = async (text: string) => {
      await page.getByLabel('Votre réponse').fill(text)
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await said(person, text.slice(0, 20))
    }
    await answering(person).toContain('Une personne vous répond.')
    await says(person, 'Merci de me répondre.')
    await begins(person, 'Merci de me répondre.')
    await word(Array.from({ length: 30 }, (_, step) => `Étape ${step + 1} de votre démarche.`).join('\n\n'))
    await begins(person, 'Étape 1 de votre démarche.')
    await word('Est-ce plus clair ?')
    await person.locator('.webchat__scroll-to-end-button').waitFor()
    await begins(person, 'Étape 1 de votre démarche.')
    await shot(person, 'together-small')
    await says(person, 'Oui, merci.')
    await begins(person, 'Oui, merci.')
    expect(await person.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALL_PHONE.width)
    expect(await objections(person)).toEqual([])
    await page.close()
    await says(person, 'effacer mes données')
    await answering(person).toContain('un assistant automatisé, pas à une personne')
    await expect.poll(() => person.locator('.counsellor').count(), { timeout: 10_000 }).toBe(0)
    await answering(person).toContain('un assistant automatisé, pas à une personne')
    expect(troubles).toEqual([])
  })
})

/** Whether a message begins inside the transcript, and ends there too unless it is longer. */
function isReadFromItsBeginning(bubble: Element): boolean {
  const { top, bottom } = bubble.getBoundingClientRect()
  const around = bubble.closest('.webchat__basic-transcript__scrollable')?.getBoundingClientRect()
  if (!around) return false
  const fits = bottom - top < around.height
  return top > around.top - 1 && (fits ? bottom < around.bottom + 1 : top < around.top + 80)
}

/** What each message is called for whoever goes through them by the arrow keys. */
function toldNames(page: Page): Promise<string[]> {
  return page.locator('.webchat__basic-transcript__activity-active-descendant').allTextContents()
}

async function objections(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
  })
}
