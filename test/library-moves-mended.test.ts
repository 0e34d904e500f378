import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dislikedNow } from '../src/console/library/disliked.ts'
import { marksByVersion } from '../src/console/library/marks-by-version.ts'
import type { Incoming } from '../src/conversation/channel.ts'
import { merged, renamed, retired } from '../src/knowledge/moves.ts'
import { readRedirects } from '../src/knowledge/redirects.ts'
import type { ArticleMarks } from '../src/knowledge/usage.ts'
import { openBrowser } from './browser.ts'
import { type LibraryForTests, libraryForTests } from './library-page-server.ts'
import { smallContent } from './small-content.ts'

const LEA = { id: 'lea', name: 'Léa' }

describe('an article that had other ids', () => {
  const small = smallContent(3)

  it('takes them along when it goes, and gives them on when it gives way', () => {
    const once = renamed(small, 'c1', 'other')
    const kept = renamed(once, 'c0', 'first')
    expect(readRedirects(retired(kept, 'other'), [])).toEqual(new Map([['c0', 'first']]))
    expect(retired(once, 'other').has('redirects.yaml')).toBe(false)
    expect(readRedirects(merged(kept, 'other', 'c2'), [])).toEqual(
      new Map([
        ['c1', 'c2'],
        ['c0', 'first'],
        ['other', 'c2'],
      ]),
    )
    const goneAfter = retired(merged(kept, 'other', 'c2'), 'c2')
    expect(readRedirects(goneAfter, [])).toEqual(new Map([['c0', 'first']]))
  })

  it('is the only one that may take one of them again', () => {
    const once = renamed(small, 'c1', 'other')
    expect(() => renamed(once, 'c0', 'c1')).toThrow(/mène déjà à la fiche « other »/)
    expect(readRedirects(renamed(once, 'other', 'c1'), [])).toEqual(new Map([['other', 'c1']]))
  })
})

describe('what people said of an article', () => {
  const mark = (article: string, publication: number, good: number, bad: number): ArticleMarks => ({
    article,
    publication,
    good,
    bad,
    reasons: { incorrect: bad, 'off-topic': 0, 'too-complicated': 0, other: 0 },
    last: new Date(0),
  })

  it('belongs to the version that they read, also under its old id', () => {
    const said = [
      mark('a', 9, 1, 0),
      mark('a', 7, 0, 2),
      mark('was-a', 6, 3, 1),
      mark('b', 9, 0, 9),
      mark('a', 2, 5, 5),
    ]
    const sums = marksByVersion('a', said, [8, 5, 3], new Map([['was-a', 'a']]))
    expect([...sums].map(([version, { good, bad, reasons }]) => [version, good, bad, reasons.incorrect])).toEqual([
      [8, 1, 0, 0],
      [5, 3, 3, 3],
    ])
  })

  it('is set aside when its article has changed since', () => {
    const changes = new Map([['a', { number: 8 }]]) as never
    const content = { redirects: new Map() } as never
    expect(dislikedNow([mark('a', 7, 0, 2), mark('b', 7, 0, 1), mark('c', 7, 4, 0)], { changes, content })).toEqual(
      new Set(['b']),
    )
    expect(dislikedNow([mark('a', 8, 0, 1)], { changes, content })).toEqual(new Set(['a']))
  })
})

describe('the library’s deeds, in a browser', () => {
  let library: LibraryForTests
  let browser: Browser
  let page: Page
  const troubles: string[] = []

  beforeAll(async () => {
    ;[library, browser] = await Promise.all([libraryForTests(), openBrowser()])
    page = await browser.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (409|413|422)/.test(message.text())) troubles.push(message.text())
    })
    await page.goto(library.link())
    await page.waitForURL(/\/library$/)
  })
  afterAll(async () => {
    await browser?.close()
    await library?.close()
    expect([...troubles, ...(library?.errors ?? [])]).toEqual([])
  })
  beforeEach(async () => {
    for (const { article, version } of await library.store.drafts.all())
      await library.store.drafts.drop(article, version)
  })

  const open = (path: string) => page.goto(`${library.url}/library${path}`)
  const told = () => page.locator('main').innerText()
  const reading = () => library.house.reading.refresh()
  const exported = (path: string) =>
    page.evaluate(async (from) => (await fetch(`/library/translations/${from}`)).text(), path)

  async function bringBack(xliff: string): Promise<void> {
    await open('/translations')
    const buffer = Buffer.from(xliff)
    await page.locator('#file').setInputFiles({ name: 'back.xlf', mimeType: 'application/xml', buffer })
    await page.getByRole('button', { name: 'Reprendre ce fichier' }).click()
    await page.locator('#brought').waitFor()
  }

  /** A draft of a colleague that changes one file of an article. */
  async function draftOfLea(article: string, path: string, change: (text: string) => string) {
    const { files } = await reading()
    const text = change(files.get(path) ?? '')
    await library.store.drafts.save(
      { article, files: new Map([[path, text]]), base: new Map(), by: LEA, at: new Date() },
      0,
    )
    return text
  }

  it('takes every translation back as it went out, though it is large, without a finding', async () => {
    const xliff = await exported('ar?which=all')
    expect(Buffer.byteLength(xliff)).toBeGreaterThan(1_000_000)
    await bringBack(xliff)
    expect(await page.locator('#brought').innerText()).toBe(
      'Rien de nouveau. La bibliothèque dit déjà ce que dit ce fichier.',
    )
    expect(await library.store.drafts.all()).toEqual([])

    await bringBack(xliff.replace(/<file [\s\S]*<\/file>/, ''))
    expect(await page.locator('#brought').innerText()).toContain('Le fichier ne contient aucune fiche.')
  }, 120_000)

  it('puts no translation over a colleague’s draft before its words were seen', async () => {
    const path = 'steps/childcare-educator/en.md'
    const { files } = await reading()
    const at = [...files.keys()].find((each) => each.endsWith('/childcare-educator/en.md')) ?? path
    const theirs = await draftOfLea('childcare-educator', at, (text) =>
      text.replace(/summary: .*/, 'summary: Léa says so.'),
    )
    const xliff = await exported('en?which=childcare-educator')
    const title = /<target[^>]*>([^<]+)/.exec(xliff)?.[1] ?? ''
    await bringBack(xliff.replace(title, 'Another title for childcare educators'))
    expect(await told()).toMatch(/Fiches dont le brouillon dit autre chose\s: 1/)
    expect((await library.store.drafts.of('childcare-educator'))?.files.get(at)).toBe(theirs)

    await page.locator('.held summary').click()
    expect(await page.locator('.held').innerText()).toMatch(
      /brouillon de Léa[\s\S]*Another title for childcare[\s\S]*says/,
    )
    await page.getByRole('button', { name: 'Remplacer le brouillon de Léa' }).click()
    await page.waitForURL(/\/library\/childcare-educator$/)
    const now = (await library.store.drafts.of('childcare-educator'))?.files.get(at)
    expect(now).toContain('title: Another title for childcare educators')
    expect(now).not.toContain('Léa says so')
  })

  it('restores no version over a colleague’s draft before its words were seen', async () => {
    const path = 'programs/paffarc/fr.md'
    const { publication, files } = await reading()
    const text = files.get(path) ?? ''
    await library.store.publications.publish({
      base: publication.number,
      at: new Date(),
      by: LEA,
      origin: 'edit',
      reason: '',
      says: 'PAFFARC : français modifié',
      files: new Map(files).set(path, text.replace(/summary: .*/, 'summary: Une aide en argent pour se former.')),
    })
    const theirs = await draftOfLea('paffarc', path, (now) => now.replace(/summary: .*/, 'summary: Léa y travaille.'))
    await open('/paffarc/history')
    await page.getByRole('button', { name: 'Rétablir cette version' }).first().click()
    expect(await told()).toMatch(/Un brouillon dit autre chose[\s\S]*le brouillon de Léa/)
    expect(await page.locator('main del').allInnerTexts()).toContainEqual(expect.stringContaining('travaille'))
    expect((await library.store.drafts.of('paffarc'))?.files.get(path)).toBe(theirs)

    // What Léa writes meanwhile is shown before it is replaced.
    const draft = await library.store.drafts.of('paffarc')
    const later = theirs.replace('Léa y travaille', 'Léa y travaille encore')
    if (draft) await library.store.drafts.save({ ...draft, files: new Map([[path, later]]) }, draft.version)
    await page.getByRole('button', { name: 'Remplacer le brouillon de Léa' }).click()
    await page.locator('del', { hasText: 'encore' }).waitFor()
    await page.getByRole('button', { name: 'Remplacer le brouillon de Léa' }).click()
    await page.waitForURL(/\/paffarc\/publish$/)
    expect((await library.store.drafts.of('paffarc'))?.files.get(path)).toBe(text)
  }, 120_000)

  it('gives back what was filled in where an import is refused, and takes a page larger than a form', async () => {
    const words = `<main><h1>Une aide</h1>${'<p>Cette aide existe depuis longtemps.</p>'.repeat(9000)}</main>`
    expect(words.length).toBeGreaterThan(256 * 1024)
    await open('/import')
    await page.locator('#file').setInputFiles({ name: 'aide.html', mimeType: 'text/html', buffer: Buffer.from(words) })
    await page.getByLabel('Adresse de la page').fill('pas une adresse')
    await page.getByLabel('Titre de la page').fill('Import')
    await page.getByLabel('Rayon').selectOption('programs')
    await page.getByRole('button', { name: 'Importer la page' }).click()
    await page.getByText('Il manque l’adresse Web de la source.').waitFor()
    expect(await page.getByLabel('Titre de la page').inputValue()).toBe('Import')
    expect(await page.getByLabel('Rayon').inputValue()).toBe('programs')
    expect(await page.locator('#content').inputValue()).toBe(words)

    await page.getByLabel('Adresse de la page').fill('https://www.quebec.ca/une-aide')
    await page.getByRole('button', { name: 'Importer la page' }).click()
    await page.getByText('Brouillons enregistrés : 1').waitFor()
    // An address that is a page of its own names no article.
    expect((await library.store.drafts.all()).map(({ article }) => article)).toEqual(['import-2'])

    await open('/import')
    await page.getByLabel('Adresse de la page').fill('https://www.quebec.ca/une-aide')
    await page.getByRole('button', { name: 'Importer la page' }).click()
    await page.getByText('Choisissez un fichier, ou collez son contenu.').waitFor()
  })

  it('says in a page, in the reader’s language, that a form is too long', async () => {
    const context = await browser.newContext({ locale: 'en-CA' })
    const other = await context.newPage()
    await other.goto(library.link())
    await other.goto(`${library.url}/library/new`)
    await other.evaluate(() => document.querySelector('#title')?.removeAttribute('maxlength'))
    await other.locator('#title').fill('a'.repeat(300_000))
    await other.locator('.new-article button[type=submit]').click()
    await other.getByRole('heading', { name: 'This is too long' }).waitFor()
    await context.close()
  })

  it('names no new article as one was named before, or as a page is', async () => {
    const { publication, files } = await reading()
    await library.store.publications.publish({
      base: publication.number,
      at: new Date(),
      by: LEA,
      origin: 'edit',
      reason: 'Nom plus clair',
      says: 'Nom court changé',
      files: renamed(files, 'childcare-educator', 'educatrice'),
    })
    for (const [title, id] of [
      ['Childcare educator', 'childcare-educator-2'],
      ['Historique', 'historique'],
      ['History', 'history-2'],
    ] as const) {
      await open('/new')
      await page.getByLabel('Titre en français').fill(title)
      await page.getByRole('button', { name: 'Créer la fiche' }).click()
      await page.waitForURL(new RegExp(`/library/${id}$`))
    }
    await open('/educatrice/move')
    await page.getByText('Changer le nom court').click()
    await page.getByLabel('Nouveau nom court').fill('Gaps')
    await page.locator('#reason-rename').fill('Essai')
    await page.getByRole('button', { name: 'Renommer la fiche' }).click()
    await page.getByText('Le nom court « gaps » est déjà pris').waitFor()
  }, 120_000)

  it('shows what people said of each version in an article’s history', async () => {
    const address = { channel: 'test', conversation: randomUUID() }
    const hear = async (incoming: Partial<Incoming>) => {
      const common = { address, activityId: randomUUID(), kind: 'message', text: '', locale: 'fr-CA' } as const
      const heard = await library.house.hearing.note({ ...common, person: { id: 'x' }, at: new Date(), ...incoming })
      await library.house.hearing.answersTo(heard)
    }
    await hear({ text: 'Qu’est-ce que le PAFFARC ?' })
    await hear({ text: 'pas utile' })
    await hear({ text: '3' })
    await open('')
    expect(await page.locator('.today').innerText()).toMatch(/jugées peu utiles depuis leur dernier changement\s: 1/)
    await open('/paffarc/history')
    expect(await page.locator('.history .said').allInnerTexts()).toEqual([
      expect.stringMatching(/^Jugée utile\s: 0\. Pas utile\s: 1\. Raisons\s: trop compliqué \(1\)\.$/),
    ])
  })

  it('begins an article of a question asked in Arabic, and says why a wording is not added', async () => {
    const ask = async (text: string, locale: string) => {
      const address = { channel: 'test', conversation: randomUUID() }
      const common = { address, activityId: randomUUID(), kind: 'message', locale } as const
      const heard = await library.house.hearing.note({ ...common, text, person: { id: 'x' }, at: new Date() })
      await library.house.hearing.answersTo(heard)
    }
    const arabic = 'كيف أصلح طائرة ورقية صغيرة؟'
    await ask(arabic, 'ar')
    await ask('Comment importer un camion de pompiers miniature ?', 'fr-CA')
    await open('/gaps')
    const trucks = page.locator('.article', { hasText: 'camion de pompiers' })
    await trucks.getByLabel('Fiche qui y répond').fill('Aucune fiche de ce nom')
    await trucks.getByRole('button', { name: 'Ajouter à cette fiche' }).click()
    await page.getByText('Aucune fiche ne porte le titre « Aucune fiche de ce nom »').waitFor()
    expect(await page.locator('option').count()).toBe((await reading()).content.articles.length)

    // What is set aside can be taken up again.
    await trucks.getByRole('button', { name: 'Laisser de côté' }).click()
    await page.getByText('La question est laissée de côté.').waitFor()
    expect(await trucks.count()).toBe(0)
    await page.getByRole('link', { name: 'Questions laissées de côté' }).click()
    await trucks.getByRole('button', { name: 'Reprendre' }).click()
    await page.getByText('La question est de nouveau en attente.').waitFor()
    expect(await trucks.count()).toBe(1)

    await page.locator('.article', { hasText: arabic }).getByRole('button', { name: 'Commencer une fiche' }).click()
    await page.waitForURL(/\/library\/question-/)
    expect(await page.getByLabel('Titre', { exact: true }).inputValue()).toBe('À écrire')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const files = (await library.store.drafts.of(id))?.files
    expect(files?.get(`steps/${id}/fr.md`)).not.toContain(arabic)
    expect(files?.get(`steps/${id}/ar.md`)).toContain(arabic)
    await open(`/${id}?part=ar`)
    expect(await page.getByLabel('Façons de demander').inputValue()).toBe(arabic)
  })
})

describe('the library’s deeds, with a second reader', () => {
  let library: LibraryForTests
  let browser: Browser
  let contexts: BrowserContext[] = []

  beforeAll(async () => {
    ;[library, browser] = await Promise.all([libraryForTests({ secondReader: true }), openBrowser()])
  })
  afterEach(async () => {
    for (const context of contexts) await context.close()
    contexts = []
  })
  afterAll(async () => {
    await browser?.close()
    await library?.close()
    expect(library?.errors).toEqual([])
  })

  async function editor(): Promise<Page> {
    const context = await browser.newContext()
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(library.link())
    await page.waitForURL(/\/library$/)
    return page
  }
  const number = async () => (await library.house.reading.refresh()).publication.number

  it('lets nobody move an article or go back alone: one proposes, another publishes', async () => {
    const before = await number()
    const [one, other] = [await editor(), await editor()]
    await one.goto(`${library.url}/library/childcare-educator/move`)
    await one.getByText('Changer le nom court').click()
    await one.getByLabel('Nouveau nom court').fill('educatrice')
    await one.locator('#reason-rename').fill('Nom plus clair')
    await one.getByRole('button', { name: 'Renommer la fiche' }).click()
    await one.waitForURL(/\/library\/proposals\/rename-childcare-educator$/)
    await one.getByText('Vous proposez ce changement').waitFor()
    expect(await one.getByRole('button', { name: 'Publier' }).count()).toBe(0)
    // The button that is not drawn is refused as well.
    const version = await one.locator('input[name=version]').first().inputValue()
    const status = await one.evaluate(
      async (body) => (await fetch(location.href, { method: 'POST', body: new URLSearchParams(body) })).url,
      { deed: 'publish', version, reason: 'seule' },
    )
    expect(status).toMatch(/proposals/)
    expect(await number()).toBe(before)

    await other.goto(`${library.url}/library`)
    expect(await other.locator('.today').innerText()).toContain("Changements qui attendent l'accord")
    expect(await other.locator('.articles').innerText()).not.toContain('proposed/')
    await other.getByRole('link', { name: 'rename-childcare-educator' }).click()
    expect(await other.getByLabel('Raison du changement').inputValue()).toBe('Nom plus clair')
    await other.getByRole('button', { name: 'Publier' }).click()
    await other.waitForURL(/\/history\/\d+\?done=1/)
    const now = await library.house.reading.refresh()
    expect(now.publication).toMatchObject({
      number: before + 1,
      reason: expect.stringMatching(/^Nom plus clair \(proposé par /),
    })
    expect(now.library.articles.get('childcare-educator')?.id).toBe('educatrice')

    await other.goto(`${library.url}/library/history/${before}`)
    await other.locator('.rollback summary').click()
    await other.getByLabel('Raison du changement').fill('Finalement non')
    await other.getByRole('button', { name: 'Revenir à cette publication' }).click()
    await other.waitForURL(/\/proposals\/rollback-\d+$/)
    expect(await number()).toBe(before + 1)
    await one.goto(other.url())
    await one.getByRole('button', { name: 'Publier' }).click()
    await one.waitForURL(/\/history\/\d+\?done=1/)
    expect((await library.house.reading.refresh()).publication).toMatchObject({
      number: before + 2,
      origin: 'rollback',
    })
    expect(await library.store.drafts.all()).toEqual([])
  }, 180_000)

  it('publishes no proposal of content that has changed since, and lets it be withdrawn', async () => {
    const [one, other] = [await editor(), await editor()]
    const { publication, files } = await library.house.reading.refresh()
    await one.goto(`${library.url}/library/import?kind=plan`)
    const plan = files.get('plan/page-2024-04-03.txt') ?? ''
    await one.locator('#content').fill(plan.replace('prévu au budget du Québec', 'prévu dans le budget du Québec'))
    await one.getByRole('button', { name: 'Comparer les deux pages' }).click()
    await one.getByLabel('Raison du changement').fill('Le ministère a corrigé')
    await one.getByRole('button', { name: 'Publier cette page' }).click()
    await one.waitForURL(/\/proposals\/plan$/)
    await library.store.publications.publish({
      base: publication.number,
      at: new Date(),
      by: LEA,
      origin: 'import',
      reason: '',
      says: 'Page du plan d’action modifiée',
      files: new Map(files).set('plan/page-2024-04-03.txt', `${plan}\n`),
    })
    await other.goto(`${library.url}/library/proposals/plan`)
    await other.getByText('La bibliothèque a changé depuis cette proposition').waitFor()
    expect(await other.getByRole('button', { name: 'Publier' }).count()).toBe(0)
    await other.getByRole('button', { name: 'Retirer la proposition' }).click()
    await other.waitForURL(/\/library$/)
    expect(await library.store.drafts.all()).toEqual([])
  }, 120_000)
})
