import { beforeAll, describe, expect, it } from 'vitest'
import { readFigures } from '../src/answer/figures.ts'
import { groundOf } from '../src/answer/ground.ts'
import { namesIn } from '../src/answer/names.ts'
import { verify } from '../src/answer/verify.ts'
import { vocabularyOf } from '../src/answer/vocabulary.ts'
import { HOUSE } from '../src/house.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { LANGUAGES } from '../src/language/languages.ts'

let library: Library
beforeAll(async () => {
  library = buildLibrary(await readContent(`${HOUSE}knowledge`), 1)
})

describe('figures', () => {
  it.each([
    ['fr', 'quinze mille dollars', [{ value: 15000, unit: '$' }]],
    ['fr', '15 000 $', [{ value: 15000, unit: '$' }]],
    ['fr', '15\u202f000\u00a0$', [{ value: 15000, unit: '$' }]],
    ['fr', '15 k$', [{ value: 15000, unit: '$' }]],
    ['en', '$15,000', [{ value: 15000, unit: '$' }]],
    ['es', '15.000 $', [{ value: 15000, unit: '$' }]],
    ['ar', '١٥٬٠٠٠ دولار', [{ value: 15000, unit: '$' }]],
    ['ar', 'خمسة عشر ألف دولار', [{ value: 15000, unit: '$' }]],
    ['fr', '1,5 %', [{ value: 1.5, unit: '%' }]],
    ['en', '1,500 people', [{ value: 1500, noun: 'peopl' }]],
    ['fr', 'quatre-vingt-dix-sept jours', [{ value: 97, unit: 'day' }]],
    ['en', 'twenty-one days', [{ value: 21, unit: 'day' }]],
    ['es', 'treinta y dos semanas', [{ value: 32, unit: 'week' }]],
    ['ar', 'خلال أسبوعين', [{ value: 2, unit: 'week' }]],
    ['fr', '65 millions de dollars', [{ value: 65_000_000, unit: '$' }]],
    ['fr', "jusqu'à 500 $ par semaine", [{ value: 500, unit: '$', per: 'week', bound: 'most' }]],
    ['en', '18 or older', [{ value: 18, bound: 'least' }]],
    ['es', '26 $ por hora', [{ value: 26, unit: '$', per: 'hour' }]],
    ['ar', '500 دولار في الأسبوع', [{ value: 500, unit: '$', per: 'week' }]],
    [
      'fr',
      '١٢٣ $ et ४५ $',
      [
        { value: 123, unit: '$' },
        { value: 45, unit: '$' },
      ],
    ],
  ] as const)('%s: %s', (language, text, figures) => {
    expect(readFigures(text, language).figures).toEqual(figures)
  })
})

describe('dates', () => {
  const day = { year: 2024, month: 3, day: 1 }
  it.each([
    ['fr', 'le 1er mars 2024', day],
    ['en', 'March 1, 2024', day],
    ['en', '1 March 2024', day],
    ['es', '1 de marzo de 2024', day],
    ['ar', '1 مارس 2024', day],
    ['ar', '١ آذار ٢٠٢٤', day],
    ['fr', '2024-03-01', day],
    ['fr', 'en décembre 2021', { year: 2021, month: 12 }],
    ['ar', 'في كانون الأول 2021', { year: 2021, month: 12 }],
    ['zh', '2024年3月1日', day],
    ['pt', '1 de março de 2024', day],
    ['uk', '1 березня 2024', day],
    ['fr', 'à 8 h 30', { time: 510 }],
    ['en', 'at 4:30 p.m.', { time: 990 }],
    ['fr', 'le vendredi', { weekday: 4 }],
  ] as const)('%s: %s', (language, text, date) => {
    expect(readFigures(text, language).dates).toContainEqual(date)
  })
  it('that can be read in two ways are not believed', () => {
    expect(readFigures('le 03/04/2025', 'fr').ambiguous).toEqual(['03/04/2025'])
    expect(readFigures('le 25/04/2025', 'fr').dates).toEqual([{ year: 2025, month: 4, day: 25 }])
  })
  it('are no figures, and no words either', () => {
    expect(readFigures('you may march on', 'en').dates).toEqual([])
    expect(readFigures('2000 $ en 2023', 'fr')).toMatchObject({ figures: [{ value: 2000 }], dates: [{ year: 2023 }] })
  })
})

describe('names', () => {
  const isOrdinary = (word: string) => ['demandez', 'le'].includes(word)
  it.each([
    ["Demandez à l'OIIQ.", ['oiiq']],
    ['Demandez Maude Tremblay.', ['maude tremblay']],
    ['Maude vous attend.', ['maude']],
    ['demandez madame tremblay', ['tremblay']],
    ["The OIIQ's Office", ['the oiiq', 'office']],
    ['Le Québec est grand.', []],
  ])('%s', (sentence, names) => {
    expect(namesIn(sentence, { isOrdinary })).toEqual(names)
  })
})

describe('what the articles say of themselves', () => {
  it.each(LANGUAGES)('stands, nearly all of it, in %s', (language) => {
    const vocabulary = vocabularyOf(library, language)
    let [sentences, kept] = [0, 0]
    for (const id of library.articles.keys()) {
      for (const passage of library.passages(id, language)) {
        const ground = groundOf([passage])
        for (const text of sentencesOf(ground.given[0]?.shown ?? '')) {
          const held = { ground, language, vocabulary, question: '', instructions: '' }
          sentences++
          if (verify([{ text, passages: ['P1'] }], held).dropped.length === 0) kept++
        }
      }
    }
    expect(sentences).toBeGreaterThan(2000)
    expect(kept / sentences).toBeGreaterThan(0.97)
  })
})

function sentencesOf(shown: string): string[] {
  return shown
    .replace(/\{\{(\w+)\|[^}]*\}\}/g, '{{$1}}')
    .split(/(?<=[.!?؟])\s+|\n+/)
    .map((sentence) => sentence.replace(/^[-*\d.)\s]+/, '').trim())
    .filter((sentence) => sentence.split(' ').length > 3 && /[.!؟?]$/.test(sentence))
}
