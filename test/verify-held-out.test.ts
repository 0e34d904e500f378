import { beforeAll, describe, expect, it } from 'vitest'
import { HOUSE } from '../src/house.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import { type Phrases, readPhrases } from '../src/language/phrases.ts'
import { hold, type Lie, rowsOf, saidOf, type Truth } from './held-out.ts'

let around: { readonly library: Library; readonly phrases: Phrases }
beforeAll(async () => {
  const library = buildLibrary(await readContent(`${HOUSE}knowledge`), 1)
  around = { library, phrases: await readPhrases(`${HOUSE}dialogs/phrases`) }
})

/** Lies that no check of words can tell from what the passage says, each with the reason why. */
const UNTOLD: Readonly<Record<string, string>> = {
  'negation-online':
    'The passage itself says « un service en ligne » of what was planned, and « par la poste » of what is.',
  'condition-and-or': 'Every word and comma of the condition stands; only « et » became « ou ».',
  'teaching-permanent': 'The passage says « permanent » of the next step of the same list, with the same words around.',
  'barreau-steps': 'Both steps stand in the passage; only their order is turned.',
  'dietitians-name': 'Both names of the order stand in the passage; only which of them is the present one is turned.',
}

/** The share of true sentences that stood when this was last looked at: it may rise, and never fall. */
const KEPT = { fr: 0.993, en: 0.985, es: 0.992, ar: 0.97 } as const
/** So many whole answers of a language may fall, because their first sentence or most of them did. */
const FALLEN = 1

describe('lies written before the checks were mended for them', () => {
  const lies = rowsOf<Lie>('lies-held-out')
  it('are many, and each has its name', () => {
    expect(lies.length).toBeGreaterThan(390)
    expect(new Set(lies.map(({ name }) => name)).size).toBe(lies.length)
  })
  it('are all dropped, but for those that no check of words can tell', async () => {
    const through: string[] = []
    for (const lie of lies) if ((await hold(lie, [lie.text], around)).kept.length > 0) through.push(lie.name)
    expect(through.sort()).toEqual(Object.keys(UNTOLD).sort())
  })
})

describe('true answers written before the checks were mended for them', () => {
  const truths = rowsOf<Truth>('truths-held-out')
  it.each(LANGUAGES)('stand, nearly all of them, in %s', async (language) => {
    const dropped: string[] = []
    let [kept, fallen] = [0, 0]
    const own = truths.filter((truth) => truth.language === language)
    for (const truth of own) {
      const told = await hold(truth, truth.sentences, around)
      kept += told.kept.length
      if (!told.stands) fallen++
      dropped.push(...told.dropped.map(saidOf))
    }
    expect(own.length).toBeGreaterThan(50)
    expect(kept / (kept + dropped.length), dropped.join('\n')).toBeGreaterThanOrEqual(KEPT[language])
    expect(fallen).toBeLessThanOrEqual(FALLEN)
  })
})
