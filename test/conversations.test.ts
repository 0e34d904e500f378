import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReception } from '../src/conversation/hear.ts'
import { deskToday, HOUSE, type House, openHouse } from '../src/house.ts'
import { type Content, readContent } from '../src/knowledge/content.ts'
import { buildLibrary } from '../src/knowledge/library.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import { type Edition, perform, readPlay } from './play.ts'

/** `RECORD=1 npm test -- conversations` writes the plays anew, to be read as a diff. */
const RECORD = process.env.RECORD === '1'

function playsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return playsIn(path)
    return name.endsWith('.chat') ? [path] : []
  })
}

const PLAYS = [...playsIn(join(HOUSE, 'test/plays')), ...playsIn(join(HOUSE, 'dialogs'))]
const dataDir = mkdtempSync(join(tmpdir(), 'passerelle-plays-'))
const settings = { dataDir, retentionDays: 90 }
let house: House

const report = ({ error }: { readonly error?: unknown }) => {
  if (error !== undefined) throw error
}
const open = () => openHouse(settings, report)

/** Publishes one edition after another: the same house, whose hearing answers from a new library over the same store. */
function publishing(): (edition: Edition) => Promise<House> {
  let content: Content | undefined
  let publication = 1
  return async (edition) => {
    content = edited(content ?? (await readContent(`${HOUSE}knowledge`)), edition)
    publication += 1
    const library = buildLibrary(content, publication)
    const { store, phrases, shelf } = house
    const hearing = openReception({
      conversations: store.conversations,
      resources: () => ({
        library,
        phrases,
        shelf,
        retentionDays: settings.retentionDays,
        desk: deskToday(house.hours, store),
      }),
      newId: randomUUID,
      now: () => new Date(),
      report,
    })
    return { ...house, library, hearing }
  }
}

function edited(content: Content, { does, article: id }: Edition): Content {
  if (does === 'withdrawn') return { ...content, articles: content.articles.filter((article) => article.id !== id) }
  const articles = content.articles.map((article) => {
    if (article.id !== id) return article
    const texts = LANGUAGES.flatMap((language) => {
      const text = article.texts[language]
      return text ? [[language, { ...text, summary: `${text.summary} (texte changé)` }] as const] : []
    })
    return { ...article, texts: Object.fromEntries(texts) }
  })
  return { ...content, articles }
}

beforeAll(async () => {
  house = await open()
})
afterAll(() => house.store.close())

describe('conversations', () => {
  it('are all here', () => expect(PLAYS.length).toBeGreaterThan(20))

  it.each(PLAYS.map((path) => [path.replace(HOUSE, ''), path]))('%s', async (title, path) => {
    const text = readFileSync(path, 'utf8')
    const played = await perform(readPlay(title, text), house, {
      restart: async () => {
        await house.store.close()
        house = await open()
        return house
      },
      publish: publishing(),
    })
    if (RECORD) writeFileSync(path, played)
    else expect(played).toBe(text)
  })
})
