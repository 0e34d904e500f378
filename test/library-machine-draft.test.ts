import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUSE } from '../src/house.ts'
import { type EditableText, editableText } from '../src/knowledge/edit-text.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { openBrowser } from './browser.ts'
import { asAsked, knownTranslations, translates } from './known-translations.ts'
import { type ModelServer, openModelServer } from './model-server.ts'
import { serverForTests } from './open-house.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SHOTS = '/tmp/shots'
const FILES = readFiles(`${HOUSE}knowledge`)
const FRENCH = editableText(FILES.get('plan-measures/action-1.2/fr.md') ?? '')
const ENGLISH = editableText(FILES.get('plan-measures/action-1.2/en.md') ?? '')
const bodyIn = ({ sections }: EditableText, id: string) => sections.find((section) => section.id === id)?.body ?? ''

const MORE = ' Le plan visait deux pays. [^plan]'
const CONTACT = `${bodyIn(FRENCH, 'who')}${MORE}`
const TRANSLATED = `${bodyIn(ENGLISH, 'who')} The plan aimed at two countries. [^plan]`
const KNOWN = knownTranslations(FRENCH, ENGLISH).set(...asAsked(CONTACT, TRANSLATED))

const UNREAD = 'Traduction automatique, pas encore relue'
const PROPOSE = { name: 'Proposer une traduction automatique' }
const REPLACE = 'Remplacer ce qui est écrit'
const READ = "J'ai relu cette traduction"

describe('a machine’s translation, in the editing form', () => {
  let model: ModelServer
  let browser: Browser
  let server: Awaited<ReturnType<typeof serverForTests>>
  let context: BrowserContext
  let page: Page
  let troubles: string[]

  const withModel = () => ({ OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'scripted' })
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    ;[model, browser] = await Promise.all([openModelServer(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await model?.close()
  })
  beforeEach(() => {
    model.asked.length = 0
    model.does(translates(KNOWN))
    troubles = []
  })
  afterEach(async () => {
    await context?.close()
    await server?.close()
    expect(troubles).toEqual([])
  })

  async function begin(environment: Readonly<Record<string, string>>): Promise<void> {
    server = await serverForTests(environment)
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    page = await context.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    await page.goto(server.signInLink('editor'))
    await page.waitForURL(/\/library$/)
  }
  const open = (part: string) => page.goto(`${server.url}/library/action-1.2?part=${part}`)
  const who = () => page.locator('#section-who textarea')
  const kept = async () => {
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.waitForURL(/#saved$/)
  }
  const propose = async () => {
    await page.getByRole('button', PROPOSE).click()
    await page.waitForURL(/#machine$/)
  }
  const told = async () => (await page.locator('#machine [role="status"]').innerText()).replace(/\s/g, ' ')
  const changeFrench = async () => {
    await open('fr')
    await who().fill(CONTACT)
    await kept()
  }

  it('fills what is behind, is not published before somebody has read it, and is afterwards', async () => {
    await begin(withModel())
    await changeFrench()
    await open('en')
    await propose()
    expect(await told()).toBe('Parties traduites : 1')
    expect(await who().inputValue()).toBe(TRANSLATED)
    // Nothing but that part was asked for, and nothing else changed.
    expect(model.asked).toHaveLength(2)
    expect(await page.locator('#section-since textarea').inputValue()).toBe(bodyIn(ENGLISH, 'since'))
    expect(await page.locator('#machine-mark').innerText()).toContain(UNREAD)
    expect(await page.locator('.parts [aria-current]').innerText()).toContain('pas relue')
    await page.evaluate(AXE)
    const faults = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')
    expect(faults).toEqual([])
    await page.screenshot({ path: `${SHOTS}/library-machine.png` })

    await page.goto(`${server.url}/library/action-1.2/publish`)
    expect(await page.locator('#findings').innerText()).toContain('Cette traduction est automatique.')
    await page.getByText('Cette fiche ne peut pas être publiée').waitFor()
    expect(await page.getByRole('button', { name: 'Publier' }).count()).toBe(0)

    // The tick takes the mark away as soon as the draft is kept; unticked again, it is back.
    await open('en')
    const box = page.getByLabel(READ)
    const mark = page.locator('#machine-mark', { hasText: UNREAD })
    await box.check()
    await mark.waitFor({ state: 'detached' })
    await box.uncheck()
    await mark.waitFor()
    await box.check()
    await mark.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.getByLabel('Raison du changement').fill('Le français a été complété')
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.waitForURL(/history\?done=2/)
    await open('en')
    expect(await who().inputValue()).toBe(TRANSLATED)
    expect(await page.locator('#machine-mark').innerText()).toBe('')
  })

  it('leaves what somebody wrote, unless they ask for all of it again; what lies is refused by name', async () => {
    await begin(withModel())
    await changeFrench()
    await open('en')
    await who().fill('Written by hand. [^plan]')
    await page.getByLabel('Titre', { exact: true }).fill('')
    await propose()
    expect(await told()).toBe('Parties traduites : 1')
    expect(await who().inputValue()).toBe('Written by hand. [^plan]')
    expect(await page.getByLabel('Titre', { exact: true }).inputValue()).toBe(ENGLISH.title)
    await propose()
    expect(await told()).toContain("Rien n'était vide ou en retard")

    model.does(translates(KNOWN, (words) => words.replace('2021-2023', '2021-2029')))
    await page.getByLabel(REPLACE).check()
    await propose()
    expect(await told()).toContain('Parties traduites : 7')
    expect(await page.locator('#machine').getByRole('listitem').allInnerTexts()).toEqual([
      'Début de la fiche',
      'Ce qui a changé depuis le plan',
    ])
    expect(await page.locator('#machine a').first().getAttribute('href')).toBe('#section-about')
    expect(await who().inputValue()).toBe(TRANSLATED)
    expect(await page.locator('#section-since textarea').inputValue()).toBe(bodyIn(ENGLISH, 'since'))
    await page.screenshot({ path: `${SHOTS}/library-machine-refused.png` })
  })

  it('says so where the model is away, and keeps every word of the form', async () => {
    await begin(withModel())
    await changeFrench()
    await open('en')
    const title = page.getByLabel('Titre', { exact: true })
    await title.fill('Typed a moment ago')
    model.does(() => ({ fails: 401 }))
    await propose()
    expect(await told()).toContain("Le modèle de langue n'a pas répondu.")
    expect(await title.inputValue()).toBe('Typed a moment ago')
    expect(await who().inputValue()).toBe(bodyIn(ENGLISH, 'who'))
    expect(await page.locator('#machine-mark').innerText()).toBe('')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.screenshot({ path: `${SHOTS}/library-machine-away.png`, fullPage: true })
  })

  it('says so where the day’s spending is reached in the middle of a part, which stays as it was', async () => {
    await begin({ ...withModel(), MODEL_DAILY_TOKENS: '1' })
    await changeFrench()
    await open('en')
    await propose()
    expect(await told()).toContain('La limite de dépenses du jour est atteinte.')
    expect(model.asked).toHaveLength(1)
    expect(await who().inputValue()).toBe(bodyIn(ENGLISH, 'who'))
  })

  it('says in English what it says in French', async () => {
    await begin(withModel())
    await page.getByRole('link', { name: 'English' }).click()
    await open('es')
    await page.getByRole('button', { name: 'Propose a machine translation' }).click()
    await page.waitForURL(/#machine$/)
    expect(await told()).toContain('Nothing was empty or behind.')
    expect(model.asked).toEqual([])
  })

  it('is not spoken of without a model, nor beside the French', async () => {
    await begin({})
    await open('en')
    await page.locator('#section-who').waitFor()
    expect(await page.locator('#machine').count()).toBe(0)
    expect(await page.content()).not.toContain(REPLACE)
    const answer = await page.request.post(`${server.url}/library/action-1.2/save`, {
      data: new URLSearchParams([
        ['part', 'en'],
        ['seen', await page.locator('#seen').inputValue()],
        ['title', ENGLISH.title],
        ['summary', ENGLISH.summary],
        ['then', 'machine'],
      ]).toString(),
      headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
      maxRedirects: 0,
    })
    expect([answer.status(), answer.headers().location]).toEqual([303, '/library/action-1.2?part=en#saved'])
    await server.close()
    await context.close()
    await begin(withModel())
    await open('fr')
    await page.locator('#section-who').waitFor()
    expect(await page.locator('#machine').count()).toBe(0)
  })
})
