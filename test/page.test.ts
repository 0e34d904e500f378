import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import restify, { type Server } from 'restify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUSE } from '../src/house.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { LANGUAGES, type Language, OWN_NAME } from '../src/language/languages.ts'
import { type Phrases, readPhrases } from '../src/language/phrases.ts'
import { open } from '../src/main.ts'
import { callerOf } from '../src/page/caller.ts'
import { pageRoutes } from '../src/page/routes.ts'
import { readSettings } from '../src/settings.ts'
import { openBrowser } from './browser.ts'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
const SMALL_PHONE = { width: 320, height: 568 }
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The first words of each welcome. */
const WELCOME: Readonly<Record<Language, string>> = { fr: 'Bonjour', en: 'Hello', es: '¡Hola!', ar: 'مرحبًا' }

const phrases: Phrases = await readPhrases(`${HOUSE}dialogs/phrases`)

async function freePort(): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((resolve) => socket.listen(0, resolve))
  const { port } = socket.address() as AddressInfo
  await new Promise((resolve) => socket.close(resolve))
  return port
}

describe('the public page, in a browser', () => {
  let dataDir: string
  let home: string
  let house: Awaited<ReturnType<typeof open>>
  let browser: Browser
  let context: BrowserContext
  /** Another site, which may show the chat, and one that may not. */
  let friend: { origin: string; close(): void }
  let stranger: { origin: string; close(): void }
  /** Whatever a page did that it should not: a request elsewhere, an error, a breach of its policy. */
  let troubles: string[]

  beforeAll(async () => {
    const port = await freePort()
    home = `http://localhost:${port}`
    dataDir = mkdtempSync(join(tmpdir(), 'passerelle-page-'))
    ;[friend, stranger] = [await hostSite(home), await hostSite(home)]
    const environment = {
      PORT: String(port),
      PUBLIC_URL: home,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      ALLOWED_ORIGINS: friend.origin,
    }
    ;[house, browser] = await Promise.all([open(readSettings(environment)), openBrowser()])
  })
  afterAll(async () => {
    friend?.close()
    stranger?.close()
    await browser?.close()
    await house?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  beforeEach(() => {
    troubles = []
  })
  afterEach(async () => {
    await context?.close()
  })

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    await context?.close()
    context = await browser.newContext({ viewport: DESKTOP, ...options })
    const page = await context.newPage()
    page.on('request', (request) => {
      const elsewhere = ![home, friend.origin, stranger.origin, 'null'].includes(new URL(request.url()).origin)
      if (elsewhere) troubles.push(`request to ${request.url()}`)
    })
    page.on('websocket', (socket) => {
      if (!socket.url().startsWith(home.replace('http', 'ws'))) troubles.push(`socket to ${socket.url()}`)
    })
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) troubles.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
    await page.goto(path.startsWith('http') ? path : `${home}${path}`)
    return page
  }

  async function talk(language: Language, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await visit(`/?lang=${language}`, options)
    await said(page, WELCOME[language])
    return page
  }

  it('needs nothing from elsewhere, and says so in a strict policy', async () => {
    const page = await talk('fr')
    const response = await page.request.get(home)
    const policy = response.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'nonce-[\w-]{24}'(;|$)/)
    expect(policy).toMatch(/style-src 'nonce-[\w-]{24}' 'sha256-47DEQpj8HBSa\+\/TImW\+5JCeuQeRkm5NMpJWZG3hSuFU='(;|$)/)
    expect(policy).toContain(`frame-ancestors 'self' ${friend.origin}`)
    for (const none of ['base-uri', 'form-action', 'object-src']) expect(policy).toContain(`${none} 'none'`)
    expect(policy).not.toMatch(/unsafe|\*|https:(;|\s|$)/)
    expect(nonceOf(policy)).not.toBe(nonceOf((await page.request.get(home)).headers()['content-security-policy'] ?? ''))
    expect(await context.cookies()).toEqual([])
    expect(troubles).toEqual([])
  })

  it('is styled: the nonce reaches Web Chat', async () => {
    const page = await talk('fr')
    const looks = await page.evaluate(() => {
      const look = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
      return {
        bubble: look('.webchat__bubble__content').backgroundColor,
        choice: look('.webchat__suggested-action').borderRadius,
        scrolls: look('.webchat__basic-transcript__scrollable').overflowY,
        header: look('.top').backgroundColor,
      }
    })
    expect(looks).toEqual({ bubble: 'rgb(241, 244, 248)', choice: '22px', scrolls: 'auto', header: 'rgb(9, 87, 151)' })
  })

  it.each(['fr', 'ar'] as const)('shows its welcome from the first line (%s)', async (language) => {
    const page = await talk(language, { viewport: SMALL_PHONE })
    const top = () =>
      bubbles(page)
        .first()
        .evaluate((each) => {
          const around = each.closest('.webchat__basic-transcript__scrollable')?.getBoundingClientRect()
          return around && Math.round(each.getBoundingClientRect().top - around.top)
        })
    await page.locator('.webchat__suggested-action').first().waitFor()
    await expect.poll(top).toBeGreaterThanOrEqual(0)
    expect(await top()).toBeLessThan(40)
    expect(troubles).toEqual([])
  })

  it('answers in French with its sources, and goes on where a suggestion leads', async () => {
    const page = await talk('fr')
    await say(page, 'C’est quoi le PAFFARC ?')
    await said(page, 'Voici ce que dit notre fiche')
    const sources = page.locator('.webchat__link-definitions__list a')
    expect(await sources.count()).toBeGreaterThan(0)
    for (const source of await sources.all()) {
      expect(await source.getAttribute('href')).toMatch(/^https?:\/\//)
      expect(await source.getAttribute('rel')).toContain('noopener')
    }
    const [mark] = await page.locator('.webchat__render-markdown__pure-identifier').all()
    expect(await mark?.textContent()).toContain('1')
    const choice = page.locator('.webchat__suggested-action').first()
    const label = (await choice.textContent())?.trim() ?? ''
    const before = await bubbles(page).count()
    await choice.click()
    await page.waitForFunction((count) => document.querySelectorAll('.webchat__bubble').length >= count + 2, before)
    expect(await bubbles(page).nth(before).textContent()).toContain(label)
    expect(troubles).toEqual([])
  })

  it('runs from the right in Arabic, and keeps telephone numbers in their order', async () => {
    const page = await talk('ar')
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    await say(page, 'ما هو رقم هاتف MIFI؟')
    await said(page, 'هذا ما تقوله بطاقتنا')
    const answer = bubbles(page).last()
    expect(await answer.locator('[dir="rtl"]').count()).toBeGreaterThan(0)
    expect(await answer.locator('bdi[dir="ltr"]').filter({ hasText: /^\d/ }).first().textContent()).toMatch(
      /^(1 )?\d{3} \d{3}-\d{4}$/,
    )
    expect(troubles).toEqual([])
  })

  it('changes its language by a link: a new welcome, or the same conversation going on', async () => {
    const page = await talk('fr')
    await page.getByRole('link', { name: OWN_NAME.en }).click()
    await said(page, WELCOME.en)
    expect(await page.locator('html').getAttribute('lang')).toBe('en-CA')
    expect(await bubbles(page).filter({ hasText: WELCOME.fr }).count()).toBe(0)
    await say(page, 'What is PAFFARC?')
    await said(page, 'Here is what our article says')
    await page.getByRole('link', { name: OWN_NAME.es }).click()
    await said(page, phrases.say('language-changed', 'es'))
    await said(page, 'Here is what our article says')
    expect(troubles).toEqual([])
  })

  it.each(LANGUAGES)('asks for a person with one button (%s)', async (language) => {
    const page = await talk(language, { viewport: PHONE })
    const button = page.getByRole('main').locator('button.person')
    expect(await button.textContent()).toBe(phrases.say('person.ask', language))
    expect(await button.evaluate((each) => each.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await button.click()
    await said(page, phrases.say('person.ask', language))
    expect((await lastReply(page)).channelData.passerelle.status).toBe('handoff')
  })

  it('finds its conversation again after a reload', async () => {
    const page = await talk('fr')
    await say(page, 'C’est quoi le PAFFARC ?')
    await said(page, 'Voici ce que dit notre fiche')
    const before = await bubbles(page).allTextContents()
    await page.reload()
    await said(page, 'Voici ce que dit notre fiche')
    await expect.poll(() => bubbles(page).allTextContents()).toEqual(before)
    await say(page, 'merci')
    await said(page, phrases.say('you-are-welcome', 'fr'))
    expect(troubles).toEqual([])
  })

  it('begins anew, and says so, where the conversation cannot be had any more', async () => {
    const page = await talk('fr')
    await say(page, 'merci')
    await said(page, phrases.say('you-are-welcome', 'fr'))
    await page.addInitScript(() => {
      const kept = JSON.parse(sessionStorage.getItem('passerelle') ?? '{}')
      if (!kept.tried) sessionStorage.setItem('passerelle', JSON.stringify({ ...kept, token: 'expired', tried: true }))
    })
    await page.reload()
    await said(page, WELCOME.fr)
    expect(await page.locator('#notice').textContent()).toContain('En voici une nouvelle')
    expect(await bubbles(page).count()).toBe(1)
  })

  it('takes erased words off the screen', async () => {
    const page = await talk('fr')
    await say(page, 'C’est quoi le PAFFARC ?')
    await said(page, 'Voici ce que dit notre fiche')
    await say(page, 'effacer mes données')
    await said(page, phrases.say('forgotten', 'fr'))
    await expect.poll(() => bubbles(page).count(), { timeout: 10_000 }).toBe(1)
    await said(page, phrases.say('forgotten', 'fr'))
  })

  it.each([
    ['fr', PHONE],
    ['ar', PHONE],
    ['fr', SMALL_PHONE],
    ['ar', SMALL_PHONE],
  ] as const)('fits a phone without scrolling sideways (%s, %o)', async (language, viewport) => {
    const page = await talk(language, { viewport })
    await say(page, 'PAFFARC')
    await page.locator('.webchat__link-definitions__list').last().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    const reaching = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.webchat__bubble a, .webchat__suggested-actions button, .webchat__send-box button, .bar *',
        ),
      ]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 || each.getBoundingClientRect().left < -1)
        .map((each) => each.outerHTML.slice(0, 120)),
    )
    expect(reaching).toEqual([])
    expect(
      await page.locator('#chat textarea').evaluate((each) => each.getBoundingClientRect().bottom <= innerHeight),
    ).toBe(true)
  })

  it.each(
    (['fr', 'ar'] as const).flatMap((language) =>
      [DESKTOP, PHONE].map((viewport) => [language, viewport.width, viewport] as const),
    ),
  )('has nothing that axe objects to (%s, %i)', async (language, _width, viewport) => {
    const page = await talk(language, { viewport })
    await say(page, 'PAFFARC')
    await page.locator('.webchat__link-definitions__list').last().waitFor()
    expect(await objections(page)).toEqual([])
    for (const path of ['/confidentialite', '/conditions']) {
      await page.goto(`${home}${path}?lang=${language}`)
      expect(await objections(page)).toEqual([])
    }
    expect(troubles).toEqual([])
  })

  it('can be used with the keyboard alone', async () => {
    const page = await talk('fr')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller à la conversation')
    await page.keyboard.press('Enter')
    let reached = ''
    for (let tabs = 0; tabs < 20 && reached !== 'TEXTAREA'; tabs++) {
      await page.keyboard.press('Tab')
      reached = await page.evaluate(() => document.activeElement?.tagName ?? '')
    }
    expect(reached).toBe('TEXTAREA')
    await page.keyboard.type('C’est quoi le PAFFARC ?')
    await page.keyboard.press('Enter')
    await said(page, 'Voici ce que dit notre fiche')
    await page.keyboard.press('Shift+Tab')
    const label = await page.evaluate(
      () => document.activeElement?.closest('.webchat__suggested-action, button')?.textContent,
    )
    expect(label).toBeTruthy()
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className ?? '')).toMatch(/webchat/)
  })

  it('tells those without scripts where people answer', async () => {
    const page = await visit('/?lang=es', { javaScriptEnabled: false })
    const wayOut = page.locator('main noscript .way-out')
    expect(await wayOut.isVisible()).toBe(true)
    expect(await wayOut.textContent()).toContain('1 877 864-9191')
    expect(await page.locator('button.person').isVisible()).toBe(false)
    await page.getByRole('link', { name: OWN_NAME.fr }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA')
  })

  it('says where people answer when the conversation does not open', async () => {
    context = await browser.newContext()
    const page = await context.newPage()
    await page.route('**/chat/token', (route) => route.abort())
    await page.goto(home)
    const wayOut = page.locator('#way-out')
    await wayOut.waitFor()
    expect(await wayOut.textContent()).toContain('514 864-9191')
    await page.unroute('**/chat/token')
    await wayOut.getByRole('button').click()
    await said(page, WELCOME.fr)
    expect(await wayOut.isVisible()).toBe(false)
  })

  it('talks on another site that may show it, by mouse and by keyboard', async () => {
    const page = await visit(`${friend.origin}/?lang=es`)
    const opener = page.getByRole('button', { name: 'Escriba al asistente automatizado' })
    await opener.focus()
    await page.keyboard.press('Enter')
    const frame = page.frameLocator('iframe')
    await frame.locator('.webchat__bubble').filter({ hasText: WELCOME.es }).waitFor()
    expect(await page.locator('iframe').getAttribute('title')).toBe('Passerelle, asistente automatizado')
    await frame.locator('textarea').fill('gracias')
    await frame.locator('textarea').press('Enter')
    await frame
      .locator('.webchat__bubble')
      .filter({ hasText: phrases.say('you-are-welcome', 'es') })
      .waitFor()
    await frame.locator('textarea').press('Escape')
    await expect.poll(() => page.locator('iframe').isVisible()).toBe(false)
    expect(await opener.evaluate((each) => each.matches(':focus'))).toBe(true)
    await opener.click()
    expect(
      await frame
        .locator('.webchat__bubble')
        .filter({ hasText: phrases.say('you-are-welcome', 'es') })
        .isVisible(),
    ).toBe(true)
    await page.getByRole('button', { name: 'Cerrar el asistente' }).click()
    expect(await page.locator('iframe').isVisible()).toBe(false)
    expect(troubles).toEqual([])
  })

  it('is not shown by a site that may not', async () => {
    const page = await visit(stranger.origin)
    await page.getByRole('button').first().click()
    await expect.poll(() => troubles.join('\n')).toMatch(/frame-ancestors/)
    expect(await page.frameLocator('iframe').locator('#chat').count()).toBe(0)
  })
})

describe('the doors of the page', () => {
  const settings = { publicUrl: 'https://passerelle.test', allowedOrigins: ['https://ami.test'], retentionDays: 30 }
  let library: Library
  let server: Server
  let at: string
  let given: number

  beforeAll(async () => {
    library = buildLibrary(await readContent(`${HOUSE}knowledge`), 1)
  })
  beforeEach(async () => {
    given = 0
    server = restify.createServer({})
    server.use(restify.plugins.queryParser({ mapParams: false }))
    const newToken = async () => ({ conversationId: `c${++given}`, token: 't', expires_in: 1800 })
    const onError = (error: unknown) => {
      throw error
    }
    pageRoutes(server, { settings, phrases, library: () => library, newToken, onError })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    at = `http://127.0.0.1:${server.address().port}`
  })
  afterEach(() => {
    server.close()
  })

  const ask = (headers: HeadersInit = {}) => fetch(`${at}/chat/token`, { method: 'POST', headers })

  it('give a token to our own page, to allowed sites, and to what is no browser', async () => {
    for (const headers of <Record<string, string>[]>[
      { Origin: 'https://passerelle.test' },
      { Origin: 'https://ami.test', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: at },
      {},
    ]) {
      const response = await ask(headers)
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ token: 't', conversationId: `c${given}`, expires_in: 1800 })
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('access-control-allow-origin')).toBe(headers.Origin ?? null)
    }
  })

  it('give none to any other origin', async () => {
    for (const headers of <Record<string, string>[]>[
      { Origin: 'https://autre.test' },
      { Origin: 'null' },
      { Origin: 'https://ami.test.autre.test' },
      { Origin: 'http://ami.test' },
      { Origin: 'http://localhost:1' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const response = await ask(headers)
      expect(response.status).toBe(403)
      expect(await response.json()).toEqual({
        error: { code: 'OriginNotAllowed', message: expect.stringContaining('ALLOWED_ORIGINS') },
      })
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect(given).toBe(0)
  })

  it('answer the question that a browser asks first', async () => {
    const preflight = (origin: string) =>
      fetch(`${at}/chat/token`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
    const friendly = await preflight('https://ami.test')
    expect([friendly.status, friendly.headers.get('access-control-allow-origin')]).toEqual([204, 'https://ami.test'])
    const strange = await preflight('https://autre.test')
    expect([strange.status, strange.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  it('slow down an address that asks too often, and only that one', async () => {
    const from = (address: string) => ask({ 'X-Forwarded-For': `6.6.6.${Math.floor(Math.random() * 200)}, ${address}` })
    const statuses = await Promise.all(Array.from({ length: 61 }, async () => (await from('203.0.113.7')).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(60)
    const refused = await from('203.0.113.7')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).error.message).toMatch(/Try again in \d+ seconds/)
    expect((await from('203.0.113.8')).status).toBe(200)
  })

  it('count by the address that our own proxy saw, an IPv6 connection as one', () => {
    const https = 'https://passerelle.test'
    expect(callerOf('10.0.0.1', '1.1.1.1, 2.2.2.2', https)).toBe('2.2.2.2')
    expect(callerOf('10.0.0.1', '1.1.1.1, 2.2.2.2', 'http://localhost:3978')).toBe('10.0.0.1')
    expect(callerOf('::ffff:10.0.0.1', undefined, https)).toBe('10.0.0.1')
    expect(callerOf('2001:db8:1:2::1', undefined, https)).toBe(
      callerOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, https),
    )
    expect(callerOf('2001:db8:1:2::1', undefined, https)).not.toBe(callerOf('2001:db8:1:3::1', undefined, https))
  })

  it('send files in the smallest encoding, once', async () => {
    const html = await (await fetch(at)).text()
    const files = [...new Set(html.match(/\/page\/[\w.-]+/g))]
    expect(files.map((file) => file.replace(/\.[\w-]{16}\./, '.'))).toEqual([
      '/page/icon.svg',
      '/page/page.css',
      '/page/web-chat.js',
      '/page/client.js',
    ])
    for (const file of files) {
      const response = await fetch(`${at}${file}`, { headers: { 'Accept-Encoding': 'gzip, br' } })
      expect(response.headers.get('content-encoding')).toBe('br')
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      const again = await fetch(`${at}${file}`, { headers: { 'If-None-Match': response.headers.get('etag') ?? '' } })
      expect(again.status).toBe(304)
      const whole = await fetch(`${at}${file}`, { headers: { 'Accept-Encoding': 'br;q=0, gzip;q=0' } })
      expect(whole.headers.get('content-encoding')).toBeNull()
      expect(await whole.text()).toBe(await response.text())
    }
    expect((await fetch(`${at}/page/page.other.css`)).status).toBe(404)
    const embed = await fetch(`${at}/embed.js`)
    expect(embed.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await embed.text()).toContain("Fermer l'assistant")
  })

  it.each(LANGUAGES)('say what is kept, for how long, and how it is erased (%s)', async (language) => {
    const html = await (await fetch(`${at}/confidentialite?lang=${language}`)).text()
    expect(html).toContain('30')
    expect(html).toContain(
      { fr: 'effacer mes données', en: 'forget me', es: 'borrar mis datos', ar: 'امح بياناتي' }[language],
    )
    expect(phrases.list('told.forget', language).some((words) => html.includes(words))).toBe(true)
    expect((await fetch(`${at}/conditions?lang=${language}`)).status).toBe(200)
  })

  it('speak French unless asked for another of our languages', async () => {
    for (const [query, lang] of [
      ['', 'fr-CA'],
      ['?lang=de', 'fr-CA'],
      ['?lang=en&lang=ar', 'fr-CA'],
      ['?lang=ar', 'ar'],
    ]) {
      expect(await (await fetch(`${at}/${query}`)).text()).toContain(`<html lang="${lang}"`)
    }
  })
})

/** A site of somebody else, with the script that puts the chat on it. */
async function hostSite(home: string): Promise<{ origin: string; close(): void }> {
  const site = createServer((request, response) => {
    const language = new URL(request.url ?? '/', 'http://site').searchParams.get('lang') ?? 'fr'
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!DOCTYPE html><html lang="fr"><title>Un site</title><link rel="icon" href="data:,"><h1>Un site</h1><script async src="${home}/embed.js" data-lang="${language}"></script></html>`,
    )
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(site.address() as AddressInfo).port}`, close: () => site.close() }
}

const bubbles = (page: Page) => page.locator('#chat .webchat__bubble')

async function say(page: Page, words: string): Promise<void> {
  await page.locator('#chat textarea').fill(words)
  await page.keyboard.press('Enter')
}

/** Waits until a bubble says these words: Web Chat sets typographic apostrophes. */
async function said(page: Page, words: string): Promise<void> {
  const pattern = words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+')
  await bubbles(page)
    .filter({ hasText: new RegExp(pattern) })
    .last()
    .waitFor()
}

interface ShownActivity {
  readonly from: { readonly role?: string }
  readonly channelData: { readonly passerelle: { readonly status: string } }
}

/** The last reply, as Direct Line gives it to who holds the page's token. */
async function lastReply(page: Page): Promise<ShownActivity> {
  const ask = () =>
    page.evaluate(async () => {
      const { conversation, token } = JSON.parse(sessionStorage.getItem('passerelle') ?? '{}')
      const response = await fetch(`/v3/directline/conversations/${conversation}/activities`, {
        headers: { Authorization: `Bearer ${token}` },
      })
      return ((await response.json()) as { activities: ShownActivity[] }).activities
    })
  await expect.poll(async () => (await ask()).at(-1)?.from.role).toBe('bot')
  const last = (await ask()).at(-1)
  if (!last) throw new Error('The conversation is empty.')
  return last
}

function nonceOf(policy: string): string | undefined {
  return /'nonce-([\w-]+)'/.exec(policy)?.[1]
}

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
