import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WAY_BACK_DAYS } from '../src/channel/direct-line/tokens.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import { openBrowser } from './browser.ts'
import { serverForTests } from './open-house.ts'

/** Pictures are kept where `SHOTS` names a folder. */
const { SHOTS } = process.env
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 390, height: 844 }
const SMALL_PHONE = { width: 320, height: 568 }
/** A Monday at nine in the evening, and the Tuesday after at ten. */
const EVENING = Date.UTC(2026, 10, 24, 2)
const MORNING = Date.UTC(2026, 10, 24, 15)
const ANSWER = 'Bonjour, voici ce que je vous propose :\n\n- écrire à votre ordre\n- demander un relevé de notes'

describe('whoever closed the page comes back to their conversation', () => {
  let server: Awaited<ReturnType<typeof serverForTests>>
  let browser: Browser
  let context: BrowserContext
  let staff: BrowserContext
  let clock: number
  let troubles: string[]

  beforeAll(async () => {
    clock = EVENING
    const now = () => new Date(clock)
    ;[server, browser] = await Promise.all([serverForTests({}, { now }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  beforeEach(async () => {
    clock = EVENING
    troubles = []
    context = await browser.newContext({ viewport: PHONE })
    staff = await browser.newContext()
  })
  afterEach(async () => {
    await context?.close()
    await staff?.close()
  })

  /** A new tab on the same device: what the device keeps is there, what another tab kept is not. */
  async function visit(path = '/?lang=fr'): Promise<Page> {
    const page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
    page.on(
      'console',
      (message) => message.type() === 'error' && troubles.push(`${message.text()} ${message.location().url}`),
    )
    await page.goto(`${server.url}${path}`)
    return page
  }
  const saying = (page: Page, words: string) =>
    page.locator('.webchat__bubble', { hasText: new RegExp(words.replace(/['’]/g, "['’]").replace(/\s+/g, '\\s+')) })
  const said = (page: Page, words: string) => saying(page, words).last().waitFor({ timeout: 20_000 })
  /** Waits until the last message of these words can be read from its beginning. */
  const begins = (page: Page, words: string) =>
    expect.poll(() => saying(page, words).last().evaluate(isReadFromItsBeginning), { timeout: 10_000 }).toBe(true)
  const says = async (page: Page, words: string) => {
    await page.locator('#chat textarea').fill(words)
    await page.keyboard.press('Enter')
  }
  const kept = (page: Page) => page.evaluate(() => localStorage.getItem('passerelle-answer-awaited'))
  const shot = async (page: Page, name: string) => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` })
  }
  const anew = (page: Page) => page.locator('#found-again button')

  const ASKS = {
    fr: ['Bonjour', 'Voici ce que dit notre fiche', 'Toute la conversation', 'revenez ici sur le même appareil'],
    ar: ['مرحبًا', 'هذا ما تقوله بطاقتنا', 'المحادثة كاملة', 'عودوا إلى هنا على الجهاز نفسه'],
  } as const
  /** Asks for a person in the evening, and is told where the answer will be. */
  async function asks(language: keyof typeof ASKS, page?: Page): Promise<Page> {
    const here = page ?? (await visit(`/?lang=${language}`))
    const [welcome, article, everything, comeBack] = ASKS[language]
    await said(here, welcome)
    await says(here, 'PAFFARC')
    await said(here, article)
    expect(await kept(here)).toBeNull()
    await here.locator('button.person').click()
    await here.locator('.webchat__suggested-action', { hasText: everything }).click()
    await said(here, comeBack)
    await expect.poll(() => kept(here)).toContain('token')
    return here
  }
  /** A counsellor takes the request in the morning, and answers it. */
  async function answers(): Promise<Page> {
    clock = MORNING
    const desk = await staff.newPage()
    await desk.goto(server.signInLink('counsellor'))
    await desk.locator('.item a').first().click()
    await desk.getByRole('button', { name: 'Prendre en charge' }).click()
    await desk.getByLabel('Votre réponse').fill(ANSWER)
    await desk.getByRole('button', { name: 'Envoyer' }).click()
    await expect.poll(() => desk.getByLabel('Votre réponse').inputValue()).toBe('')
    return desk
  }
  const ends = async (desk: Page) => {
    await desk.getByRole('button', { name: 'Clore' }).click()
    await expect.poll(() => desk.getByLabel('Votre réponse').count()).toBe(0)
  }

  it('reads the answer the next day, and begins anew once it is ended and shown', async () => {
    const first = await asks('fr')
    await shot(first, 'return-asked')
    await first.close()
    const desk = await answers()

    const back = await visit('/')
    await said(back, 'écrire à votre ordre')
    await begins(back, 'voici ce que je vous propose')
    await expect.poll(() => back.locator('#answering').innerText()).toContain('une personne, vous répond')
    expect(await back.locator('#found-again').innerText()).toContain('Conversation retrouvée sur cet appareil')
    expect(await anew(back).innerText()).toBe('Commencer une nouvelle conversation')
    expect(await back.locator('#notice').innerText()).toBe('')
    expect(await objections(back)).toEqual([])
    await shot(back, 'return-found')
    await back.setViewportSize(SMALL_PHONE)
    await shot(back, 'return-found-small')
    expect(await back.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALL_PHONE.width)
    await says(back, 'Merci beaucoup !')
    await expect.poll(() => desk.locator('.line .words').last().innerText()).toContain('Merci beaucoup')

    const second = await visit('/')
    await said(second, 'Merci beaucoup')
    await back.close()
    await second.close()
    await ends(desk)

    const third = await visit('/')
    await said(third, 'a terminé la conversation')
    await said(third, 'Cette conversation vous a-t-elle aidé')
    await expect.poll(() => kept(third)).toBeNull()
    await third.reload()
    await said(third, 'a terminé la conversation')
    await third.close()
    const last = await visit('/')
    await said(last, 'Bonjour')
    expect(await last.locator('.webchat__bubble').count()).toBe(1)
    expect(await last.locator('#found-again').isVisible()).toBe(false)
    expect(await last.locator('#notice').innerText()).toBe('')
    expect(troubles).toEqual([])
  })

  it('comes back to Arabic from a bare address, and sees the marks of a French list', async () => {
    await (await asks('ar')).close()
    await answers()
    const back = await visit('/')
    await said(back, 'écrire à votre ordre')
    expect(await back.locator('html').getAttribute('lang')).toBe('ar')
    expect(await back.locator('#found-again').innerText()).toContain('عُثر على هذه المحادثة')
    await begins(back, 'voici ce que je vous propose')
    expect(await objections(back)).toEqual([])
    await shot(back, 'return-arabic')
    const list = saying(back, 'écrire à votre ordre').locator('ul').first()
    expect(await list.getAttribute('dir')).toBe('ltr')
    expect(
      await list.evaluate((each) => {
        const { paddingLeft, listStyleType } = getComputedStyle(each)
        return { marked: listStyleType !== 'none', room: Number.parseFloat(paddingLeft) >= 16 }
      }),
    ).toEqual({ marked: true, room: true })
    expect(troubles).toEqual([])
  })

  it('leaves it on a shared device, in every tab, and the request stays', async () => {
    const first = await asks('fr')
    const second = await visit('/')
    await said(second, 'revenez ici')
    await anew(second).click()
    await expect.poll(() => second.locator('#notice').innerText()).toContain('oubliée sur cet appareil')
    await shot(second, 'return-left')
    for (const page of [first, second]) {
      await expect.poll(() => page.locator('.webchat__bubble').count()).toBe(1)
      await said(page, 'Bonjour')
      expect(await page.locator('#found-again').isVisible()).toBe(false)
      expect(await kept(page)).toBeNull()
      await page.reload()
      await said(page, 'Bonjour')
      await page.close()
    }
    await (await visit('/')).locator('.webchat__bubble', { hasText: 'Bonjour' }).waitFor()
    const desk = await answers()
    await ends(desk)
    expect(troubles).toEqual([])
  })

  it('begins anew once the request is withdrawn, or everything erased', async () => {
    const page = await asks('fr')
    await says(page, 'annuler ma demande')
    await said(page, 'Votre demande est annulée')
    await expect.poll(() => kept(page)).toBeNull()
    await says(page, 'parler à une personne')
    await page.locator('.webchat__suggested-action', { hasText: 'Toute la conversation' }).click()
    await expect.poll(() => kept(page)).toContain('token')
    await says(page, 'effacer mes données')
    await said(page, 'Tout ce que vous avez écrit')
    expect(await kept(page)).toBeNull()
    await page.close()
    const next = await visit('/')
    await said(next, 'Bonjour')
    expect(await next.locator('.webchat__bubble').count()).toBe(1)
    expect(troubles).toEqual([])
  })

  it('erases from where it was found again, and says no more that it was', async () => {
    await (await asks('fr')).close()
    const back = await visit('/')
    await said(back, 'revenez ici')
    await anew(back).waitFor()
    await says(back, 'effacer mes données')
    await expect.poll(() => back.locator('.webchat__bubble').count(), { timeout: 10_000 }).toBe(1)
    expect(await anew(back).isVisible()).toBe(false)
    expect(await kept(back)).toBeNull()
    expect(troubles).toEqual([])
  })

  it('says so, and begins anew, where the way back opens nothing any more', async () => {
    const page = await asks('fr')
    const way = await kept(page)
    await says(page, 'effacer mes données')
    await said(page, 'Tout ce que vous avez écrit')
    await page.evaluate((old) => localStorage.setItem('passerelle-answer-awaited', old ?? ''), way)
    await page.close()
    const next = await visit('/')
    await said(next, 'Bonjour')
    expect(await next.locator('#notice').innerText()).toContain('En voici une nouvelle')
    expect(await next.locator('.webchat__bubble').count()).toBe(1)
    expect(await kept(next)).toBeNull()
  })

  it.each(LANGUAGES)('is told in the privacy page for how many days (%s)', async (language) => {
    const html = await (await fetch(`${server.url}/confidentialite?lang=${language}`)).text()
    const words = { fr: 'jours sans visite', en: 'days without a visit', es: 'días sin visita', ar: 'يومًا دون زيارة' }
    expect(html).toContain(`${WAY_BACK_DAYS} ${words[language]}`)
  })
})

/** Whether a message begins inside the transcript, and ends there too unless it is longer. */
function isReadFromItsBeginning(bubble: Element): boolean {
  const { top, bottom } = bubble.getBoundingClientRect()
  const around = bubble.closest('.webchat__basic-transcript__scrollable')?.getBoundingClientRect()
  if (!around) return false
  return top > around.top - 1 && (bottom - top < around.height ? bottom < around.bottom + 1 : top < around.top + 80)
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
