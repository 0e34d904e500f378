import { z } from 'zod'
import type { Agreed, Consent, EscalationReason } from '../conversation/handoff.ts'
import { LANGUAGES, ORIGINAL } from '../language/languages.ts'

/**
 * A shape for every property of a type, also the optional ones: whoever adds a property is asked by the compiler how
 * it is read back, and what stands in its place where an older release has not written it.
 */
export type ShapeOf<T> = { readonly [Property in keyof T]-?: z.ZodType<T[Property]> }
/** The same for every kind of a union, told apart by one property. */
export type ShapesBy<Tag extends string, T extends Record<Tag, string>> = {
  readonly [Kind in T[Tag]]: z.ZodType<Extract<T, Record<Tag, Kind>>>
}

/** One of these words; the record makes the compiler ask for a word that was added to the type. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>) {
  return z.enum(Object.keys(words) as [Word, ...Word[]])
}

/** One of these kinds, or nothing where this release does not know it or finds it broken. */
export function kindOf<Tag extends string, T extends Record<Tag, string>>(tag: Tag, shapes: ShapesBy<Tag, T>) {
  const tagged = z.looseObject({ [tag]: z.string() })
  return (value: unknown): T | undefined => {
    const read = tagged.safeParse(value)
    const kind = read.success ? String(read.data[tag]) : ''
    if (!Object.hasOwn(shapes, kind)) return undefined
    const { data } = (shapes as Readonly<Record<string, z.ZodType<T>>>)[kind]?.safeParse(value) ?? {}
    return data
  }
}

export const language = z.enum(LANGUAGES).catch(ORIGINAL)

export const reason = oneOf<EscalationReason>({
  asked: true,
  dialog: true,
  'not-found': true,
  unsure: true,
  distress: true,
})

/** What was agreed to; a consent that this release does not know lets through as little as there is. */
export const agreed = z.looseObject({
  to: oneOf<Consent>({ everything: true, summary: true, question: true }).catch('question'),
  wording: z.string(),
  language,
  at: z.coerce.date(),
} satisfies ShapeOf<Agreed>)
