import { findAddresses } from './personal-addresses.ts'
import { findLettered } from './personal-lettered.ts'
import { findNames } from './personal-names.ts'
import { findNumbers } from './personal-numbers.ts'
import { findStreets } from './personal-streets.ts'
import { type Look, type Word, wordsOf } from './personal-words.ts'

/** What a stretch of a message looks like. */
export type PersonalKind =
  | 'social-insurance'
  | 'phone'
  | 'email'
  | 'passport'
  | 'card'
  | 'account'
  | 'code'
  | 'health-card'
  | 'internet-address'
  | 'postal-code'
  | 'street'
  | 'name'

/** A stretch of a message that looks personal. */
export interface Finding {
  readonly start: number
  readonly end: number
  readonly kind: PersonalKind
  /** What it is compared by with what is public: the digits of a telephone, an e-mail in lower case, `H2X2S5`. */
  readonly normalised: string
}

/** Finds one sort of personal stretch; what several find overlaps, and is taken out once. */
type Finder = (message: string, words: readonly Word[], look: Look) => Finding[]

const FINDERS: readonly Finder[] = [findAddresses, findLettered, findNumbers, findStreets, findNames]

/** What stands where something was taken out: no word of any language, so that nobody searches for it. */
export const TAKEN_OUT = '[●●●]'

/**
 * Takes out of a message what looks like a personal number, an address or an introduced name, before it is kept or
 * searched. What `isPublic` knows (by its normalised form) stays: the telephones and e-mails that we show ourselves.
 * What is `kept` stays because the person gives it on purpose. Never throws; the work grows with the length of the message and no faster.
 */
export function redact(
  message: string,
  isPublic: (normalised: string) => boolean = () => false,
  kept: readonly PersonalKind[] = [],
): { text: string; kinds: readonly PersonalKind[] } {
  const findings = findPersonal(message).filter(({ normalised, kind }) => !isPublic(normalised) && !kept.includes(kind))
  let text = ''
  let at = 0
  for (const { start, end } of findings) {
    if (start >= at) text += message.slice(at, start) + TAKEN_OUT
    at = Math.max(at, end)
  }
  return { text: text + message.slice(at), kinds: [...new Set(findings.map(({ kind }) => kind))] }
}

/** Every personal stretch of a message, in its order; `look` is told how many signs each step looks at. */
export function findPersonal(message: string, look: Look = () => {}): Finding[] {
  const words = wordsOf(message, look)
  return FINDERS.flatMap((find) => find(message, words, look)).sort(
    (one, other) => one.start - other.start || other.end - one.end,
  )
}
