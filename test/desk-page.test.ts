import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
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
    // Nobody waits when the next test begins.
    const by = { id: 'the-tests', name: 'The tests' }
    for (const { escalation } of await desk.house.desk.inbox(desk.now())) {
      const holder = escalation.standing.is === 'held' ? escalation.standing.by : by
      await desk.house.desk.claim(escalation.id, holder, desk.now())
      await desk.house.desk.close(escalation.id, holder, 'answered', desk.now())
    }
  })

  /** Another counsellor, signed in by a link; given as their page and their name. */
  async function counsellor(options: BrowserContextOptions = {}): Promise<{ page: Page; name: string }> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
    await page.goto(desk.link())
    await page.waitForURL(/\/desk$/)
    return { page, name: (await page.locator('.account span').textContent()) ?? '' }
  }

  /** A person who waits. */
  const person = (first = 'Comment faire reconnaître mon diplôme d’infirmière?', words?: readonly string[]) =>
    desk.asks(first, words)

  const linesOf = (page: Page) => page.locator('.line .words').allInnerTexts()
  const claimed = async (page: Page, id: string) => {
    await page.goto(`${desk.url}/desk/${id}`)
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').waitFor()
  }
  const listens = (page: Page) =>
    page.waitForRequest((request) => request.url().includes('/desk/live') && request.resourceType() === 'eventsource')

  it('goes from the inbox to the end: claim, reply, note, close', async () => {
    const { says, hears, id } = await person()
    const { page, name } = await counsellor()
    await expect.poll(() => page.title()).toBe('(1) Bureau')
    expect(await page.locator('.item .marks').innerText()).toMatch(/Demande une personne\s+français\s+rang 1/)
    await page.getByRole('link', { name: /diplôme/ }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('who')
    expect(await page.locator('#brief').innerText()).toMatch(/Question\s+Comment faire reconnaître/)
    expect(await page.locator('#brief').innerText()).toContain('Toute la conversation')
    expect(await page.locator('#agreed blockquote').textContent()).toContain('Toute la conversation')
    expect((await linesOf(page)).join()).toContain('diplôme')
    expect(await page.locator('.cited a').first().getAttribute('href')).toMatch(/^https:/)

    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reply')
    await page.keyboard.type('Bonjour, je lis votre conversation.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await linesOf(page)).at(-1)).toBe('Bonjour, je lis votre conversation.')
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('')
    expect(await page.locator('.line.counsellor').last().innerText()).toMatch(new RegExp(`^${name}`))
    expect(await page.locator('.line.counsellor .delivery').last().textContent()).toBe('en route')
    await hears()
    await hears()
    await expect.poll(() => page.locator('.line.counsellor .delivery').last().textContent()).toBe('remis')

    await says('Merci beaucoup.', false)
    await expect.poll(async () => (await linesOf(page)).at(-1)).toBe('Merci beaucoup.')

    await page.getByLabel("Note pour l'équipe").fill('Rappeler demain.')
    await page.getByRole('button', { name: 'Ajouter la note' }).click()
    await expect.poll(() => page.locator('#notes li').innerText()).toContain('Rappeler demain.')
    expect(await linesOf(page)).not.toContain('Rappeler demain.')

    await page.getByLabel('Orienté ailleurs').check()
    await page.getByRole('button', { name: 'Clore' }).click()
    await expect.poll(() => page.locator('#standing').innerText()).toContain('Orienté ailleurs')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('who')
    expect(await page.getByLabel('Votre réponse').count()).toBe(0)
    expect(await page.title()).not.toContain('(')
    expect((await desk.house.store.escalations.get(id))?.standing).toMatchObject({ is: 'closed', outcome: 'referred' })
    expect(troubles).toEqual([])
  })

  it('tells the second counsellor who has it, live and when they try', async () => {
    const { id } = await person()
    const [first, second, third] = [
      await counsellor(),
      await counsellor(),
      await counsellor({ javaScriptEnabled: false }),
    ]
    await Promise.all([listens(second.page), second.page.goto(`${desk.url}/desk/${id}`)])
    await third.page.goto(`${desk.url}/desk/${id}`)
    await claimed(first.page, id)
    // Live: the button is gone, and it says who has it.
    await expect
      .poll(() => second.page.locator('#standing').innerText())
      .toContain(`${first.name} répond à cette personne`)
    expect(await second.page.getByRole('button', { name: 'Prendre en charge' }).count()).toBe(0)
    expect(await second.page.getByLabel('Votre réponse').count()).toBe(0)
    // Not live: it says why nothing was done.
    await third.page.getByRole('button', { name: 'Prendre en charge' }).click()
    expect(await third.page.locator('#refusal').innerText()).toBe(`${first.name} a déjà pris cette conversation.`)
    // A note may be left all the same.
    await second.page.getByLabel("Note pour l'équipe").fill('Je connais cette personne.')
    await second.page.getByRole('button', { name: 'Ajouter la note' }).click()
    await expect.poll(() => first.page.locator('#notes').innerText()).toContain('Je connais cette personne.')
  })

  it('says why what was written was not sent, and keeps it', async () => {
    const { id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    await page.getByLabel('Votre réponse').fill('Ceci ne partira pas.')
    const { escalation } = (await desk.house.desk.inbox(desk.now())).find((item) => item.escalation.id === id) ?? {}
    const { standing } = escalation ?? {}
    if (standing?.is !== 'held') throw new Error('Nobody holds it.')
    // It goes back to the queue while the word is on its way.
    await page.route('**/say*', async (route) => {
      await desk.house.desk.giveBack(id, standing.by, desk.now())
      await route.continue()
    })
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect
      .poll(() => page.locator('#refusal').innerText())
      .toBe("Personne n'a cette conversation en ce moment. Prenez-la en charge d'abord.")
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('refusal')
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await expect.poll(() => page.getByLabel('Votre réponse').inputValue()).toBe('Ceci ne partira pas.')
  })

  it('works as plain forms, without any script', async () => {
    const { id } = await person()
    const { page } = await counsellor({ javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    expect(page.url()).toBe(`${desk.url}/desk/${id}#reply`)
    await page.getByLabel('Votre réponse').fill('Bonjour.\nUne deuxième ligne.')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    expect((await linesOf(page)).at(-1)).toBe('Bonjour.\nUne deuxième ligne.')
    await page.getByLabel('Votre réponse').fill('Voyez {lien}.')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    expect(await page.locator('#refusal').innerText()).toContain('à compléter entre accolades')
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('Voyez {lien}.')
    await page
      .getByRole('button', { name: 'Je m’absente' })
      .or(page.getByRole('button', { name: "Je m'absente" }))
      .click()
    expect(await page.locator('#presence').innerText()).toContain('Pas disponible')
    await page.goto(`${desk.url}/desk/${id}`)
    await page.getByRole('button', { name: 'Clore' }).click()
    expect(await page.locator('#standing').innerText()).toContain('Répondu')
  })

  it('draws itself again without touching what somebody writes, reads or opened', async () => {
    const { says, id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    const box = page.getByLabel('Votre réponse')
    await page.locator('#transfer summary').click()
    await page.getByLabel('Orienté ailleurs').check()
    await page.locator('#transfer-to').selectOption('language:es')
    await box.fill('Une réponse en cours')
    await box.evaluate((element: HTMLTextAreaElement) => {
      element.focus()
      element.setSelectionRange(4, 11)
    })
    const before = await page.locator('.line').count()
    await says('Êtes-vous là?', false)
    await expect.poll(() => page.locator('.line').count()).toBe(before + 1)
    expect(await box.inputValue()).toBe('Une réponse en cours')
    expect(
      await box.evaluate((element: HTMLTextAreaElement) => [
        element === document.activeElement,
        element.selectionStart,
        element.selectionEnd,
      ]),
    ).toEqual([true, 4, 11])
    expect(await page.locator('#transfer').getAttribute('open')).not.toBeNull()
    expect(await page.locator('#transfer-to').inputValue()).toBe('language:es')
    expect(await page.getByLabel('Orienté ailleurs').isChecked()).toBe(true)
    // Another page of this tab, and back: what was not sent is still there.
    await page.goto(`${desk.url}/desk`)
    await page.goto(`${desk.url}/desk/${id}`)
    expect(await box.inputValue()).toBe('Une réponse en cours')
  })

  it('says a word once, however often its form is sent', async () => {
    const { id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    const form = { text: 'Une seule fois.', key: await page.locator('#reply-key').inputValue() }
    for (let times = 0; times < 3; times++)
      await page.request.post(`${desk.url}/desk/${id}/say`, { form, headers: { Origin: desk.url } })
    await expect.poll(async () => (await linesOf(page)).filter((text) => text === form.text)).toHaveLength(1)
  })

  it('gives back what a cut swallowed, and sends it once afterwards', async () => {
    const { id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    let cuts = 0
    // The first time the server takes the word, and the answer is lost on its way.
    await page.route('**/say*', async (route) => {
      cuts += 1
      if (cuts > 1) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByLabel('Votre réponse').fill('Perdue, puis retrouvée.')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect.poll(() => page.locator('#trouble').innerText()).toContain("L'envoi n'a pas abouti")
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('Perdue, puis retrouvée.')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect.poll(() => page.getByLabel('Votre réponse').inputValue()).toBe('')
    expect(cuts).toBe(2)
    expect((await linesOf(page)).filter((text) => text === 'Perdue, puis retrouvée.')).toHaveLength(1)
    expect(await page.locator('#trouble').isHidden()).toBe(true)
  })

  it('can be worked without a mouse', async () => {
    await person('Comment devenir électricienne?')
    const { id } = await person()
    const { page } = await counsellor()
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('.item')?.id ?? document.activeElement?.id)
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toBe(`request-${id}`)
    await page.keyboard.press('k')
    expect(await focused()).not.toBe(`request-${id}`)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(id))
    await page.keyboard.press('?')
    await expect.poll(() => page.locator('#keys').isVisible()).toBe(true)
    await page.keyboard.press('c')
    await page.keyboard.press('Escape')
    expect(await page.getByLabel('Votre réponse').count()).toBe(0)
    await page.keyboard.press('c')
    await page.getByLabel('Votre réponse').waitFor()
    await expect.poll(focused).toBe('reply')
    // Letters are letters while one writes.
    await page.keyboard.type('j’écris c, k, r, n et /?')
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('j’écris c, k, r, n et /?')
    await page.locator('#who').focus()
    await page.keyboard.press('n')
    expect(await focused()).toBe('note')
    await page.locator('#who').focus()
    await page.keyboard.press('r')
    expect(await focused()).toBe('reply')
    // They may be switched off.
    await page.locator('#who').focus()
    await page.keyboard.press('?')
    await page.getByLabel("Touches d'une seule lettre actives").uncheck()
    await page.keyboard.press('Escape')
    await page.locator('#who').focus()
    await page.keyboard.press('n')
    expect(await focused()).toBe('who')
  })

  it('puts a passage of the library and its link where the caret is, with one key', async () => {
    const { id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('library-search')
    await page.keyboard.type('évaluation comparative délai')
    await page.locator('#found [data-insert]').first().waitFor()
    await page.screenshot({ path: `${SHOTS}/desk-library.png` })
    await page.keyboard.press('Enter')
    const box = page.getByLabel('Votre réponse')
    expect(await box.inputValue()).toMatch(/\n\n\[[^\]]+\]\(https:\/\/[^)]+\)$/)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply')
    expect(await box.inputValue()).not.toMatch(/\[\d+\]/)
    await page.keyboard.press('Alt+r')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('library-search')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply')
  })

  it('has replies ready in French and the person’s language, and sends none with something to fill', async () => {
    const { id } = await person('¿Cómo puedo trabajar de ingeniero?', ['hablar con una persona', '1'])
    const { page } = await counsellor()
    await claimed(page, id)
    await page.keyboard.press('Alt+p')
    await page.keyboard.type('organisme')
    const found = page.locator('#ready-list > li:not([hidden])')
    expect(await found.count()).toBeGreaterThan(0)
    expect(await found.count()).toBeLessThan(await page.locator('#ready-list > li').count())
    await page.screenshot({ path: `${SHOTS}/desk-ready.png` })
    await found
      .filter({ hasText: '{' })
      .first()
      .getByRole('button', { name: /espagnol/ })
      .click()
    const box = page.getByLabel('Votre réponse')
    const selected = () =>
      box.evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart, element.selectionEnd))
    expect(await selected()).toMatch(/^\{.+\}$/)
    expect(await page.locator('#to-fill').innerText()).toContain('À compléter')
    await page.screenshot({ path: `${SHOTS}/desk-to-fill.png` })
    const before = await page.locator('.line').count()
    await page.keyboard.press('Control+Enter')
    expect(await page.locator('#to-fill').innerText()).toContain("Complétez d'abord")
    for (let left = 0; left < 9 && (await selected()).startsWith('{'); left++) {
      await page.keyboard.type('OIQ')
      const next = page.locator('#to-fill button').first()
      if (await next.isVisible()) await next.click()
    }
    expect(await page.locator('#to-fill').isHidden()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('.line').count()).toBe(before + 1)
    expect((await linesOf(page)).at(-1)).toContain('OIQ')
  })

  it('tells the person that one types, at most every three seconds, and shows that they do', async () => {
    const { says, types, id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    let told = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/typing')) told += 1
    })
    await page.getByLabel('Votre réponse').pressSequentially('Bonjour')
    await expect.poll(() => told).toBe(1)
    const typing = () => page.locator('#typing').textContent()
    // Signs are not kept: one that is told before the page listens is missed.
    await expect
      .poll(async () => {
        await types()
        return typing()
      })
      .toBe('La personne écrit…')
    await says('Bonjour!', false)
    await expect.poll(typing).toBe('')
  })

  it('tells of a new request and of new words, once, in the title and aloud', async () => {
    const first = await person()
    const { page } = await counsellor()
    await claimed(page, first.id)
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      const line = document.getElementById('announce')
      if (line) new MutationObserver(() => heard.push(line.textContent ?? '')).observe(line, { childList: true })
    })
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard)
    await person('¿Cómo trabajo?', ['hablar con una persona', '1'])
    await expect.poll(() => page.title()).toMatch(/^\(1\) /)
    await expect.poll(heard).toHaveLength(1)
    expect((await heard())[0]).toMatch(/^Nouvelle demande\. \S/)
    await first.says('Une autre question.', false)
    await expect.poll(heard).toHaveLength(2)
    expect((await heard())[1]).toBe('Nouveau message de la personne. Une autre question.')
    // Elsewhere in the inbox, a conversation of one's own says that there is something to read.
    await page.goto(`${desk.url}/desk`)
    expect(await page.locator(`#request-${first.id} .mark-unread`).innerText()).toBe('à répondre')
  })

  it('remembers whether it may ring', async () => {
    const { page } = await counsellor()
    const button = page.locator('#sound')
    expect(await button.getAttribute('aria-pressed')).toBe('false')
    await button.click()
    await page.reload()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    expect(await button.innerText()).toMatch(/^Son.:.oui$/)
  })

  it('transfers to who speaks the language, and shows for whom it is kept', async () => {
    const { id } = await person('¿Cómo puedo trabajar?', ['hablar con una persona', '1'])
    const [first, second] = [await counsellor(), await counsellor()]
    await second.page.locator('#my-languages summary').click()
    await second.page.getByLabel('espagnol', { exact: true }).check()
    await second.page.getByRole('button', { name: 'Enregistrer' }).click()
    await claimed(first.page, id)
    expect(await first.page.locator('.speaks').innerText()).toContain(second.name)
    await first.page.locator('#transfer summary').click()
    const options = await first.page.locator('#transfer-to optgroup').last().locator('option').allInnerTexts()
    expect(options[0]).toBe(`${second.name}, disponible (français, espagnol)`)
    await first.page.locator('#transfer-to').selectOption({ label: options[0] ?? '' })
    await first.page.getByRole('button', { name: 'Transférer la demande' }).click()
    await expect.poll(() => first.page.locator('#standing').innerText()).toContain('En attente depuis')
    await second.page.goto(`${desk.url}/desk`)
    expect(await second.page.locator(`#request-${id}`).innerText()).toContain(`réservée · ${second.name}`)
    await claimed(second.page, id)
    await second.page.getByRole('button', { name: "Remettre à l'assistant" }).click()
    await expect.poll(() => second.page.locator('#standing').innerText()).toContain("Remis à l'assistant")
    // Asked for again, the earlier request is there.
    const again = await person('¿Cómo puedo trabajar?', ['hablar con una persona', '1'])
    expect(again.id).not.toBe(id)
  })

  it('says who asks, in the reader’s language, and what was asked before', async () => {
    const { says, request, id } = await person('I am an ICU nurse, I am in Quebec and I do not know French yet.', [
      'me',
      'talk to a person',
      '1',
    ])
    const { page } = await counsellor()
    expect(await page.locator('.item .what').innerText()).toMatch(/^Infirmi.+Québec/i)
    await claimed(page, id)
    expect(await page.locator('#who').innerText()).toMatch(/^Demande d'aide.:.infirmi/)
    expect(await page.locator('.situation').innerText()).toMatch(/métier.:.infirmi/)
    expect(await page.locator('.line.person .words').first().getAttribute('lang')).toBe('en-CA')
    await page.getByRole('button', { name: 'Clore' }).click()
    await expect.poll(() => page.locator('#standing').innerText()).toContain('Répondu')
    await says('Yes, it helped me')
    for (const text of ['How much does the exam cost?', 'talk to a person', '1']) await says(text)
    await page.goto(`${desk.url}/desk/${(await request())?.id}`)
    await page.locator('#earlier summary').click()
    expect(await page.locator('#earlier').innerText()).toMatch(
      /Demandes précédentes \(1\)[\s\S]+Répondu · avec Conseil/,
    )
    expect(await page.locator('#earlier').innerText()).toMatch(/Aide jugée utile.:.oui/)
    await page.screenshot({ path: `${SHOTS}/desk-earlier.png` })
  })

  it('keeps what is wished for in the address', async () => {
    const spanish = await person('¿Cómo puedo trabajar?', ['hablar con una persona', '1'])
    await spanish.says('Decir mi región')
    await spanish.says('Sherbrooke')
    const french = await person()
    const { page } = await counsellor()
    const shown = () =>
      page.locator('.item').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.request))
    expect(await shown()).toEqual([spanish.id, french.id])
    await page.getByLabel('Langue', { exact: true }).selectOption('es')
    await page.waitForURL(/language=es/)
    expect(await shown()).toEqual([spanish.id])
    await page.getByRole('link', { name: /trabajar/ }).click()
    expect(page.url()).toContain('language=es')
    expect(await shown()).toEqual([spanish.id])
    await page.goto(`${desk.url}/desk?show=mine`)
    expect(await shown()).toEqual([])
    expect(await page.locator('#inbox').innerText()).toContain('Aucune demande ne correspond')
    await page.goto(`${desk.url}/desk?show=nonsense&language=xx&region=123`)
    expect(await shown()).toEqual([spanish.id, french.id])
    expect(await page.locator('.item .what').first().innerText()).toMatch(/^Estrie/)
    await page.getByLabel('Région', { exact: true }).selectOption({ label: 'Estrie' })
    await page.waitForURL(/region=05/)
    expect(await shown()).toEqual([spanish.id])
    // Nobody told their trade: there is nothing to choose.
    expect(await page.getByLabel('Métier', { exact: true }).count()).toBe(0)
  })

  it('finds those of one trade', async () => {
    const nurse = await person('Je suis infirmière au Québec, quelles mesures me concernent ?', [
      'moi',
      'parler à une personne',
      '1',
    ])
    const other = await person()
    const { page } = await counsellor()
    const shown = () =>
      page.locator('.item').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.request))
    expect(await shown()).toEqual([nurse.id, other.id])
    await page.getByLabel('Métier', { exact: true }).selectOption({ index: 1 })
    await page.waitForURL(/trade=/)
    expect(await shown()).toEqual([nurse.id])
    await page.screenshot({ path: `${SHOTS}/desk-trade.png` })
  })

  it('shows nothing of what the person did not agree to share', async () => {
    const { id } = await person('Mon voisin est ingénieur.', [
      'Quel ordre joindre pour une infirmière?',
      'Parler à une personne',
      '3',
    ])
    const { page } = await counsellor()
    await page.goto(`${desk.url}/desk/${id}`)
    const text = await page.locator('main').innerText()
    expect(text).toContain('Quel ordre joindre pour une infirmière?')
    expect(text).toContain('La question seulement')
    expect(text).not.toContain('voisin')
  })

  it('shows a word that could not be delivered, and tries again', async () => {
    const { id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    await page.getByLabel('Votre réponse').fill('Bonjour.')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await page.locator('.line.counsellor').waitFor()
    const position = Number(await page.locator('.line.counsellor').last().getAttribute('data-position'))
    const { conversation } = (await desk.house.store.escalations.get(id)) ?? { conversation: '' }
    await desk.house.store.deliveries.missed(conversation, position, 'La personne a bloqué le clavardage.')
    await page.reload()
    expect(await page.locator('.delivery.failed').innerText()).toContain('La personne a bloqué le clavardage.')
    await page.screenshot({ path: `${SHOTS}/desk-failed.png` })
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await expect.poll(() => page.locator('.line.counsellor .delivery').last().textContent()).toBe('en route')
  })

  it('takes away from the page what a person has erased, and says so', async () => {
    const { says, id } = await person('Je suis infirmière, quel ordre joindre ?')
    const { page } = await counsellor()
    await claimed(page, id)
    await says('Voici mon secret.', false)
    await expect.poll(async () => (await linesOf(page)).at(-1)).toBe('Voici mon secret.')
    await says('effacer mes données', false)
    await expect.poll(() => page.locator('#conversation').innerText()).toContain("Cette demande n'existe plus")
    expect(await page.locator('#conversation').innerText()).not.toContain('secret')
    expect(await page.getByLabel('Votre réponse').count()).toBe(0)
    await expect.poll(() => page.title()).toBe("Cette demande n'existe plus – Bureau")
    // What happens at the desk afterwards is asked for, and what is gone is not.
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const next = await person()
    await page.locator(`[data-request="${next.id}"]`).waitFor()
    await expect.poll(() => page.title()).toBe("(1) Cette demande n'existe plus – Bureau")
    expect(asked).toContain('/desk/inbox')
    expect(asked).not.toContain(`/desk/${id}/part`)
    troubles = troubles.filter((trouble) => !trouble.includes('404'))
    expect(troubles).toEqual([])
  })

  it('shows that something came without words', async () => {
    const { says, id } = await person()
    const { page } = await counsellor()
    await claimed(page, id)
    await says('', false)
    await expect.poll(async () => (await linesOf(page)).at(-1)).toContain('message sans texte')
  })

  it('answers what is not there or not understood with a sentence', async () => {
    const { id } = await person()
    const { page } = await counsellor()
    const nothing = await page.goto(`${desk.url}/desk/no-such-request`)
    expect(nothing?.status()).toBe(404)
    expect(await page.locator('main').innerText()).toContain("Cette demande n'existe plus")
    await claimed(page, id)
    const post = (act: string, form: Record<string, string>) =>
      page.request.post(`${desk.url}/desk/${id}/${act}`, { form, headers: { Origin: desk.url } })
    for (const [act, form, status] of [
      ['close', { outcome: 'exploded' }, 422],
      ['give-back', { to: 'colleague:nobody' }, 422],
      ['give-back', { to: 'language:xx' }, 422],
      ['deliver-again', { position: 'first' }, 422],
      ['say', { text: '   ' }, 422],
      ['say', { text: 'x'.repeat(4001) }, 422],
    ] as const) {
      const answer = await post(act, form)
      expect([act, answer.status()]).toEqual([act, status])
      expect(await answer.text()).toContain('id="refusal"')
    }
    const unknown = await page.request.post(`${desk.url}/desk/none/claim`, { headers: { Origin: desk.url } })
    expect(unknown.status()).toBe(404)
    for (const id of ['%00', 'x'.repeat(3000)])
      expect((await page.request.get(`${desk.url}/desk/${id}`)).status()).toBe(404)
    expect((await page.request.get(`${desk.url}/desk/search?q=${'x'.repeat(500)}`)).status()).toBe(200)
  })

  it('asks who comes, for pages, parts and streams', async () => {
    const { id } = await person()
    for (const [path, accept] of [
      ['/desk/live', 'text/event-stream'],
      ['/desk/inbox', 'text/html'],
      [`/desk/${id}/part`, 'text/html'],
    ] as const) {
      const answer = await fetch(`${desk.url}${path}`, { headers: { Accept: accept, 'HX-Request': 'true' } })
      expect([path, answer.status]).toEqual([path, 401])
    }
    const answer = await fetch(`${desk.url}/desk/${id}/claim`, { method: 'POST', headers: { Origin: desk.url } })
    expect(answer.status).toBe(401)
  })

  for (const language of ['fr', 'en'] as const) {
    it.each([
      ['desktop', DESKTOP],
      ['tablet', TABLET],
      ['phone', SMALL_PHONE],
    ] as const)(`has nothing that axe objects to, and fits the screen (${language}, %s)`, async (name, viewport) => {
      const { says, id } = await person()
      await says('Quand est-ce que quelqu’un répond?')
      await person('¿Cómo puedo trabajar?', ['hablar con una persona', '2'])
      await person('كيف أعترف بشهادتي؟', ['أريد التحدث مع شخص', '1'])
      const { page } = await counsellor({ viewport })
      if (language === 'en') await page.goto(`${desk.url}/console/language?lang=en&to=/desk`)
      const look = async (what: string): Promise<void> => {
        await page.screenshot({ path: `${SHOTS}/desk-${what}-${language}-${name}.png`, fullPage: name === 'phone' })
        expect(await objections(page)).toEqual([])
        const wide = await page.evaluate(() =>
          [...document.querySelectorAll('body *')].flatMap((each) =>
            document.documentElement.scrollWidth > innerWidth && each.getBoundingClientRect().right > innerWidth
              ? `${each.tagName}#${each.id}.${each.className}`
              : [],
          ),
        )
        expect([what, ...wide]).toEqual([what])
      }
      await look('inbox')
      await page.goto(`${desk.url}/desk/${id}`)
      await look('waiting')
      await page.locator('#claim').click()
      await page.locator('#reply').fill('Bonjour, je lis votre conversation.')
      await page.keyboard.press('Control+Enter')
      await page.locator('.line.counsellor').waitFor()
      await look('held')
      await page.locator('#ready summary').click()
      await look('ready')
      await page.locator('#library summary').click()
      await page.locator('#library-search').fill('diplôme')
      await page.locator('#found [data-insert]').first().waitFor()
      await page.locator('#transfer summary').click()
      await look('library')
      await page.locator('#show-keys').dispatchEvent('click')
      await look('keys')
      await page.goto(`${desk.url}/desk/figures`)
      await look('figures')
      await page.goto(`${desk.url}/desk/search?q=stage`)
      await look('search')
      expect(troubles).toEqual([])
    })
  }
})

/** What axe objects to on a page, each with where. */
async function objections(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    interface Found {
      violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
    }
    const { axe } = window as unknown as { axe: { run(options: object): Promise<Found> } }
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    )
  })
}
