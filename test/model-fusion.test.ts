import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AnswerResources, answer } from '../src/answer/answer.ts'
import { embedLibrary } from '../src/answer/embed.ts'
import { fuse } from '../src/answer/fuse.ts'
import { vectorsInMemory } from '../src/answer/vectors.ts'
import { HOUSE } from '../src/house.ts'
import type { Article } from '../src/knowledge/article.ts'
import { NO_GLOSSARY } from '../src/knowledge/glossary.ts'
import { buildLibrary, type Library, readable } from '../src/knowledge/library.ts'
import { NO_SCOPE } from '../src/knowledge/scope.ts'
import type { Language } from '../src/language/languages.ts'
import { openModel } from '../src/model/open-model.ts'
import { openScriptedHouse, type ScriptedHouse } from './scripted-house.ts'

const DATA = join(HOUSE, '../shared/data/integreat-qa')

let house: ScriptedHouse
beforeAll(async () => {
  house = await openScriptedHouse()
  house.server.does(() => ({ says: { helps: [] } }))
})
afterAll(() => house.close())

const hit = (article: string) => ({ article, passage: `${article}#about@fr`, score: 1 })

describe('rankings joined by their places', () => {
  it('put first what both find', () => {
    const words = ['a', 'b', 'c'].map(hit)
    const near = ['c', 'd', 'b'].map(hit)
    expect(fuse(words, near).map(({ article }) => article)).toEqual(['c', 'b', 'a', 'd'])
  })
  it('leave one ranking as it is', () => {
    expect(fuse(['a', 'b'].map(hit)).map(({ article }) => article)).toEqual(['a', 'b'])
  })
})

describe('a publication', () => {
  it('embeds only what changed', async () => {
    house.server.embeds((text) => [text.length, 1])
    const vectors = vectorsInMemory()
    const model = openModel({ ...house.settings, embedding: 'scripted' }, { now: () => new Date(), report: () => {} })
    const first = await embedLibrary(house.library, 'fr', model, vectors)
    expect(first.embedded).toBeGreaterThan(500)
    expect(await embedLibrary(house.library, 'fr', model, vectors)).toEqual({ embedded: 0, left: 0 })
    const articles = house.content.articles.map((article) => {
      const fr = article.texts.fr
      const [first, ...others] = fr?.sections ?? []
      if (article.id !== 'paffarc' || !fr || !first) return article
      return {
        ...article,
        texts: { ...article.texts, fr: { ...fr, sections: [{ ...first, body: `${first.body} Neuf.` }, ...others] } },
      }
    })
    const next = buildLibrary({ ...house.content, articles }, 2)
    expect(await embedLibrary(next, 'fr', model, vectors)).toEqual({ embedded: 1, left: 0 })
  })
  it('keeps what it has where the model falls silent', async () => {
    house.server.does(() => ({ fails: 500 }))
    const model = openModel({ ...house.settings, embedding: 'scripted' }, { now: () => new Date(), report: () => {} })
    expect((await embedLibrary(house.library, 'en', model, vectorsInMemory())).left).toBeGreaterThan(0)
    house.server.does(() => ({ says: { helps: [] } }))
  })
})

interface Question {
  readonly id: string
  readonly question: string
  readonly articles: readonly string[]
}

const lines = <Line>(name: string) =>
  readFileSync(join(DATA, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)

/** Foreign pages as a library: a passage for about every 120 words. */
function pages(language: Language): Library {
  const articles = lines<{ id: string; title: string; text: string }>(`${language}-articles.jsonl`).map(
    ({ id, title, text }): Article => {
      const words = text.split(/\s+/)
      const sections = Array.from({ length: Math.ceil(words.length / 120) || 1 }, (_, at) => ({
        id: String(at + 1),
        heading: '',
        body: words.slice(at * 120, at * 120 + 120).join(' '),
      }))
      return {
        id,
        folder: 'steps',
        kind: 'step',
        about: { audience: ['person'], review: '9999-12-31', status: 'active', contacts: [], related: [], sources: {} },
        texts: { [language]: { language, title, summary: '', questions: [], digest: '', sections } },
      }
    },
  )
  return buildLibrary({ ...house.content, articles, glossary: NO_GLOSSARY, scope: NO_SCOPE }, 1)
}

/** A direction of its own for each text. */
function direction(seed: string): number[] {
  let state = [...seed].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7)
  return Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return state / 2 ** 31
  })
}

describe.skipIf(!existsSync(DATA))('integreat-qa with scripted embeddings', () => {
  it.each(['fr', 'ar'] as const)(
    'in %s: the fusion gains where meaning helps, and loses little where it does not',
    async (language) => {
      const library = pages(language)
      const questions = lines<Question>(`${language}-questions.jsonl`).filter(({ articles }) => articles.length > 0)
      // The client puts a space for every line break.
      const flat = (words: string) => words.replace(/\n/g, ' ')
      const owners = new Map(
        [...library.articles.keys()].flatMap((id) =>
          library.passages(id, language).map(({ title, text }) => [flat(`${title}\n${readable(text)}`), id] as const),
        ),
      )
      const byQuestion = new Map(questions.map((each) => [each.question, each]))
      const recall = async (more: Partial<AnswerResources>) => {
        let right = 0
        for (const { question, articles } of questions) {
          const told = await answer({ question, language }, { library, phrases: house.phrases, ...more })
          const ranked = told.articles.length ? told.articles : (told.considered ?? [])
          if (ranked.slice(0, 5).some((id) => articles.includes(id))) right++
        }
        return right / questions.length
      }
      const withEmbeddings = async (understood: (question: Question, at: number) => boolean) => {
        const vectors = vectorsInMemory()
        house.server.embeds((text) => {
          const asked = byQuestion.get(text)
          if (!asked) return direction(owners.get(text) ?? text)
          return direction(understood(asked, questions.indexOf(asked)) ? (asked.articles[0] ?? '') : asked.question)
        })
        const model = openModel(
          { ...house.settings, embedding: 'scripted' },
          { now: () => new Date(), report: () => {} },
        )
        expect((await embedLibrary(library, language, model, vectors)).left).toBe(0)
        return recall({ model, vectors })
      }
      const words = await recall({})
      const joined = await withEmbeddings((_, at) => at % 10 < 7)
      const astray = await withEmbeddings(() => false)
      console.log(
        `integreat-qa ${language}, n ${questions.length}, recall@5: words ${words.toFixed(3)}, with meaning ${joined.toFixed(3)}, astray ${astray.toFixed(3)}`,
      )
      expect(joined).toBeGreaterThan(words + 0.1)
      expect(astray).toBeGreaterThan(words - 0.15)
    },
  )
  it('is there to be read', () => expect(existsSync(DATA)).toBe(true))
})
if (!existsSync(DATA)) console.log(`${DATA} is not here: the fusion is not measured on it.`)
