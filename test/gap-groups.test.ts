import { describe, expect, it } from 'vitest'
import { unnamed } from '../src/answer/unnamed.ts'
import { HOUSE } from '../src/house.ts'
import { readContent } from '../src/knowledge/content.ts'
import { groupGaps } from '../src/knowledge/gap-groups.ts'
import type { Gap } from '../src/knowledge/gaps.ts'
import type { Language } from '../src/language/languages.ts'

const { glossary } = await readContent(`${HOUSE}knowledge`)
const NOON = Date.UTC(2026, 10, 2, 12)

let made = 0
function gap(question: string, language: Language = 'fr', changes: Partial<Gap> = {}): Gap {
  made += 1
  return {
    id: `g-${String(made).padStart(5, '0')}`,
    question,
    language,
    why: 'not-found',
    articles: [],
    publication: 1,
    at: new Date(NOON + made * 60_000),
    ...changes,
  }
}

/** The wordings of each group, as they are grouped. */
function grouped(gaps: readonly Gap[]): string[][] {
  return groupGaps(gaps, glossary.synonyms).map((group) => group.gaps.map(({ question }) => question).sort())
}

describe('gaps, grouped by likeness', () => {
  it.each<[Language, readonly string[], readonly string[]]>([
    [
      'fr',
      [
        'Est-ce que je peux conduire un taxi avec mon permis étranger ?',
        'conduire un taxi avec un permis étranger',
        'permis étranger pour conduire un taxi à Montréal',
      ],
      ['comment échanger mon permis de conduire ?', 'Comment ouvrir une garderie ?', 'aide au logement'],
    ],
    [
      'en',
      ['How can I open a daycare?', 'opening a daycare', 'can i open a daycare in Laval'],
      ['daycare subsidies for parents', 'how do I get a taxi licence', 'open a bank account'],
    ],
    [
      'es',
      ['¿Cómo puedo abrir una guardería?', 'abrir una guardería', 'quiero abrir guardería en Laval'],
      ['abrir una cuenta de banco', 'licencia de taxi'],
    ],
    [
      'ar',
      ['كيف أفتح حضانة أطفال؟', 'فتح حضانة أطفال', 'أريد فتح حضانة للأطفال'],
      ['رخصة سيارة أجرة', 'فتح حساب بنكي'],
    ],
  ])('takes ways of asking the same for one, and nothing else (%s)', (language, same, others) => {
    const groups = grouped([...same, ...others].map((question) => gap(question, language)))
    expect(groups[0]).toEqual([...same].sort())
    expect(groups).toHaveLength(1 + others.length)
  })

  it('knows what the glossary knows: a synonym is the same word', () => {
    expect(
      grouped([gap('RAC en soudure'), gap('la reconnaissance des acquis et des compétences en soudure')]),
    ).toHaveLength(1)
  })

  it('keeps languages apart, and joins what has no word of its own', () => {
    expect(grouped([gap('taxi', 'fr'), gap('taxi', 'en')])).toHaveLength(2)
    expect(grouped([gap('et alors ?'), gap('Et alors ?'), gap('pourquoi donc')])).toHaveLength(2)
  })

  it('tells how often, since when, why, and the most typical wording', () => {
    const gaps = [
      gap('conduire un taxi', 'fr', { why: 'unsure', articles: ['ccq', 'mifi'] }),
      gap('conduire un taxi avec un permis étranger', 'fr', { articles: ['mifi'] }),
      gap('conduire un taxi avec mon permis étranger', 'fr', { why: 'not-helpful', articles: ['mifi'] }),
      gap('ouvrir une garderie'),
    ]
    const [group, other] = groupGaps(gaps, () => [])
    expect(group).toMatchObject({
      id: gaps[0]?.id,
      question: 'conduire un taxi avec un permis étranger',
      count: 3,
      why: { unsure: 1, 'not-found': 1, 'not-helpful': 1 },
      first: gaps[0]?.at,
      last: gaps[2]?.at,
      articles: ['mifi', 'ccq'],
    })
    expect(group?.gaps.map(({ id }) => id)).toEqual([gaps[2]?.id, gaps[1]?.id, gaps[0]?.id])
    expect(other?.count).toBe(1)
  })

  it('gives the same whatever the order of the gaps, and leaves what it was given as it is', () => {
    const subjects = ['taxi', 'garderie', 'logement', 'impôt', 'assurance']
    const gaps = Array.from({ length: 60 }, (_, at) =>
      gap(`${subjects[at % 5]} ${['permis', 'prix', 'délai'][at % 3]} ${at % 2 ? 'Montréal' : ''}`),
    )
    const groups = groupGaps(gaps, () => [])
    // One subject each, whatever was asked of it.
    expect(groups).toHaveLength(5)
    for (let round = 0; round < 20; round += 1) {
      const shuffled = [...gaps].sort(() => Math.random() - 0.5)
      const before = [...shuffled]
      expect(groupGaps(shuffled, () => [])).toEqual(groups)
      expect(shuffled).toEqual(before)
    }
  })
})

describe('a question that is kept apart from its conversation', () => {
  it.each([
    ['Mon mari Karim est ingénieur, quel ordre ?', 'Mon mari [●●●] est ingénieur, quel ordre ?'],
    ['Marie Tremblay veut un permis', '[●●●] veut un permis'],
    ['my wife Fatima Zahra El Amrani is a nurse', 'my wife [●●●] is a nurse'],
    ['أنا محمد علي مهندس', 'أنا [●●●] مهندس'],
    ['mon dossier 12345678 au MIFI', 'mon dossier [●●●] au MIFI'],
    ['né le 12/05/1984 à Alger', 'né le [●●●] à Alger'],
    // What is public is no part of a question either.
    ['appeler le 514 864-9191', 'appeler le [●●●]'],
    ['écrivez à a.b@c.ca', 'écrivez à [●●●]'],
  ])('holds no name and no number: %s', (said, kept) => {
    expect(unnamed(said)).toBe(kept)
  })

  it.each([
    "L'Ordre des ingénieurs du Québec et le PAFFARC",
    'le plan 2021-2023, action 5.1 et 250 heures',
    'un prêt de 15 000 $ pour la RAC',
    'Grâce à la RAC, quel emploi ?',
    'Can I work as a nurse in Saguenay?',
    'كيف أحصل على رخصة مهندس',
  ])('holds what the question is about: %s', (said) => {
    expect(unnamed(said)).toBe(said)
  })
})
