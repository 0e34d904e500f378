import { z } from 'zod'

/** When a step would come: at once, after that, or later on. */
export const STAGES = ['now', 'next', 'later'] as const
export type Stage = (typeof STAGES)[number]

const value = z.union([z.string(), z.boolean().transform(String), z.number().transform(String)])
const values = z.union([value.transform((one) => [one]), z.array(value).min(1)])
const name = z.string().regex(/^[a-z][a-z-]*$/)
const condition = z.record(name, values)
const situation = z.record(name, value)

/**
 * Whom an article concerns, over the names of a situation: an ordered list of cases, the first that holds wins.
 * A case holds where every name under `when` has one of its values and no name under `unless` has.
 * The examples beside it are its tests.
 */
export const concernsShape = z.strictObject({
  cases: z.array(z.strictObject({ stage: z.enum(STAGES), when: condition, unless: condition.optional() })).min(1),
  examples: z
    .array(
      z.strictObject({
        situation,
        concerned: z.union([z.enum(STAGES), z.literal(false), z.literal('untold')]),
        /** The name whose answer decides, or is missing. */
        because: name.optional(),
      }),
    )
    .min(2, 'at least two examples: one that is concerned, one that is not'),
})
export type Concerns = z.infer<typeof concernsShape>
export type ConcernCase = Concerns['cases'][number]

/** Whether an article concerns a situation, and by which answers; never a decision of eligibility. */
export type Concern =
  | { readonly is: 'concerned'; readonly stage: Stage; readonly because: readonly string[] }
  | { readonly is: 'ruled-out'; readonly because: string }
  | { readonly is: 'untold'; readonly missing: readonly string[] }

/** Where a person would rather not say, as a situation holds it. */
const UNSAID = 'skipped'

/** Holds a situation against an article's cases. */
export function concernOf({ cases }: Concerns, told: Readonly<Record<string, string>>): Concern {
  const missing = new Set<string>()
  const contradicted: { by: string; agreed: number }[] = []
  for (const each of cases) {
    const read = readCase(each, told)
    if (read.contradicts !== undefined) {
      contradicted.push({ by: read.contradicts, agreed: read.agrees.length })
    } else if (read.missing.length === 0) {
      return { is: 'concerned', stage: each.stage, because: read.agrees }
    } else {
      for (const lacking of read.missing) missing.add(lacking)
    }
  }
  if (missing.size) return { is: 'untold', missing: [...missing] }
  const nearest = contradicted.sort((a, b) => b.agreed - a.agreed)[0]
  return { is: 'ruled-out', because: nearest?.by ?? '' }
}

function readCase({ when, unless = {} }: ConcernCase, told: Readonly<Record<string, string>>) {
  const agrees: string[] = []
  const missing: string[] = []
  let contradicts: string | undefined
  for (const [question, accepted] of Object.entries(when)) {
    const said = told[question]
    if (said === undefined || said === UNSAID) missing.push(question)
    else if (accepted.includes(said)) agrees.push(question)
    else contradicts ??= question
  }
  for (const [question, refused] of Object.entries(unless)) {
    const said = told[question]
    if (said !== undefined && refused.includes(said)) contradicts ??= question
  }
  return { agrees, missing, contradicts }
}
