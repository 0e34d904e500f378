import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PLAN_PAGE } from '../src/knowledge/files.ts'
import { openBrowser } from './browser.ts'
import { type LibraryForTests, libraryForTests } from './library-page-server.ts'
import { docx, paragraph } from './word-document.ts'

describe('what is brought into the library, in a browser', () => {
  let library: LibraryForTests
  let browser: Browser
  let page: Page
  /** Whatever a page did that it should not. */
  const troubles: string[] = []

  beforeAll(async () => {
    ;[library, browser] = await Promise.all([libraryForTests(), openBrowser()])
    page = await browser.newPage()
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && !/status of (409|422)/.test(message.text()) && troubles.push(message.text()),
    )
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
  const draft = async (article: string) => (await library.store.drafts.of(article))?.files

  const choose = (name: string, mimeType: string, buffer: Buffer) =>
    page.locator('#file').setInputFiles({ name, mimeType, buffer })

  async function tellOrigin(publisher: string, title: string): Promise<void> {
    await page.getByLabel('Adresse de la page').fill('https://www.quebec.ca/exemple')
    await page.getByLabel('Organisme').fill(publisher)
    await page.getByLabel('Titre de la page').fill(title)
  }

  it('makes a draft of a Word document, whose source is filled in', async () => {
    await open('/import?kind=document')
    const document = await docx(
      paragraph('Aide aux stages', 'Heading1') +
        paragraph('Cette aide paie une partie des stages. Appelez le 514 555-0199.') +
        paragraph('Comment la demander ?', 'Heading2') +
        paragraph('Écrivez à l’ordre.'),
    )
    await choose('Aide.DOCX', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', document)
    await tellOrigin('Ordre des exemples', 'Aide aux stages')
    await page.getByLabel('Rayon').selectOption('programs')
    await page.getByRole('button', { name: 'Importer le document' }).click()
    await page.getByText('Brouillons enregistrés : 1').waitFor()
    const files = await draft('aide-aux-stages')
    expect(files?.get('programs/aide-aux-stages/fr.md')).toContain(
      'Cette aide paie une partie des stages. Appelez le {{phone}}. [^page]\n\n' +
        "## À qui cela s'adresse {#who}\n\nÀ écrire.\n\n" +
        '## Comment la demander ? {#comment-la-demander}\n\nÉcrivez à l’ordre. [^page]\n',
    )
    expect(files?.get('programs/aide-aux-stages/about.yaml')).toMatch(
      /publisher: Ordre des exemples[\s\S]*level: secondary[\s\S]*phone: 514 555-0199/,
    )

    // What is no document gets a sentence, and makes no draft.
    await open('/import?kind=document')
    await choose('aide.docx', 'application/octet-stream', Buffer.from('bonjour'))
    await tellOrigin('Ordre des exemples', 'Un autre titre')
    await page.getByRole('button', { name: 'Importer le document' }).click()
    await page.getByText('Le document ne peut pas être lu.').waitFor()
    // Only the file must be chosen again.
    await page.getByText('Choisissez de nouveau le fichier « aide.docx ».').waitFor()
    expect(await page.getByLabel('Adresse de la page').inputValue()).toBe('https://www.quebec.ca/exemple')
    expect(await page.getByLabel('Titre de la page').inputValue()).toBe('Un autre titre')
    expect((await library.store.drafts.all()).map(({ article }) => article)).toEqual(['aide-aux-stages'])
  })

  it('makes a draft of every row of a table, as old spreadsheets save it, and names the rows it cannot read', async () => {
    await open('/import?kind=contacts')
    const table = 'Nom;Téléphone;Courriel\nÉcole des métiers;514-555-0199;\nLe MIFI;811;\nMuet;;\n'
    await choose('ressources.csv', 'text/csv', Buffer.from(table, 'latin1'))
    await tellOrigin('Exemple', 'La liste')
    await page.getByRole('button', { name: 'Importer le tableau' }).click()
    await page.getByText('Brouillons enregistrés : 2').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/Ligne 4 : « Muet » n’a ni téléphone/)
    expect((await draft('ecole-des-metiers'))?.get('contacts/ecole-des-metiers/about.yaml')).toContain(
      'phone: 514 555-0199',
    )
    // The drafts are read by somebody before they are anybody's.
    await page.getByRole('link', { name: 'ecole-des-metiers' }).click()
    await page.waitForURL(/\/library\/ecole-des-metiers$/)
    expect(await page.locator('#findings').innerText()).toContain('À corriger avant de publier')
  })

  it('refuses a new page of the plan while articles quote what it no longer says, and publishes one that they all fit', async () => {
    const { publication, files } = await library.house.reading.refresh()
    const plan = files.get(PLAN_PAGE) ?? ''
    const compare = async (text: string) => {
      await open('/import?kind=plan')
      await page.locator('#content').fill(text)
      await page.getByRole('button', { name: 'Comparer les deux pages' }).click()
    }
    const publish = page.getByRole('button', { name: 'Publier cette page' })

    await compare(plan.replace('Promouvoir les nouvelles', 'Faire connaître les nouvelles'))
    await page.getByText('Ce qui a bougé dans le plan : 1').waitFor()
    const told = await page.locator('main').innerText()
    expect(told).toContain('Cette page ne peut pas être publiée.')
    expect(await publish.count()).toBe(0)
    expect(told).toMatch(/Action 2\.2[\s\S]*Faire connaître/)
    expect(told).toMatch(/Citation qui n'est plus dans la page,\s+action-2\.2/)
    expect((await library.house.reading.refresh()).publication.number).toBe(publication.number)

    // What nobody quotes may change: compared first, and published as it was compared.
    const fits = plan.replace('prévu au budget du Québec', 'prévu dans le budget du Québec')
    await compare(fits)
    await page.getByText('Ce qui a bougé dans le plan : 2').waitFor()
    expect(await page.locator('main ins').innerText()).toContain('prévu dans le budget')
    expect((await library.house.reading.refresh()).publication.number).toBe(publication.number)
    await page.locator('input[name=compared]').evaluate((field: HTMLInputElement) => {
      field.value = field.value.replace('prévu dans', 'prévu hors')
    })
    await page.getByLabel('Raison du changement').fill('Phrase corrigée par le ministère')
    await publish.click()
    await page.getByText("Ce n'est pas la page que vous avez comparée").waitFor()
    expect((await library.house.reading.refresh()).publication.number).toBe(publication.number)
    await compare(fits)
    await page.getByLabel('Raison du changement').fill('Phrase corrigée par le ministère')
    await publish.click()
    await page.waitForURL(/\/history\/\d+\?done=1/)
    const now = await library.house.reading.refresh()
    expect(now.publication).toMatchObject({ origin: 'import', reason: 'Phrase corrigée par le ministère' })
    expect(now.files).toEqual(new Map(files).set(PLAN_PAGE, fits))
  }, 120_000)

  it('begins an article of a question that nobody could answer', async () => {
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
    await open('/gaps')
    await page
      .locator('.article', { hasText: 'camion de pompiers' })
      .getByRole('button', { name: 'Commencer une fiche' })
      .click()
    await page.waitForURL(/\/library\/comment-importer-un-camion-de-pompiers-/)
    const article = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await page.getByLabel('Titre', { exact: true }).inputValue()).toBe(question)
    expect((await draft(article))?.get(`steps/${article}/fr.md`)).toContain(`questions:\n  - ${question}\n`)
    expect(await page.locator('#findings').innerText()).toContain('À corriger avant de publier')
    const [settled, ...more] = await library.store.gaps.list(new Date(0), 9, 'settled')
    expect(more).toEqual([])
    expect(settled?.settled).toMatchObject({ how: 'article-begun', article })
    await open('/gaps')
    await page.getByText('Aucune question en attente').waitFor()
  })
})
