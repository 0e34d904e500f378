import { beforeAll, describe, expect, it } from 'vitest'
import { dialogs } from '../dialogs/index.ts'
import { answer } from '../src/answer/answer.ts'
import { askedIn, writtenAs } from '../src/answer/asked-in.ts'
import { fromKnowledge } from '../src/conversation/responders/from-knowledge.ts'
import { readShelf, type Shelf } from '../src/dialog/shelf.ts'
import { HOUSE } from '../src/house.ts'
import { type Content, readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { detectLanguage } from '../src/language/detect.ts'
import { detectExpecting } from '../src/language/detect-expecting.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import { type Phrases, readPhrases } from '../src/language/phrases.ts'
import { fresh, said } from './store-samples.ts'

/** Phrasings that end otherwise in a conversation than in the check, and why. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  [
    'telefono de la office des professions',
    'only « telefono » is Spanish, without its accent; « de la » is French too',
  ],
  ['medical technologist licence Québec', 'every word may be French, and the French articles answer it as surely'],
])

let content: Content
let library: Library
let phrases: Phrases
let shelf: Shelf
beforeAll(async () => {
  content = await readContent(`${HOUSE}knowledge`)
  library = buildLibrary(content, 1)
  phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
  shelf = await readShelf(`${HOUSE}dialogs`, dialogs)
})

function phrasings() {
  return content.articles.flatMap(({ id, texts }) =>
    Object.values(texts).flatMap(({ language, questions }) =>
      questions.map((question) => ({ article: id, language, question })),
    ),
  )
}

describe('a phrasing of an article, asked in a conversation of its language', () => {
  it('is answered as the check says: that article first, surely', async () => {
    const otherwise: string[] = []
    for (const { article, language, question } of phrasings()) {
      const { status, articles } = await answer(askedIn(question, language, library), { library, phrases })
      if (status !== 'quoted' || articles[0] !== article) otherwise.push(question)
    }
    expect(otherwise.toSorted()).toEqual([...OTHERWISE.keys()].toSorted())
  }, 120_000)
})

describe('the language of first words', () => {
  it.each([
    ['en', 'What is Accompagnement Québec?', 'accompagnement-quebec'],
    ['en', 'What was the program Accès aux ordres professionnels?', 'regulators-program'],
    ['en', 'What is the Office des professions du Québec?', 'office-des-professions'],
    ['es', '¿Qué es Francisation Québec?', 'francisation-quebec'],
    ['es', 'licencia de urbanista', 'order-ouq'],
    ['ar', 'ما هي Francisation Québec؟', 'francisation-quebec'],
    ['fr', 'Combien verse le PAFFARC ?', 'paffarc'],
  ] as const)('stays %s for « %s »', async (language, text, article) => {
    const conversation = { ...fresh({ language }), version: 1 }
    const heard = { ...said(text), address: conversation.address, person: conversation.person }
    const outcome = await fromKnowledge(heard, conversation, { library, phrases, shelf, retentionDays: 90 })
    expect(outcome?.replies).toMatchObject([{ language, status: 'quoted' }])
    expect(outcome?.replies[0]?.articles[0]).toBe(article)
  })

  it.each([
    ['fr', 'How do I become a nurse in Quebec?', 'en'],
    ['fr', '¿Qué es Francisation Québec?', 'es'],
    ['en', 'Combien coûte une évaluation comparative ?', 'fr'],
    ['es', 'ما هي Francisation Québec؟', 'ar'],
    ['fr', 'Quanto o programa PAFFARC paga por semana durante a formação?', 'other'],
    ['fr', 'preciso de ajuda para pagar as aulas de francês', 'other'],
    ['en', 'Come posso ottenere il riconoscimento del mio diploma?', 'other'],
    ['en', 'Wie kann ich in Québec als Ingenieur arbeiten?', 'other'],
    ['ar', 'چگونه می‌توانم در کبک پرستار شوم؟', 'other'],
    ['fr', 'PAFFARC 每周发多少钱？', 'other'],
  ] as const)('in a conversation in %s, « %s » is %s', (language, text, written) => {
    expect(writtenAs(text, language, library)).toBe(written)
  })

  it('is not taken for the one that is expected where it is told rightly', () => {
    const mistaken = phrasings().flatMap(({ question, language }) =>
      LANGUAGES.filter(
        (expected) =>
          expected !== language &&
          detectLanguage(question) === language &&
          detectExpecting(question, expected) === expected,
      ).map((expected) => `${expected}: ${question}`),
    )
    expect(mistaken).toEqual(['fr: farmacéutico extranjero: requisitos de la Ordre des pharmaciens'])
  })
})
