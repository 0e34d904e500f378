import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { contentOf } from '../src/knowledge/content.ts'
import { readFiles } from '../src/knowledge/files.ts'
import { glossaryOf } from '../src/knowledge/glossary.ts'
import { kandelMoles, levelOf, readability, readabilityOf } from '../src/knowledge/readability.ts'
import { sentencesOf } from '../src/knowledge/sentences.ts'
import { syllables } from '../src/knowledge/syllables.ts'

/** Words by the syllables that a speaker of Québec says slowly. */
const SPOKEN: Readonly<Record<number, string>> = {
  1: 'le les que vie nuit oui œil ville ordre langue Jean août suis parlent disent pluie yeux feuille',
  2: `client travail famille moyen voyage pays question nation créer Noël étaient souvent moment plusieurs monsieur maïs
    accueil actuel changea paiement bourgeois existent fréquent année d'appoint paffarc`,
  3: `étudiant expérience ouvrier travailler accueillir réalisent société influence océan situation haïtien employer
    recueillir documents rendez-vous aujourd'hui compétences`,
  4: 'réalité évaluation remerciement équivalence européen reconnaissance',
  5: 'université qualifications',
}

const WORDS = Object.entries(SPOKEN).flatMap(([count, words]) =>
  words.split(/\s+/).map((word) => [word, Number(count)] as const),
)

describe('syllables', () => {
  it.each(WORDS)('%s: %i', (word, count) => {
    expect(syllables(word)).toBe(count)
  })

  it('are counted in at least sixty words', () => {
    expect(WORDS.length).toBeGreaterThanOrEqual(60)
  })
})

describe('sentences', () => {
  it('are told apart from tokens, Markdown, abbreviations and items of lists', () => {
    const body = `Le **PAFFARC** aide. [^eligible] Voyez p. ex. la [liste des métiers](source:list).

- Un diplôme {{weekly}}
- Un permis [^plan]

> Une citation du plan que personne ne change [^plan]

Dites-le à M. Tremblay
ou à l'ordre.`
    const sentences = sentencesOf(body)
    expect(sentences.map(({ words }) => words.join(' '))).toEqual([
      'Le PAFFARC aide',
      'Voyez p ex la liste des métiers',
      'Un diplôme 0000000000',
      'Un permis',
      "Dites-le à M Tremblay ou à l'ordre",
    ])
    const last = sentences.at(-1)
    expect(body.slice(last?.from, last?.to)).toBe("Dites-le à M. Tremblay\nou à l'ordre.")
  })
})

describe('readability', () => {
  it('is the formula of Kandel and Moles', () => {
    expect(kandelMoles(10, 1.5)).toBe(86)
    expect([95, 85, 75, 65, 55, 40, 10].map(levelOf)).toEqual([
      'très facile',
      'facile',
      'assez facile',
      'courant',
      'assez difficile',
      'difficile',
      'très difficile',
    ])
    const simple = readability('Le chat dort. Il a faim.')
    const hard = readability(
      "L'interministérialité institutionnelle nécessite l'opérationnalisation d'administrations réglementaires.",
    )
    expect(simple.level).toBe('très facile')
    expect(hard.level).toBe('très difficile')
  })

  it('marks long sentences at their place', () => {
    const long = `Vous devez ${'demander puis '.repeat(13)}attendre.`
    const body = `Appelez. [^plan]\n\n- ${long} [^plan]\n- Attendez.`
    const { longSentences } = readability(body)
    expect(longSentences).toEqual([{ from: 20, to: 20 + long.length, words: 29, text: long }])
    expect(body.slice(20, 20 + long.length)).toBe(long)
  })

  it('explains the words of the glossary, the longest wording first', () => {
    const glossary = glossaryOf([
      { id: 'rac', fr: ['reconnaissance des compétences', 'RAC'], en: ['x'], es: ['x'], ar: ['x'] },
      { id: 'order', fr: ['ordre professionnel', 'ordre', 'collège'], en: ['x'], es: ['x'], ar: ['x'] },
    ])
    const { terms } = readability("La RAC passe par l'un des **ordres professionnels**. La RAC est longue.", glossary)
    expect(terms).toEqual([
      { id: 'rac', words: 'RAC', from: 3, to: 6, official: 'reconnaissance des compétences', also: [] },
      {
        id: 'order',
        words: 'ordres professionnels',
        from: 28,
        to: 49,
        official: 'ordre professionnel',
        also: ['ordre', 'collège'],
      },
    ])
  })

  it('says nothing of a text without words', () => {
    expect(readability('[^plan]')).toEqual({ words: 0, sentences: 0, longSentences: [], terms: [] })
  })

  it('reads every article of the house', () => {
    const content = contentOf(readFiles(fileURLToPath(new URL('../knowledge', import.meta.url))))
    for (const { texts } of content.articles) {
      const text = texts.fr
      if (!text) continue
      const { whole, sections } = readabilityOf(text, content.glossary)
      expect(whole.score).toBeGreaterThan(20)
      for (const [id, { longSentences }] of sections) {
        const body = text.sections.find((section) => section.id === id)?.body ?? ''
        for (const { from, to, text: words } of longSentences) expect(body.slice(from, to)).toBe(words)
      }
    }
  })
})
