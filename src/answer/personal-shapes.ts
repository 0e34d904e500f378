import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { PersonalKind } from './personal.ts'
import { type Context, isQuantity } from './personal-context.ts'
import type { Word } from './personal-words.ts'

/** Digits that stand together with others: words `from` to `to` of a message. */
export interface Group {
  readonly digits: string
  readonly gap: string
}

/** What a shape makes of the groups that begin at a place: how many are its own, and what they are (nothing: nobody's number). */
export interface Seen {
  readonly groups: number
  readonly kind?: PersonalKind
}

export interface Place {
  readonly message: string
  readonly words: readonly Word[]
  /** The word at which the groups begin. */
  readonly at: number
  readonly groups: readonly Group[]
  readonly context: () => Context
}

type Shape = (place: Place) => Seen | undefined

/** The first shape that knows the digits, wins; those that are nobody's come where they could be taken for somebody's. */
export const SHAPES: readonly Shape[] = [
  internetAddress,
  international,
  date,
  years,
  paymentCard,
  quantity,
  bookNumber,
  northAmerican,
  socialInsurance,
  frenchPairs,
  bySigns,
  phoneByContext,
  validHere,
  joined,
  longNumber,
  shortNumber,
]

function lengths({ groups }: Place, most = groups.length): string {
  return groups
    .slice(0, most)
    .map(({ digits }) => digits.length)
    .join('-')
}

function digitsOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join('')
}

/** Whether the lengths of the first groups are these, such as `3-3-4`. */
function has(place: Place, shape: string): number {
  const count = shape.split('-').length
  return place.groups.length >= count && lengths(place, count) === shape ? count : 0
}

function internetAddress({ groups, context }: Place): Seen | undefined {
  const four = groups.slice(0, 4)
  if (four.length < 4 || !four.slice(1).every(({ gap }) => gap === '.') || groups[4]?.gap === '.') return undefined
  if (!four.every(({ digits }) => digits.length <= 3 && Number(digits) < 256)) return undefined
  const known = context()
  return known === 'thing' || known === 'public' ? { groups: 4 } : { groups: 4, kind: 'internet-address' }
}

/** `+` or `00` and 7 to 15 digits (E.164). */
function international({ groups, context }: Place): Seen | undefined {
  const [first] = groups
  const plus = first && /\+\(?$/.test(first.gap)
  const zeros = first && groups.length > 2 && /^00[1-9]?\d{0,3}$/.test(first.digits) && context() !== 'account'
  if (!plus && !zeros) return undefined
  let digits = 0
  let count = 0
  for (const group of groups) {
    if (digits + group.digits.length > 17) break
    digits += group.digits.length
    count++
  }
  return digits >= 7 ? { groups: count, kind: 'phone' } : undefined
}

function isYear(digits: string | undefined): boolean {
  return digits !== undefined && digits.length === 4 && Number(digits) >= 1900 && Number(digits) <= 2100
}

function date(place: Place): Seen | undefined {
  const [one, two, three] = place.groups
  if (!one || !two || !three) return undefined
  const small = (group: Group) => group.digits.length <= 2 && Number(group.digits) >= 1 && Number(group.digits) <= 31
  if (isYear(one.digits) && small(two) && small(three)) return { groups: 3 }
  if (small(one) && small(two) && isYear(three.digits)) return { groups: 3 }
  if (two.gap !== ' ' && two.gap === three.gap && small(one) && small(two) && small(three) && !place.groups[3])
    return { groups: 3 }
  return undefined
}

function years({ groups }: Place): Seen | undefined {
  const first = groups.findIndex(({ digits }) => !isYear(digits))
  const count = first === -1 ? groups.length : first
  return count > 1 ? { groups: count } : undefined
}

const CARDS = ['4-4-4-4-3', '4-4-4-4', '4-6-5']

function paymentCard(place: Place): Seen | undefined {
  for (const shape of CARDS) {
    const groups = has(place, shape)
    if (groups) return { groups, kind: 'card' }
  }
  const [only] = place.groups
  if (!only || only.digits.length < 13 || only.digits.length > 19 || !/^[2-6]/.test(only.digits)) return undefined
  return luhn(only.digits) && place.context() !== 'thing' ? { groups: 1, kind: 'card' } : undefined
}

/** Money and counts: `15 000 000 $`, `500 heures`, and numbers that are round. */
function quantity({ message, words, at, groups }: Place): Seen | undefined {
  let count = 1
  while (groups[count]?.digits.length === 3 && /^[ .]$/.test(groups[count]?.gap ?? '')) count++
  const thousands = (groups[0]?.digits.length ?? 9) <= 3 ? count : 1
  if (isQuantity(message, words, at, at + thousands - 1)) return { groups: thousands }
  const ends = groups[thousands - 1]?.digits === '000' && (groups[thousands]?.digits.length ?? 0) <= 3
  if (thousands > 1 && ends) return { groups: thousands }
  const digits = digitsOf(groups.slice(0, thousands))
  if (digits.length > 4 && /^\d{1,4}0{6,}$/.test(digits)) return { groups: thousands }
  const [whole, cents, more] = groups
  const decimal =
    whole &&
    cents?.gap === '.' &&
    cents.digits.length <= 2 &&
    whole.digits.length <= 8 &&
    more?.gap !== '.' &&
    more?.gap !== '-'
  return decimal && (whole.digits.length > 4 || isQuantity(message, words, at, at + 1)) ? { groups: 2 } : undefined
}

function bookNumber({ groups }: Place): Seen | undefined {
  if (!/^97[89]$/.test(groups[0]?.digits ?? '')) return undefined
  const five = groups.slice(0, 5)
  return digitsOf(five).length === 13 ? { groups: five.length } : undefined
}

const NORTH_AMERICAN = ['1-3-3-4', '1-3-7', '1-10', '3-3-4', '3-7', '6-4']

function northAmerican(place: Place): Seen | undefined {
  for (const shape of NORTH_AMERICAN) {
    const groups = has(place, shape)
    if (!groups || (shape.startsWith('1-') && place.groups[0]?.digits !== '1')) continue
    if (place.groups.slice(1, groups).some(({ gap }) => gap === '/') && isYear(place.groups[groups - 1]?.digits))
      continue
    return { groups, kind: 'phone' }
  }
  return undefined
}

function socialInsurance(place: Place): Seen | undefined {
  const known = place.context() === 'social-insurance'
  const groups = has(place, '3-3-3')
  const goesOn = groups > 0 && place.groups[3]?.gap === place.groups[2]?.gap
  if (groups && (known || !goesOn)) return { groups, kind: 'social-insurance' }
  if (!known) return undefined
  for (let count = 1; count <= Math.min(9, place.groups.length); count++) {
    if (digitsOf(place.groups.slice(0, count)).length === 9) return { groups: count, kind: 'social-insurance' }
  }
  return undefined
}

/** Numbers as France, Algeria, Morocco and others write them inside the country: a zero and nine digits or so, in groups. */
function frenchPairs(place: Place): Seen | undefined {
  const [first] = place.groups
  if (!first || !/^0[1-9]/.test(first.digits)) return undefined
  for (let count = 3; count <= Math.min(6, place.groups.length); count++) {
    const groups = place.groups.slice(0, count)
    const total = digitsOf(groups).length
    if (
      total >= 9 &&
      total <= 11 &&
      groups.every(({ digits }) => digits.length >= 2) &&
      place.groups[count]?.gap !== groups[1]?.gap
    ) {
      return { groups: count, kind: 'phone' }
    }
  }
  return undefined
}

/** Digits written one by one. */
function bySigns({ groups }: Place): Seen | undefined {
  const last = groups.findIndex(({ digits }) => digits.length > 1)
  const signs = groups.slice(0, last === -1 ? groups.length : last)
  if (signs.length < 9) return undefined
  const counting = signs.every(({ digits }, at) => at === 0 || Number(digits) === Number(signs[at - 1]?.digits) + 1)
  return counting ? { groups: signs.length } : { groups: signs.length, kind: 'code' }
}

/** Where the words say that it is a telephone, any 7 to 15 digits are one. */
function phoneByContext(place: Place): Seen | undefined {
  if (place.context() !== 'phone') return undefined
  let digits = 0
  let best = 0
  for (const [at, group] of place.groups.entries()) {
    if (at > 0 && group.gap.includes('/')) break
    digits += group.digits.length
    if (digits > 15) break
    if (digits >= 7) best = at + 1
  }
  return best ? { groups: best, kind: 'phone' } : undefined
}

/** Ten or eleven digits in unusual groups, where the numbering plan says that such a telephone can exist here. */
function validHere({ groups }: Place): Seen | undefined {
  const digits = digitsOf(groups)
  if (groups.length < 2 || !/^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return undefined
  if (groups.some((group) => isYear(group.digits)) || groups.every((group) => group.digits.length < 3)) return undefined
  return parsePhoneNumberFromString(digits, 'CA')?.isValid() ? { groups: groups.length, kind: 'phone' } : undefined
}

/** Nine digits and more, joined by dashes: files, accounts, licences. Where the words tell, fewer digits and other signs will do. */
function joined(place: Place): Seen | undefined {
  const known = place.context()
  const told = known === 'file' || known === 'account' || known === 'passport'
  const last = place.groups.findIndex(({ gap }, at) => at > 0 && !(told ? /^[ .-]$/ : /^-$/).test(gap))
  const own = place.groups.slice(0, last === -1 ? place.groups.length : last)
  if (own.length < 2 || digitsOf(own).length < (told ? 6 : 9)) return undefined
  return known === 'thing'
    ? { groups: own.length }
    : { groups: own.length, kind: known === 'account' ? 'account' : 'code' }
}

/** From this many digits on, a number needs no words to be somebody's. */
const LONG = 9

function longNumber(place: Place): Seen | undefined {
  const digits = place.groups[0]?.digits ?? ''
  if (digits.length < LONG) return undefined
  const known = place.context()
  if (known === 'thing') return { groups: 1 }
  if (known === 'passport' || known === 'account') return { groups: 1, kind: known }
  if (digits.length === 9)
    return { groups: 1, kind: known === 'social-insurance' || luhn(digits) ? 'social-insurance' : 'code' }
  const dialled = digits.length === 10 || /^1\d{10}$/.test(digits)
  return { groups: 1, kind: dialled && known !== 'file' ? 'phone' : 'code' }
}

/** Five to eight digits are somebody's where the words say so: « mon dossier est le 45678 ». */
function shortNumber(place: Place): Seen | undefined {
  const own = has(place, '4-4') ? 2 : has(place, '3-4') && place.groups[1]?.gap === '-' ? 2 : 1
  const digits = digitsOf(place.groups.slice(0, own))
  if (own === 1 && digits.length < 5) return undefined
  const alone = place.words.length === own
  if (alone && digits.length >= 7) return { groups: own, kind: 'code' }
  const known = place.context()
  if (known === 'passport' || known === 'account') return { groups: own, kind: known }
  return known === 'file' || (known === 'social-insurance' && digits.length > 5)
    ? { groups: own, kind: 'code' }
    : undefined
}

/** Luhn's check (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const twice = digit * 2
    sum += at % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return digits.length > 0 && sum % 10 === 0
}
