import type { Finding, PersonalKind } from './personal.ts'
import { type Context, contextOf, isQuantity } from './personal-context.ts'
import { isDigits, LONGEST_WORD, type Look, type Word } from './personal-words.ts'

/** Numbers that hold letters: postal codes, health cards, passports, files and accounts. */
export function findLettered(message: string, words: readonly Word[], look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < words.length; ) {
    look(1)
    const seen = SHAPES.map((shape) => shape(words, at, message)).find((found) => found !== undefined)
    const first = words[at]
    const last = words[at + (seen?.count ?? 1) - 1]
    if (seen && first && last)
      findings.push({ start: first.start, end: last.end, kind: seen.kind, normalised: seen.normalised })
    at += seen?.count ?? 1
  }
  return findings
}

interface Seen {
  /** How many words. */
  readonly count: number
  readonly kind: PersonalKind
  readonly normalised: string
}

type Shape = (words: readonly Word[], at: number, message: string) => Seen | undefined

const SHAPES: readonly Shape[] = [postalCode, healthCard, bankAccount, letteredNumber, lettersThenDigits]

const POSTAL_CODE = /^[ABCEGHJ-NPRSTVXY]\d[A-Z]\d[A-Z]\d$/i

/** Levels of a language: `B2 C1 A2`. */
const LEVELS = /^(?:[ABC][12]){3}$/i

/** A Canadian postal code, its signs together or apart: `H3Z 2Y7`, `K 1 A 0 B 1`. */
function postalCode(words: readonly Word[], at: number): Seen | undefined {
  if (words[at]?.inAddress || !/^[a-z]/i.test(words[at]?.text ?? '')) return undefined
  let signs = ''
  for (let count = 1; count <= 6; count++) {
    const word = words[at + count - 1]
    if (!word || word.text.length > 6 || (count > 1 && !/^[ .-]{0,2}$/.test(word.gap))) return undefined
    signs += word.text
    if (signs.length > 6) return undefined
    if (signs.length < 6) continue
    return POSTAL_CODE.test(signs) && !LEVELS.test(signs)
      ? { count, kind: 'postal-code', normalised: signs.toUpperCase() }
      : undefined
  }
  return undefined
}

/** Québec's health card: four letters, then the birth date (51 to 62 for the month of a woman) and two digits. */
const HEALTH_CARD = /^[A-Z]{4}\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d{2}$/i

function healthCard(words: readonly Word[], at: number): Seen | undefined {
  const first = words[at]
  if (!first || !/^[a-z]{4}\d{0,8}$/i.test(first.text)) return undefined
  let signs = first.text
  let count = 1
  while (signs.length < 12 && isDigits(words[at + count]) && /^[ -]{0,2}$/.test(words[at + count]?.gap ?? '')) {
    signs += words[at + count]?.text ?? ''
    count++
  }
  const next = words[at + count]
  if (!HEALTH_CARD.test(signs) || (isDigits(next) && /^[ -]$/.test(next.gap))) return undefined
  const years = /^[a-z]{4}(?:19|20)\d{2}(?:19|20)\d{2}$/i.test(signs) && first.text.length === 4
  return years ? undefined : { count, kind: 'health-card', normalised: signs.toUpperCase() }
}

/** An international bank account number (ISO 13616), checked by its remainder. */
function bankAccount(words: readonly Word[], at: number): Seen | undefined {
  if (!/^[A-Z]{2}\d{2}/.test(words[at]?.text ?? '')) return undefined
  let signs = ''
  for (let count = 1; count <= 10; count++) {
    const word = words[at + count - 1]
    if (!word || !/^[A-Z0-9]+$/.test(word.text) || (count > 1 && !/^[ -]$/.test(word.gap))) return undefined
    signs += word.text
    if (signs.length > 34) return undefined
    if (signs.length >= 15 && remainder97(signs.slice(4) + signs.slice(0, 4)) === 1)
      return { count, kind: 'account', normalised: signs }
  }
  return undefined
}

function remainder97(signs: string): number {
  let remainder = 0
  for (const sign of signs) {
    for (const digit of String(Number.parseInt(sign, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  }
  return remainder
}

/** Letters and digits that stand together, or are joined by dashes: `ACC456789Z`, `AB123456`, `T1234-123456-12`. */
function letteredNumber(words: readonly Word[], at: number): Seen | undefined {
  const first = words[at]
  if (!first || first.inAddress) return undefined
  let signs = ''
  let count = 0
  for (let word: Word | undefined = first; word && count < 6; word = words[at + count]) {
    if (count > 0 && word.gap !== '-') break
    if (word.text.length > LONGEST_WORD) return undefined
    signs += (count > 0 ? '-' : '') + word.text
    count++
  }
  if (signs.length > LONGEST_WORD || !/\d/.test(signs) || !/\p{L}/u.test(signs)) return undefined
  if (count > 1 && !/\d{5}/.test(signs)) return undefined
  const digits = signs.replace(/\D/g, '').length
  const known = contextOf(words, at, at + count - 1)
  if (known === 'thing') return undefined
  const own = known === 'passport' || known === 'account' || known === 'file'
  const apart = signs.match(/\d+|\p{L}+/gu)?.length ?? 0
  const long = digits >= 6 && /\d{5}/.test(signs)
  const mixed = digits >= 5 && apart >= 4
  if (!(long || mixed || (own && digits >= 4 && count === 1))) return undefined
  if (own && !long && /^(imm|rc|noc|cnp|a|m|e|b)\d{4}$/i.test(signs)) return undefined
  return { count, kind: kindOf(signs, known), normalised: signs.replaceAll('-', '').toUpperCase() }
}

const PASSPORT = /^(?:[A-Z]{2}\d{6,7}|[A-Z]\d{8}|\d{2}[A-Z]{2}\d{5}|[A-Z]{3}\d{6})$/i

function kindOf(signs: string, known: Context): PersonalKind {
  if (known === 'account') return 'account'
  if (known === 'passport' || (PASSPORT.test(signs) && known !== 'file')) return 'passport'
  return 'code'
}

/** A passport whose letters stand apart from its digits: `AB 123456`. */
function lettersThenDigits(words: readonly Word[], at: number, message: string): Seen | undefined {
  const [letters, digits] = [words[at], words[at + 1]]
  if (!letters || !isDigits(digits) || !/^[A-Z]{1,3}$/.test(letters.text) || !/^ ?-?$/.test(digits.gap))
    return undefined
  const known = contextOf(words, at, at + 1)
  const usual =
    letters.text.length === 2 && /^\d{6,7}$/.test(digits.text) && !isQuantity(message, words, at + 1, at + 1)
  const told = known === 'passport' && /^\d{5,9}$/.test(digits.text)
  if (known === 'thing' || known === 'public' || !(usual || told)) return undefined
  return { count: 2, kind: 'passport', normalised: letters.text + digits.text }
}
