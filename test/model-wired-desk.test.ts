import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { type DeskForTests, deskForTests } from './desk-page-server.ts'
import { type Asked, type Deed, type ModelServer, openModelServer } from './model-server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TRANSLATIONS: readonly (readonly [string, string])[] = [
  [
    '¿Cómo puedo hacer reconocer mi diploma de enfermera?',
    'Comment puis-je faire reconnaître mon diplôme d’infirmière?',
  ],
  ['Tengo también una carta de mi antiguo hospital.', 'J’ai aussi une lettre de mon ancien hôpital.'],
  ['Bonjour, je lis votre conversation et je vous réponds.', 'Hola, estoy leyendo su conversación y le respondo.'],
]
const SUMMARY = ['La personne demande comment faire reconnaître un diplôme d’infirmière.']

/** A model that translates what it knows, and sums up; whatever else it is asked, it fails. */
function helps(asked: Asked): Deed {
  if (asked.purpose === 'summarise') return { says: { sentences: SUMMARY } }
  if (asked.purpose !== 'translate') return { fails: 400 }
  const { text } = JSON.parse(asked.material) as { text: string }
  const translation = TRANSLATIONS.find(([original]) => original === text)?.[1]
  return translation ? { says: { translation } } : { refuses: 'unknown words' }
}

let model: ModelServer
let desk: DeskForTests
let browser: Browser
beforeAll(async () => {
  model = await openModelServer()
  const settings = { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'scripted' }
  ;[desk, browser] = await Promise.all([deskForTests(settings), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
  await model?.close()
})
beforeEach(() => {
  model.asked.length = 0
  model.does(helps)
})

async function counsellor(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(desk.link())
  await page.waitForURL(/\/desk$/)
  return page
}

const asks = () =>
  desk.asks(TRANSLATIONS[0]?.[0] ?? '', ['en español', 'hablar con una persona', 'Toda la conversación'])
const purposes = () => model.asked.map(({ purpose }) => purpose)

it('the counsellor reads a summary and translations under what was said, as a machine’s, as soon as they are ready', async () => {
  const { id, says } = await asks()
  const page = await counsellor()
  await page.goto(`${desk.url}/desk/${id}`)
  expect(await page.locator('#brief .asked').innerText()).toContain('diploma de enfermera')
  await expect.poll(() => page.locator('#summary').innerText()).toContain(SUMMARY[0])
  expect(await page.locator('#summary').innerText()).toContain('Résumé fait par une machine')
  await expect
    .poll(() => page.locator('.line.person .by-machine').first().innerText())
    .toMatch(/Traduction automatique, non officielle\.\s+Comment puis-je faire reconnaître/)
  expect(await page.locator('.line.person .words').first().innerText()).toContain('¿Cómo puedo hacer reconocer')

  await page.getByRole('button', { name: 'Prendre en charge' }).click()
  await page.getByLabel('Votre réponse').waitFor()
  await says(TRANSLATIONS[1]?.[0] ?? '', false)
  await expect
    .poll(() => page.locator('.line.person .by-machine').last().innerText())
    .toContain('une lettre de mon ancien')
  await page.evaluate(AXE)
  expect(
    await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      return (await axe.run()).violations.map((violation) => violation.id)
    }),
  ).toEqual([])
  const once = purposes().filter((purpose) => purpose === 'summarise').length
  await page.reload()
  await page.locator('#summary').waitFor()
  expect(purposes().filter((purpose) => purpose === 'summarise').length).toBe(once)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/two-languages.png`, fullPage: true })
})

it('the person reads the counsellor’s own words and, under them, the translation; the original is what is kept', async () => {
  const { id, hears } = await asks()
  const page = await counsellor()
  await page.goto(`${desk.url}/desk/${id}`)
  await page.getByRole('button', { name: 'Prendre en charge' }).click()
  const [french = '', spanish = ''] = TRANSLATIONS[2] ?? []
  await page.getByLabel('Votre réponse').fill(french)
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect.poll(() => page.locator('.line.counsellor .words').last().innerText()).toBe(french)
  expect(await page.locator('.line.counsellor .by-machine').last().innerText()).toContain(spanish)
  const words = (await hears()).map((activity) => (activity as unknown as { text?: string }).text ?? '')
  const heard = words.find((text) => text.includes('je vous réponds'))
  expect(heard?.split('\n\n')).toEqual([french, '*Traducción automática, no oficial.*', spanish])
  const request = await desk.house.store.escalations.get(id)
  const entries = await desk.house.store.conversations.entries(request?.conversation ?? '')
  expect(entries.at(-1)).toMatchObject({
    text: french,
    reply: { language: 'fr', translation: { language: 'es', text: spanish } },
  })
})

it('without its help everything is said and read as it stands', async () => {
  model.does(() => ({ fails: 400 }))
  const { id, hears } = await asks()
  const page = await counsellor()
  await page.goto(`${desk.url}/desk/${id}`)
  await page.getByRole('button', { name: 'Prendre en charge' }).click()
  const [french = ''] = TRANSLATIONS[2] ?? []
  await page.getByLabel('Votre réponse').fill(french)
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect.poll(() => page.locator('.line.counsellor .words').last().innerText()).toBe(french)
  expect(await page.locator('.by-machine').count()).toBe(0)
  const heard = (await hears()).map((activity) => (activity as unknown as { text?: string }).text ?? '')
  expect(heard).toContain(french)
})
