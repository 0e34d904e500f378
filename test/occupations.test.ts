import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Occupations, type Recognised, readOccupations } from '../src/dialog/occupations.ts'
import type { Situation } from '../src/dialog/situation.ts'
import { LANGUAGES, type Language } from '../src/language/languages.ts'

const HOUSE = fileURLToPath(new URL('..', import.meta.url))

/**
 * What people type. `tune` was written before the recognition; each `held` set was written afresh once the sets before
 * it were learnt from, and learnt from in turn. Fresh, right or confirmed by a question: tune 99.3 %, held 88.3 %,
 * held-2 95.0 %, held-3 85.0 %, held-4 91.7 %; sure where the set wanted a question or another trade: 0, 2, 2, 3, 2.
 */
interface Spelling {
  readonly text: string
  readonly language: Language
  /** The trades that it may mean; none where it is no trade of ours. */
  readonly expected: readonly string[]
  readonly set: string
}

function spellings(): Spelling[] {
  const [, ...lines] = readFileSync(`${HOUSE}test/measure/occupations.tsv`, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const [text = '', language = '', expected = '', set = ''] = line.split('\t')
    return { text, language: language as Language, expected: expected === 'unknown' ? [] : expected.split('|'), set }
  })
}

type Verdict = 'right' | 'confirmed' | 'asked in vain' | 'missed' | 'silently wrong'

/** How a recognition serves a person: wrong without a word is the one thing that must not happen. */
function judge(recognised: Recognised, expected: readonly string[]): Verdict {
  if (recognised.is === 'sure') {
    return expected.length === 1 && expected[0] === recognised.id ? 'right' : 'silently wrong'
  }
  if (recognised.is === 'unknown') return expected.length ? 'missed' : 'right'
  const found = expected.filter((id) => recognised.ids.includes(id))
  if (found.length === 0) return 'asked in vain'
  return expected.length > 1 && found.length === expected.length ? 'right' : 'confirmed'
}

let occupations: Occupations

beforeAll(async () => {
  occupations = await readOccupations(`${HOUSE}dialogs`)
})

describe('what people type', () => {
  it('is right or confirmed by a question, and never silently wrong', () => {
    const bySet = new Map<string, Record<Verdict, number>>()
    const wrong: string[] = []
    for (const { text, language, expected, set } of spellings()) {
      const verdict = judge(occupations.recognise(text, language), expected)
      const counts = bySet.get(set) ?? { right: 0, confirmed: 0, 'asked in vain': 0, missed: 0, 'silently wrong': 0 }
      counts[verdict] += 1
      bySet.set(set, counts)
      if (verdict === 'silently wrong') wrong.push(`${text} → ${JSON.stringify(occupations.recognise(text, language))}`)
    }
    for (const [set, counts] of bySet) console.log(`occupations ${set}: ${JSON.stringify(counts)}`)
    expect(wrong).toEqual([])
    const all = [...bySet.values()]
    const sum = (verdict: Verdict) => all.reduce((total, counts) => total + counts[verdict], 0)
    expect((sum('right') + sum('confirmed')) / spellings().length).toBeGreaterThanOrEqual(0.97)
  })

  it('is recognised in less than a millisecond', () => {
    const all = spellings()
    const round = () => {
      const begun = process.cpuUsage()
      for (const { text, language } of all) occupations.recognise(text, language)
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000 / all.length
    }
    round()
    const each = Math.min(round(), round(), round())
    console.log(`occupations: ${each.toFixed(2)} ms of processor for one`)
    expect(each).toBeLessThan(1)
  })
})

describe('recognition', () => {
  const sure = (text: string, language: Language, id: string) =>
    expect(occupations.recognise(text, language), text).toEqual({ is: 'sure', id })
  const asks = (text: string, language: Language, ...ids: string[]) => {
    const recognised = occupations.recognise(text, language)
    expect(recognised.is, text).toBe('likely')
    expect(recognised.is === 'likely' && recognised.ids, text).toEqual(expect.arrayContaining(ids))
  }

  it('takes the longest name', () => {
    sure('infirmière auxiliaire', 'fr', 'nursing-assistant')
    sure('infirmière qualifiée auxiliaire', 'fr', 'nursing-assistant')
    asks('infirmière diplômée auxiliaire', 'fr', 'nursing-assistant')
    sure('ingénieur forestier', 'fr', 'forest-engineer')
    sure('médecin vétérinaire', 'fr', 'veterinarian')
    sure('dental hygienist', 'en', 'dental-hygienist')
    sure('طبيب أسنان', 'ar', 'dentist')
    sure('مهندس معماري', 'ar', 'architect')
  })

  it('finds a trade inside a sentence', () => {
    sure('je suis infirmière au Maroc', 'fr', 'nurse')
    sure('I worked as an RN for 5 years', 'en', 'nurse')
    sure('soy enfermera en Colombia', 'es', 'nurse')
    sure('أعمل كممرضة في مستشفى', 'ar', 'nurse')
    sure('inf. aux. en CHSLD', 'fr', 'nursing-assistant')
    sure('ing. civil', 'es', 'civil-engineer')
  })

  it('understands both genders, plurals and the writing of both', () => {
    for (const text of ['infirmier', 'infirmière', 'infirmières', 'infirmier(ère)', 'infirmier/ière', 'INFIRMIERE'])
      sure(text, 'fr', 'nurse')
    for (const text of ['enfermero', 'enfermera', 'enfermeras', 'enfermero/a', 'enfermer@']) sure(text, 'es', 'nurse')
    for (const text of ['ممرض', 'ممرضة', 'الممرضه', 'ممرضات', 'ممرضين']) sure(text, 'ar', 'nurse')
  })

  it('understands every language whatever the conversation speaks, its own first', () => {
    for (const language of LANGUAGES)
      for (const text of ['nurse', 'enfermera', 'ممرضة', 'infirmière']) sure(text, language, 'nurse')
    sure('chef', 'en', 'cook')
    asks('chef', 'fr', 'cook', 'manager')
    sure('physicien', 'fr', 'physicist')
    asks('physicien', 'en', 'physician', 'physicist')
  })

  it('forgives one wrong letter in a long word, and asks in a short one', () => {
    sure('infimière', 'fr', 'nurse')
    sure('enginer', 'en', 'engineer')
    sure('enfermara', 'es', 'nurse')
    asks('medcin', 'fr', 'physician')
    asks('ممرظة', 'ar', 'nurse')
    expect(occupations.recognise('je veux chercher un programme', 'fr')).toEqual({ is: 'unknown' })
    expect(occupations.recognise('former developed reported', 'en')).toEqual({ is: 'unknown' })
  })

  it('asks where several trades share a word', () => {
    asks('comptable', 'fr', 'cpa', 'bookkeeper')
    asks('technicien', 'fr', 'professional-technologist')
    asks('auxiliaire', 'fr', 'nursing-assistant')
    asks('nurse assistant', 'en', 'nursing-assistant', 'orderly')
    asks('محاسب', 'ar', 'cpa', 'bookkeeper')
    asks('infirmière et sage-femme', 'fr', 'nurse', 'midwife')
  })

  it('is settled by a name that says which', () => {
    sure('comptable, CPA', 'fr', 'cpa')
    sure('ingénieur, diplôme en génie civil', 'fr', 'civil-engineer')
  })

  it('asks where another word may change the trade', () => {
    asks('physician assistant', 'en', 'physician')
    asks('ingénieur en pisciculture', 'fr', 'engineer')
    asks('étudiante en soins infirmiers', 'fr', 'nurse')
    asks('apprenti plombier', 'fr', 'plumber')
  })

  it('asks where the trade is denied, or somebody else’s', () => {
    asks('je ne suis pas infirmière', 'fr', 'nurse')
    asks('mon avocat m’a dit de vous écrire', 'fr', 'lawyer')
    asks('I need a certified translator for my diploma', 'en', 'translator')
    asks('necesito un traductor oficial', 'es', 'translator')
    asks('traduit par une traductrice ou un traducteur agréé', 'fr', 'translator')
  })

  it('says that it does not know', () => {
    for (const text of ['', '   ', '???', '42', 'oui', 'je ne sais pas', 'x'.repeat(5000), '🙂']) {
      expect(occupations.recognise(text, 'fr'), text.slice(0, 20)).toEqual({ is: 'unknown' })
    }
  })

  it('knows every name that it shows', () => {
    for (const id of occupations.ids) {
      for (const language of LANGUAGES) {
        const name = occupations.name(id, language)
        const recognised = occupations.recognise(name, language)
        if (recognised.is !== 'sure') asks(name, language, id)
        else expect(recognised.id, name).toBe(id)
      }
    }
  })

  it('never takes one trade’s own words for another', () => {
    for (const id of occupations.ids) {
      const occupation = occupations.get(id)
      for (const language of LANGUAGES) {
        for (const text of occupation?.also[language] ?? []) {
          const recognised = occupations.recognise(text, language)
          if (recognised.is === 'sure') expect(recognised.id, text).toBe(id)
          else asks(text, language, id)
        }
      }
    }
  })
})

describe('the list', () => {
  it('holds every order, and only orders that have an article', () => {
    const articles = readdirSync(`${HOUSE}knowledge/orders`)
    const orders = new Set(occupations.ids.flatMap((id) => occupations.get(id)?.order ?? []))
    expect([...orders].sort()).toEqual(articles.sort())
    expect(articles).toHaveLength(46)
  })

  it('gives every trade a name of its own', () => {
    for (const language of LANGUAGES) {
      const names = occupations.ids.map((id) => occupations.name(id, language))
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('holds a trade for every regulator', () => {
    const regulators = new Set(occupations.ids.map((id) => occupations.get(id)?.regulator))
    expect([...regulators].sort()).toEqual([
      'ccq',
      'childcare',
      'none',
      'order',
      'qualified-trades',
      'teaching',
      'unknown',
    ])
  })
})

describe('names', () => {
  it('are of one gender, or of both', () => {
    expect(occupations.name('nurse', 'fr', 'f')).toBe('infirmière')
    expect(occupations.name('nurse', 'fr')).toBe('infirmier ou infirmière')
    expect(occupations.name('dentist', 'es')).toBe('odontólogo u odontóloga')
    expect(occupations.name('physician', 'fr')).toBe('médecin')
    expect(occupations.name('nurse', 'ar')).toBe('ممرض أو ممرضة')
    expect(occupations.name('nurse', 'en', 'f')).toBe('nurse')
  })

  it('say what is no trade of ours as it stands', () => {
    expect(occupations.name('skipped', 'fr')).toBe('skipped')
  })
})

describe('what follows from a trade', () => {
  it('is its regulator, and its order', () => {
    expect(occupations.derive({ where: 'abroad', trade: 'nurse' })).toEqual({
      where: 'abroad',
      trade: 'nurse',
      regulator: 'order',
      order: 'order-oiiq',
    })
  })

  it('replaces what followed from another', () => {
    const before = { trade: 'plumber', regulator: 'order', order: 'order-oiiq' }
    expect(occupations.derive(before)).toEqual({ trade: 'plumber', regulator: 'ccq' })
  })

  it('is nothing where no trade was said', () => {
    const silent: Situation[] = [{}, { trade: 'skipped' }, { where: 'quebec', trade: 'astronaut' }]
    for (const situation of silent) {
      expect(occupations.derive(situation)).toBe(situation)
    }
  })
})

describe('a wrong file', () => {
  it('is refused with a sentence', async () => {
    await expect(readOccupations(`${HOUSE}test/measure`)).rejects.toThrow(/occupations\.yaml/)
  })
})
