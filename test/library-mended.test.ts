import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CONSOLE_LANGUAGES, readWords } from '../src/console/words.ts'
import { HOUSE } from '../src/house.ts'
import { editableText } from '../src/knowledge/edit-text.ts'
import { openBrowser } from './browser.ts'
import { type LibraryForTests, libraryForTests } from './library-page-server.ts'

const FRENCH = 'programs/paffarc/fr.md'
const ENGLISH = 'programs/paffarc/en.md'

it('has words in the reader’s language for whatever the check finds', async () => {
  const words = await readWords(`${HOUSE}src/console/library/words`)
  const rules = readdirSync(`${HOUSE}src/knowledge`)
    .filter((name) => /^(check.*|read|redirects|glossary)\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(`${HOUSE}src/knowledge/${name}`, 'utf8').matchAll(/rule: '([a-z-]+)'/g)])
    .map(([, rule]) => rule)
  expect(rules.length).toBeGreaterThan(20)
  const slots = { what: 'x', where: 'y' }
  for (const rule of rules)
    for (const language of CONSOLE_LANGUAGES)
      for (const part of ['sentence', 'remedy'])
        expect(words.say(`finding.${rule}.${part}`, language, slots), rule).toMatch(/\.$/)
})

describe('writing an article without losing words, in a browser', () => {
  let library: LibraryForTests
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let troubles: string[]

  beforeAll(async () => {
    ;[library, browser] = await Promise.all([libraryForTests(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await library?.close()
  })
  beforeEach(async () => {
    troubles = []
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    await signIn(page)
  })
  afterEach(async () => {
    await context.close()
    for (const { article, version } of await library.store.drafts.all())
      await library.store.drafts.drop(article, version)
    expect([...troubles, ...library.errors]).toEqual([])
  })

  async function signIn(at: Page): Promise<void> {
    await at.goto(library.link())
    await at.waitForURL(/\/library$/)
  }

  const open = (path: string) => page.goto(`${library.url}/library${path}`)
  const draft = async (path: string) => (await library.store.drafts.of('paffarc'))?.files.get(path) ?? undefined
  const published = async (path: string) => (await library.house.reading.refresh()).files.get(path) ?? ''
  const findings = () => page.locator('#findings').innerText()
  const sectionIds = (text = '') => editableText(text).sections.map(({ id }) => id)

  /** Does something on the page, and waits until the page has saved by itself. */
  async function andKept(deed: () => Promise<unknown>): Promise<void> {
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/save') && answer.status() === 200)
    await deed()
    await kept
  }

  async function saveByHand(): Promise<void> {
    const button = page.getByRole('button', { name: 'Enregistrer le brouillon' })
    await Promise.all([page.waitForURL(/#saved$/), button.click()])
  }

  it('lets a section be emptied and written again, with a pause between, and changes not one byte', async () => {
    await open('/paffarc')
    for (const field of ['#section-who textarea', '#section-who input', '#section-about textarea']) {
      const before = await page.locator(field).inputValue()
      await andKept(() => page.locator(field).fill(''))
      await andKept(() => page.locator(field).fill(before))
    }
    expect(await library.store.drafts.of('paffarc')).toBeUndefined()
    const who = await page.locator('#section-who textarea').inputValue()
    await andKept(() => page.locator('#section-who textarea').fill(''))
    await andKept(() => page.locator('#section-who textarea').fill(`${who}\n`))
    await andKept(() => page.getByLabel('Titre', { exact: true }).fill('Le PAFFARC'))
    const text = await published(FRENCH)
    expect(await draft(FRENCH)).toBe(text.replace(/^title: .*$/m, 'title: Le PAFFARC'))
  })

  it('adds a usual section that is missing, and puts translations in the order of the French', async () => {
    await open('/paffarc')
    const who = await page.locator('#section-who textarea').inputValue()
    await page.locator('#section-who textarea').fill('')
    await saveByHand()
    expect(sectionIds(await draft(FRENCH))).not.toContain('who')
    await page.locator('#findings').getByRole('link', { name: "Français · À qui cela s'adresse" }).click()
    await page.waitForURL(/#new-section$/)
    await page.getByText('Ajouter une partie', { exact: true }).click()
    await page.getByLabel('Quelle partie ?').selectOption("À qui cela s'adresse")
    await page.getByLabel('Texte de la nouvelle partie').fill(who)
    await Promise.all([page.waitForURL(/#saved$/), page.getByRole('button', { name: 'Ajouter cette partie' }).click()])
    const french = sectionIds(await draft(FRENCH))
    expect(french.indexOf('who')).toBe(french.indexOf('next') - 1)
    expect(await page.locator('#section-who input').inputValue()).toBe("À qui cela s'adresse")
    expect(await findings()).not.toContain('Il manque une partie habituelle')
    expect(await findings()).toContain("L'ordre devient celui du français.")

    for (const language of ['en', 'es', 'ar']) {
      await open(`/paffarc?part=${language}`)
      await saveByHand()
    }
    expect(sectionIds(await draft(ENGLISH))).toEqual(french)
    expect(editableText((await draft(ENGLISH)) ?? '').sections.find(({ id }) => id === 'who')).toEqual(
      editableText(await published(ENGLISH)).sections.find(({ id }) => id === 'who'),
    )
    expect(await findings()).not.toContain('Les parties ne sont pas les mêmes')
  })

  it('keeps the words on the page where the session has ended, and saves them after signing in elsewhere', async () => {
    await open('/paffarc')
    await context.clearCookies()
    await page.getByLabel('Titre', { exact: true }).fill('Écrit après la fin')
    const ended = page.locator('#ended')
    await ended.waitFor()
    expect(await ended.innerText()).toContain('Vos mots sont encore sur cette page.')
    const link = ended.getByRole('link', { name: 'Se reconnecter' })
    expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual([
      '/sign-in?to=/library',
      '_blank',
    ])
    // Sending it by hand leaves nothing behind either.
    const refused = page.waitForResponse((answer) => answer.url().endsWith('/save') && answer.status() === 401)
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await refused
    expect(new URL(page.url()).pathname).toBe('/library/paffarc')
    expect(await page.getByLabel('Titre', { exact: true }).inputValue()).toBe('Écrit après la fin')

    const other = await context.newPage()
    await signIn(other)
    await other.close()
    await saveByHand()
    expect(await draft(FRENCH)).toContain('title: Écrit après la fin\n')
    expect(await ended.isVisible()).toBe(false)
  })

  it('names the article that a finding stands in, and speaks the reader’s language', async () => {
    await page.goto(`${library.url}/console/language?lang=en&to=/library/mifi/move`)
    const retire = page.locator('details', { hasText: 'no longer shown to anybody' })
    await retire.locator('summary').click()
    await retire.locator('[name="reason"]').fill('It is no longer needed')
    await retire.getByRole('button').click()
    await page.locator('#findings').waitFor()
    const places = await page.locator('#findings .place a').allInnerTexts()
    expect(places.length).toBeGreaterThan(3)
    for (const place of places) expect(place).toMatch(/^\S.* · \S/)
    expect(
      places.filter((place) => place.startsWith("Le PAFFARC, aide financière pour la formation d'appoint · ")),
    ).not.toEqual([])
    await open('/paffarc')
    expect(await page.locator('#readability').innerText()).toMatch(
      /this French text is: (very easy|easy|rather easy|plain|rather hard|hard|very hard) \(/,
    )
  })
})
