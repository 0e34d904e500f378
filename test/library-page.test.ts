import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../src/language/languages.ts'
import { openBrowser } from './browser.ts'
import { type LibraryForTests, libraryForTests } from './library-page-server.ts'

const DESKTOP = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }
const SMALL_PHONE = { width: 320, height: 640 }
const SHOTS = '/tmp/shots'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe('the library, in a browser', () => {
  let library: LibraryForTests
  let browser: Browser
  let contexts: BrowserContext[]
  /** Whatever a page did that it should not: an error, a breach of its policy. */
  let troubles: string[]

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    ;[library, browser] = await Promise.all([libraryForTests(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await library?.close()
  })
  beforeEach(() => {
    contexts = []
    troubles = []
  })
  afterEach(async () => {
    for (const context of contexts) await context.close()
    for (const { article, version } of await library.store.drafts.all())
      await library.store.drafts.drop(article, version)
    expect(library.errors).toEqual([])
  })

  async function editor(options: BrowserContextOptions = {}): Promise<{ page: Page; name: string }> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options })
    contexts.push(context)
    const page = await context.newPage()
    page.on('console', (message) => {
      const isRefusal = /status of (404|409|422)|Status Error Code 409/.test(message.text())
      if (['error', 'warning'].includes(message.type()) && !isRefusal)
        troubles.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`))
    await page.goto(library.link())
    await page.waitForURL(/\/library$/)
    return { page, name: (await page.locator('.account span').textContent()) ?? '' }
  }

  const open = (page: Page, path: string) => page.goto(`${library.url}/library${path}`)
  const saved = (page: Page) => page.locator('#saved', { hasText: 'Brouillon enregistré' }).waitFor()
  const shown = (page: Page) => page.locator('.passages').innerText()

  it('lives an editor’s day: mends a number once, is refused a sentence without source, publishes, goes back', async () => {
    const { page, name } = await editor()
    const mended = '514 864-1234'

    // The number stands in one place, and is found by itself.
    await page.getByLabel('Mots, numéro ou adresse').fill('514 864-9191')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page
      .locator('.article')
      .getByRole('link', { name: /^Le MIFI/ })
      .click()
    await page.getByRole('link', { name: 'Faits', exact: true }).click()
    await page.locator('#fact-phone-montreal').getByLabel('Numéro de téléphone').fill(mended)
    await saved(page)
    await page.getByRole('button', { name: 'Aperçu' }).click()
    await page.waitForURL(/\/preview$/)
    for (const language of LANGUAGES) {
      await open(page, `/mifi/preview?language=${language}&place=${language === 'ar' ? 'teams' : 'web'}`)
      expect(await shown(page)).toContain(mended)
      expect(await shown(page)).not.toContain('514 864-9191')
      await page.screenshot({ path: `${SHOTS}/library-preview-${language}.png`, fullPage: true })
    }
    // What people read has not changed.
    expect((await library.house.reading.refresh()).library.passage('mifi', 'contact', 'fr')?.text).toContain(
      '514 864-9191',
    )

    // A sentence without a source is found while it is written, and cannot be published.
    await open(page, '/mifi')
    const contact = page.locator('#section-contact textarea')
    await contact.press('Control+End')
    await contact.pressSequentially('\n\nLe bureau reçoit sans rendez-vous.')
    await page.locator('#findings', { hasText: 'Rien n’indique la source'.replace('’', "'") }).waitFor()
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.getByText('Cette fiche ne peut pas être publiée').waitFor()
    expect(await page.getByRole('button', { name: 'Publier' }).count()).toBe(0)
    expect(await page.locator('#findings').innerText()).toContain('Le bureau reçoit sans rendez-vous.')
    await page.screenshot({ path: `${SHOTS}/library-refused.png`, fullPage: true })

    // The source is chosen from the list; then it can be published.
    await page
      .locator('#findings')
      .getByRole('link', { name: /Qui joindre/ })
      .click()
    await contact.press('Control+End')
    await page.getByText('Insérer une source, un fait ou un lien').click()
    await page
      .getByRole('button', { name: /Insérer : .*Acc[eè]s à l.information/ })
      .first()
      .click()
    expect(await contact.inputValue()).toMatch(/rendez-vous\. \[\^access\]$/)
    await page
      .locator('#findings', { hasText: 'Rien à corriger' })
      .or(page.locator('#findings', { hasText: 'Peut attendre' }))
      .waitFor()
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.getByLabel('Raison du changement').fill('Nouveau numéro confirmé par le ministère')
    await page.screenshot({ path: `${SHOTS}/library-publish.png`, fullPage: true })
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.waitForURL(/history\?done=2/)
    expect(await page.locator('#done').innerText()).toMatch(/C'est publié\. Le MIFI.*\s: français et faits modifiés/)
    expect(await page.locator('.history').innerText()).toContain(name)
    const read = (await library.house.reading.refresh()).library
    expect(read.publication).toBe(2)
    for (const language of LANGUAGES) {
      expect(read.passage('mifi', 'contact', language)?.text).toContain(mended)
    }
    expect(await library.store.drafts.of('mifi')).toBeUndefined()

    // The number is now what the assistant says to whoever asks.
    const chat = await page.context().newPage()
    await chat.goto(`${library.url}/?lang=fr`)
    await chat.locator('#chat textarea').fill('Quel est le numéro de téléphone du MIFI ?')
    await chat.locator('#chat textarea').press('Enter')
    await chat.locator('.webchat__bubble').filter({ hasText: mended }).first().waitFor({ timeout: 20_000 })
    await chat.screenshot({ path: `${SHOTS}/library-chat.png` })
    await chat.close()

    // And everything goes back.
    await open(page, '/history/1')
    await page.getByText('Revenir à cette publication').first().click()
    await page.getByLabel('Raison du changement').fill('Le ministère a repris son ancien numéro')
    await page.getByRole('button', { name: 'Revenir à cette publication' }).click()
    await page.waitForURL(/history\/3\?done=1/)
    expect((await library.house.reading.refresh()).library.passage('mifi', 'contact', 'fr')?.text).toContain(
      '514 864-9191',
    )
    const [first, third] = [await library.store.publications.get(1), await library.store.publications.get(3)]
    expect(third?.digests).toEqual(first?.digests)
    expect(third?.origin).toBe('rollback')

    // One version of the article can be taken up again as a draft.
    await open(page, '/mifi/history')
    await page
      .locator('.history > li', { hasText: 'Publication 2' })
      .getByRole('button', { name: 'Rétablir cette version' })
      .click()
    await page.waitForURL(/\/mifi\/publish/)
    expect(await page.locator('.differences').innerText()).toContain(mended)
    expect(troubles).toEqual([])
  }, 180_000)

  it('shows the second of two editors what the first one wrote, and replaces nothing by itself', async () => {
    const [first, second] = [await editor(), await editor()]
    await open(first.page, '/paffarc')
    await open(second.page, '/paffarc')
    await first.page.getByLabel('Résumé').fill('Une aide en argent, dit la première personne.')
    await saved(first.page)
    await second.page.getByLabel('Résumé').fill('Une aide en argent, dit la deuxième personne.')
    await second.page.locator('.conflict').waitFor()
    expect(await second.page.locator('.conflict').innerText()).toContain(first.name)
    const summary = async () => (await library.store.drafts.of('paffarc'))?.files.get('programs/paffarc/fr.md')
    expect(await summary()).toContain('la première personne')
    await second.page.screenshot({ path: `${SHOTS}/library-conflict.png` })
    await second.page.getByRole('button', { name: 'Garder ma version' }).click()
    await second.page.waitForURL(/#saved/)
    expect(await summary()).toContain('la deuxième personne')

    // Different parts of one article do not clash.
    await open(first.page, '/paffarc?part=about')
    await open(second.page, '/paffarc?part=en')
    await first.page.getByLabel('Relire avant le').fill('2028-01-31')
    await saved(first.page)
    await second.page.getByLabel('Résumé').fill('Money, says the second.')
    await expect
      .poll(async () => (await library.store.drafts.of('paffarc'))?.files.get('programs/paffarc/en.md') ?? '', {
        timeout: 10_000,
      })
      .toContain('says the second')
    expect((await library.store.drafts.of('paffarc'))?.files.get('programs/paffarc/about.yaml')).toContain('2028-01-31')
    expect(await second.page.locator('.conflict').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  it('works without a script', async () => {
    const { page } = await editor({ javaScriptEnabled: false })
    await open(page, '/mifi?part=facts')
    await page.locator('#fact-phone-montreal').getByLabel('Numéro de téléphone').fill('514 864-0000')
    await page.getByText('Ajouter un courriel').click()
    const adding = page.locator('details', { hasText: 'Ajouter un courriel' })
    await adding.getByLabel('Nom court').fill('Écrire au ministère')
    await adding.getByLabel('Courriel', { exact: false }).last().fill('info@example.gouv.qc.ca')
    await adding.getByLabel('Source').selectOption('norms')
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    const about = (await library.store.drafts.of('mifi'))?.files.get('contacts/mifi/about.yaml') ?? ''
    expect(about).toContain('phone: 514 864-0000')
    expect(about).toContain('  ecrire-au-ministere:\n    email: info@example.gouv.qc.ca\n    source: norms\n')
    // Comments and everything else stay byte for byte.
    expect(about).toContain('# Le recours de tout le monde')
    await page.getByText('Abandonner le brouillon').click()
    await page.getByRole('button', { name: 'Effacer le brouillon' }).click()
    expect(await library.store.drafts.of('mifi')).toBeUndefined()
    expect(troubles).toEqual([])
  })

  it('begins an article that cannot be published before it is written', async () => {
    const { page } = await editor()
    await page.getByRole('button', { name: 'Nouvelle fiche' }).click()
    await page.getByLabel('Titre en français').fill('Faire évaluer son expérience')
    await page.getByLabel('Rayon').selectOption('steps')
    await page.getByRole('button', { name: 'Créer la fiche' }).click()
    await page.waitForURL(/\/library\/faire-evaluer-son-experience$/)
    expect(await page.locator('#findings').innerText()).toContain('À corriger avant de publier')
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.getByText('Cette fiche ne peut pas être publiée').waitFor()
    await open(page, '')
    expect(await page.locator('.today').innerText()).toContain('Faire évaluer son expérience')
    expect(troubles).toEqual([])
  })

  it('makes a draft of a question that was left open', async () => {
    const question = 'Comment importer un camion de pompiers miniature ?'
    const heard = await library.house.hearing.note({
      address: { channel: 'emulator', conversation: 'somebody' },
      activityId: 'one',
      kind: 'message',
      text: question,
      locale: 'fr-CA',
      person: { id: 'somebody' },
      at: new Date(),
    })
    await library.house.hearing.answersTo(heard)
    const { page } = await editor()
    await open(page, '/gaps')
    const group = page.locator('.article', { hasText: 'camion de pompiers' })
    await group.getByLabel('Fiche qui y répond').fill('mifi')
    await page.screenshot({ path: `${SHOTS}/library-gaps.png` })
    await group.getByRole('button', { name: 'Ajouter à cette fiche' }).click()
    await page.getByText('La question est ajoutée au brouillon').waitFor()
    expect((await library.store.drafts.of('mifi'))?.files.get('contacts/mifi/fr.md')).toContain(question)
    expect(await page.locator('.article').count()).toBe(0)
    expect(troubles).toEqual([])
  })

  it('takes a translation back from XLIFF, and a saved page in, as drafts', async () => {
    const { page } = await editor()
    await open(page, '/translations')
    const xliff = await page.evaluate(async () =>
      (await fetch('/library/translations/en?which=childcare-educator')).text(),
    )
    const title = /<target[^>]*>([^<]+)/.exec(xliff)?.[1] ?? ''
    await page.locator('#file').setInputFiles({
      name: 'en.xlf',
      mimeType: 'application/xml',
      buffer: Buffer.from(xliff.replace(title, 'Another title for childcare educators')),
    })
    await page.getByRole('button', { name: 'Reprendre ce fichier' }).click()
    await page.getByText('Brouillons enregistrés : 1').waitFor()
    const draft = await library.store.drafts.of('childcare-educator')
    expect([...(draft?.files.values() ?? [])].join()).toContain('title: Another title for childcare educators')

    await open(page, '/import')
    await page
      .locator('#content')
      .fill(
        '<main><h1>Une aide</h1><p>Cette aide existe depuis longtemps.</p><h2>Pour qui</h2><p>Pour tout le monde.</p></main>',
      )
    await page.getByLabel('Adresse de la page').fill('https://www.quebec.ca/une-aide')
    await page.getByLabel('Organisme').fill('Gouvernement du Québec')
    await page.getByLabel('Titre de la page').fill('Une aide')
    await page.screenshot({ path: `${SHOTS}/library-import.png`, fullPage: true })
    await page.getByRole('button', { name: 'Importer la page' }).click()
    await page.getByText('Brouillons enregistrés : 1').waitFor()
    expect((await library.store.drafts.of('une-aide'))?.files.get('steps/une-aide/about.yaml')).toContain(
      'level: secondary',
    )
    expect(troubles).toEqual([])
  })

  it('names the plays whose answers a draft would change, and shows the words that would', async () => {
    const { files } = await library.house.reading.refresh()
    const path = 'steps/comparative-evaluation/about.yaml'
    const about = (files.get(path) ?? '').replace('fr: "141 $"', 'fr: "155 $"')
    const draft = { article: 'comparative-evaluation', files: new Map([[path, about]]), base: new Map() }
    await library.store.drafts.save({ ...draft, by: { id: 'lea', name: 'Léa' }, at: new Date() }, 0)
    const { page } = await editor()
    await open(page, '/comparative-evaluation/preview')
    await page.locator('#proof').scrollIntoViewIfNeeded()
    const words = page.locator('#proof li', { hasText: 'fr-evaluation-prix' })
    await words.waitFor({ timeout: 60_000 })
    expect(await words.locator('del').allInnerTexts()).toEqual([expect.stringContaining('141')])
    expect(await words.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('155')])
    expect(await words.innerText()).not.toContain('priorité')
    await words.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${SHOTS}/library-proof.png`, fullPage: true })
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    )
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(troubles).toEqual([])
  }, 120_000)

  it('shows what was published since a draft was begun, before it is published over it', async () => {
    const { page } = await editor()
    await open(page, '/paffarc?part=about')
    await page.getByLabel('Relire avant le').fill('2028-01-31')
    await saved(page)
    const { publication, files } = await library.house.reading.refresh()
    const path = 'programs/paffarc/about.yaml'
    await library.store.publications.publish({
      base: publication.number,
      at: new Date(),
      by: { id: 'lea', name: 'Léa' },
      origin: 'edit',
      reason: '',
      says: 'PAFFARC : faits modifiés',
      files: new Map(files).set(path, (files.get(path) ?? '').replace('2027-05-31', '2027-09-30')),
    })
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.getByText('La fiche publiée a changé').waitFor()
    expect(await page.locator('.conflict').innerText()).toMatch(/Léa[\s\S]*2027-09-30[\s\S]*2028-01-31/)
    await page.getByRole('button', { name: 'Garder mon brouillon' }).click()
    await page.getByLabel('Raison du changement').fill('Relecture repoussée')
    await page.getByRole('button', { name: 'Publier' }).click()
    await page.waitForURL(/history\?done=/)
    expect((await library.house.reading.refresh()).library.articles.get('paffarc')?.about.review).toBe('2028-01-31')
    expect(troubles).toEqual([])
  }, 120_000)

  it('renames an article, whose old address leads on; refuses to retire one that others need', async () => {
    const { page } = await editor()
    await open(page, '/mifi/move')
    expect(await page.locator('#leads-heading').innerText()).not.toMatch(/: 0$/)
    await page.getByText('Retirer la fiche', { exact: true }).first().click()
    await page.locator('#reason-retire').fill('Essai')
    await page.getByRole('button', { name: 'Retirer la fiche' }).click()
    await page.getByText("D'autres fiches ont encore besoin de celle-ci").waitFor()

    await open(page, '/childcare-educator/move')
    await page.getByText('Changer le nom court').click()
    await page.getByLabel('Nouveau nom court').fill('educatrice')
    await page.locator('#reason-rename').fill('Nom plus clair')
    await page.getByRole('button', { name: 'Renommer la fiche' }).click()
    await page.waitForURL(/\/history\/\d+\?done=1/)
    await open(page, '/childcare-educator')
    await page.getByRole('link', { name: /ouvrir educatrice/ }).click()
    await page.waitForURL(/\/library\/educatrice$/)
    expect(troubles).toEqual([])
  }, 120_000)

  const PAGES = [
    '',
    '/paffarc',
    '/paffarc?part=ar',
    '/paffarc?part=facts',
    '/paffarc?part=sources',
    '/paffarc?part=about',
    '/paffarc?part=concerns',
    '/paffarc/preview?language=ar&place=teams&q=PAFFARC',
    '/paffarc/publish',
    '/paffarc/history',
    '/paffarc/move',
    '/history',
    '/gaps',
    '/translations',
    '/import',
    '/import?kind=plan',
    '/new',
  ]
  it('is accessible, and fits a small phone', async () => {
    const { page } = await editor({ viewport: SMALL_PHONE })
    const faults: string[] = []
    for (const path of PAGES) {
      await open(page, path)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) faults.push(`${path || '/'}: ${wide} px too wide`)
      const name = path.replaceAll(/\W+/g, '-')
      await page.screenshot({ path: `${SHOTS}/library-320${name}.png` })
      await page.evaluate(AXE)
      const { violations } = await page.evaluate(() =>
        (
          window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
        ).axe.run(),
      )
      faults.push(...violations.map(({ id, nodes }) => `${path || '/'}: ${id} ${nodes[0]?.html.slice(0, 200)}`))
    }
    expect(faults).toEqual([])
    await page.setViewportSize(PHONE)
    await open(page, '/paffarc')
    await page.screenshot({ path: `${SHOTS}/library-390-edit.png` })
    expect(troubles).toEqual([])
  }, 120_000)

  it('speaks English, and leaves no sentence out', async () => {
    const { page } = await editor()
    await page.getByRole('link', { name: 'English' }).click()
    for (const path of PAGES) {
      await open(page, path)
      expect(await page.locator('main').innerText()).not.toMatch(/(^|[^{])\{\w+\}([^}]|$)/)
    }
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('New article')
    expect(troubles).toEqual([])
  })
})

describe('the library, with a second reader', () => {
  it('lets nobody publish what they wrote last themselves', async () => {
    const library = await libraryForTests({ secondReader: true })
    const browser = await openBrowser()
    try {
      const [writer, reader] = [await browser.newContext(), await browser.newContext()]
      const page = await writer.newPage()
      await page.goto(library.link())
      await page.goto(`${library.url}/library/mifi?part=about`)
      await page.getByLabel('Relire avant le').fill('2028-01-31')
      await page.getByRole('button', { name: 'Publier' }).click()
      await page.getByText('Une autre personne doit relire').waitFor()
      expect(await page.getByRole('button', { name: 'Publier' }).count()).toBe(0)
      const other = await reader.newPage()
      await other.goto(library.link())
      await other.goto(`${library.url}/library/mifi/publish`)
      await other.getByRole('button', { name: 'Publier' }).click()
      await other.waitForURL(/history\?done=2/)
    } finally {
      await browser.close()
      await library.close()
    }
  }, 120_000)
})
