import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '../language/languages.ts'
import { readYamlText } from '../language/yaml.ts'
import { makeLexicon } from './occupation-words.ts'
import { recognise } from './recognise-occupation.ts'
import type { Situation } from './situation.ts'

/** What words mean as a trade: one for sure, one to three to confirm (likeliest first), or none that we know. */
export type Recognised =
  | { readonly is: 'sure'; readonly id: string }
  | { readonly is: 'likely'; readonly ids: readonly string[] }
  | { readonly is: 'unknown' }

export type Gender = 'm' | 'f'

/** The trades that people name, and who regulates them. */
export interface Occupations {
  readonly ids: readonly string[]
  get(id: string): Occupation | undefined
  /** The name of a trade as it is shown; without a gender, both forms. What is no trade of ours is said as it stands. */
  name(id: string, language: Language, gender?: Gender): string
  /** Recognises a trade in a person's own words, in any of our languages, theirs first. In doubt it is never sure. */
  recognise(text: string, language: Language): Recognised
  /** The situation with what follows from its `trade`: `regulator`, and `order` where an order regulates it. */
  derive(situation: Situation): Situation
}

const words = z.array(z.string().min(1)).default([])
const inLanguages = { fr: words, en: words, es: words, ar: words }
const byLanguage = z.strictObject(inLanguages)
const gendered = z.strictObject({ m: z.string().min(2), f: z.string().min(2) })

const occupationShape = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  regulator: z.enum(['order', 'ccq', 'qualified-trades', 'teaching', 'childcare', 'none', 'unknown']),
  order: z.string().startsWith('order-').optional(),
  names: z.strictObject({ fr: gendered, en: z.string().min(2), es: gendered, ar: gendered }),
  also: byLanguage.prefault({}),
  fields: byLanguage.prefault({}),
  kindOf: z.string().optional(),
  unlike: z.array(z.string()).default([]),
})
export type Occupation = z.infer<typeof occupationShape>

const fileShape = z.strictObject({
  around: byLanguage,
  whose: byLanguage,
  denials: byLanguage,
  lookalikes: byLanguage,
  shortened: z.record(z.string(), words),
  shared: z.array(z.strictObject({ ids: z.array(z.string()).min(1).max(3), ...inLanguages })),
  occupations: z.array(occupationShape),
})
export type OccupationFile = z.infer<typeof fileShape>

/** Reads `occupations.yaml` of a folder; throws a sentence naming the place that is wrong. */
export async function readOccupations(folder: string): Promise<Occupations> {
  const file = join(folder, 'occupations.yaml')
  const parsed = fileShape.safeParse(readYamlText(await readFile(file, 'utf8')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`The occupations are wrong in ${file}, at ${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const known = new Map(parsed.data.occupations.map((each) => [each.id, each]))
  const wrong = faultOf(parsed.data, known)
  if (wrong) throw new Error(`The occupations are wrong in ${file}: ${wrong}`)
  let made: ReturnType<typeof makeLexicon> | undefined
  /** Made when it is first asked for: the doors open sooner. */
  const lexicon = () => {
    made ??= makeLexicon(parsed.data)
    return made
  }
  return {
    ids: [...known.keys()],
    get: (id) => known.get(id),
    name: (id, language, gender) => nameOf(known.get(id), id, language, gender),
    recognise: (text, language) => recognise(text, language, lexicon(), known),
    derive: (situation) => {
      const trade = known.get(situation.trade ?? '')
      if (!trade) return situation
      const { order: _, ...rest } = situation
      return { ...rest, regulator: trade.regulator, ...(trade.order ? { order: trade.order } : {}) }
    },
  }
}

function faultOf({ occupations, shared }: OccupationFile, known: ReadonlyMap<string, Occupation>): string | undefined {
  if (known.size < occupations.length) return 'two occupations bear the same id.'
  for (const { id, regulator, order } of occupations) {
    if ((regulator === 'order') !== (order !== undefined))
      return `« ${id} » names an order without being regulated by one, or the contrary.`
  }
  const named = [
    ...occupations.flatMap(({ unlike, kindOf }) => (kindOf ? [...unlike, kindOf] : unlike)),
    ...shared.flatMap(({ ids }) => ids),
  ]
  const missing = named.find((id) => !known.has(id))
  return missing === undefined ? undefined : `« ${missing} » is named but not described. Describe it, or name another.`
}

const OR: Readonly<Record<Language, string>> = { fr: 'ou', en: 'or', es: 'o', ar: 'أو' }

function nameOf(occupation: Occupation | undefined, id: string, language: Language, gender?: Gender): string {
  if (!occupation) return id
  if (language === 'en') return occupation.names.en
  const { m, f } = occupation.names[language]
  if (gender) return gender === 'm' ? m : f
  if (m === f) return m
  return `${m} ${language === 'es' && /^h?o/i.test(f) ? 'u' : OR[language]} ${f}`
}
