import type { Finding } from './personal.ts'
import { isDigits, type Look, listOf, type Word, waysOf } from './personal-words.ts'

/** Places where a person lives: a number in a street, or a post office box. */
export function findStreets(_message: string, words: readonly Word[], look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < words.length; ) {
    look(1)
    const count = Math.max(0, ...SHAPES.map((shape) => shape(words, at) ?? 0))
    const first = words[at]
    const last = words[at + count - 1]
    if (count && first && last) findings.push(findingOf(words, at, at + count - 1))
    at += count || 1
  }
  return findings
}

/** How many words of a street begin at a place, if any. */
type Shape = (words: readonly Word[], at: number) => number | undefined

const SHAPES: readonly Shape[] = [nameThenStreet, streetThenName, ordinalStreet, spanish, arabic, box, livesAt]

const UNIT = listOf('apt apartment app appartement appt unit unite bureau suite piso depto dpto apto شقة porte')

function findingOf(words: readonly Word[], from: number, to: number): Finding {
  let last = to
  const [next, number] = [words[to + 1], words[to + 2]]
  if (next && UNIT.has(next.plain) && number && /\d/.test(number.text) && number.text.length <= 5) last = to + 2
  else if (next && /#$/.test(next.gap) && isDigits(next) && next.text.length <= 5) last = to + 1
  const own = words.slice(from, last + 1)
  return {
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    kind: 'street',
    normalised: own.map(({ plain }) => plain).join(' '),
  }
}

/** Words that never are the name of a street. */
const NOT_A_NAME =
  listOf(`a an and any as at by down en et for from in is it my no not of on one or our out per some than that the their then this to too
  two under up via was we with your au aux ce ces cette dans des du est il je la le les ma mes mon ni ou par pas pour qui sa se ses son sur un une
  possible possibles disponible disponibles con de del el en es la las los mi o para por que se su un una y
  year years month months day days hour hours minute minutes km kilometres miles mile weeks week people ans mois jours heures minutes anos meses
  dias horas times fois veces personne personnes persons personas في من على أو و مع عن lane lanes new main different`)
const MAIN = listOf('main new')

function isHouseNumber(word: Word | undefined): word is Word {
  return (
    word !== undefined &&
    /^\d{1,5}[a-d]?$/i.test(word.text) &&
    !word.inAddress &&
    !/[.,$€£]$/.test(word.gap.replace(/[,.] $/, ''))
  )
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text)
}

function isNear(word: Word | undefined): boolean {
  return word !== undefined && /^(,? ?|\. ?|[-'’]| ?[-'’] ?)$/.test(word.gap)
}

const STREET = listOf('street avenue ave road rd boulevard blvd crescent cres parkway pkwy')
/** Words that mean many things; a street only after a name with a capital. */
const PERHAPS_STREET = listOf(
  'st str drive dr court ct lane ln way place pl square sq terrace terr circle trail row gardens highway hwy close hill heights park',
)

/** `333 Willow Court`, `12 5th Avenue`. */
function nameThenStreet(words: readonly Word[], at: number): number | undefined {
  if (!isHouseNumber(words[at])) return undefined
  for (let names = 1; names <= 4; names++) {
    const name = words[at + names]
    const type = words[at + names + 1]
    if (!name || !isNear(name) || (NOT_A_NAME.has(name.plain) && !MAIN.has(name.plain)) || isDigits(name))
      return undefined
    if (!type || !isNear(type)) return undefined
    const side = SIDE.has(words[at + names + 2]?.plain ?? '') && words[at + names + 2]?.gap === ' ' ? 1 : 0
    if (STREET.has(type.plain)) return names + 2 + side
    const capitals = Array.from({ length: names }, (_, name) => words[at + name + 1]).every(isCapital)
    if (PERHAPS_STREET.has(type.plain) && capitals && isCapital(type)) return names + 2 + side
  }
  return undefined
}

const RUE = listOf(
  'rue boulevard boul bd blvd avenue av chemin ch impasse allee ruelle montee promenade croissant rang autoroute',
)
/** Words that mean many things; a street only before a name with a capital, or after a comma. */
const PERHAPS_RUE = listOf('place route cote voie quai passage terrasse square carre sentier av ch')
const PARTICLE = listOf('de du des d la le les l saint sainte st ste notre dame')

/** « 12, rue des Érables », « 45 bis boul. Saint-Laurent ». */
function streetThenName(words: readonly Word[], at: number): number | undefined {
  if (!isHouseNumber(words[at])) return undefined
  const extra = /^(bis|ter|quater|[a-d])$/i.test(words[at + 1]?.text ?? '') ? 1 : 0
  const type = words[at + 1 + extra]
  if (!type || !isNear(type)) return undefined
  const surely = RUE.has(type.plain) && !PERHAPS_RUE.has(type.plain)
  if (!surely && !PERHAPS_RUE.has(type.plain)) return undefined
  let next = at + 2 + extra
  while (next < at + 6 && isNear(words[next]) && PARTICLE.has(words[next]?.plain ?? '')) next++
  const name = words[next]
  if (!name || !isNear(name) || NOT_A_NAME.has(name.plain)) return undefined
  if (!surely && !isCapital(name) && !type.gap.startsWith(',')) return undefined
  return namesFrom(words, next) - at
}

/** The place after the last word of a name that begins here: its capitals, or one word. */
function namesFrom(words: readonly Word[], from: number): number {
  let next = from + 1
  for (let word = words[next]; word && next < from + 4 && /^( |-|['’])$/.test(word.gap); word = words[++next]) {
    if (!isCapital(word) && word.gap !== '-' && !SIDE.has(word.plain)) break
  }
  return next
}

/** The side of a street: « Sherbrooke Ouest », `Queen St W`. */
const SIDE = listOf('ouest est nord sud o e n s w west east north south')

const ORDINAL = /^\d{1,3}(?:e|re|er|ere|eme|ieme|th|st|nd|rd)$/

/** « 1234, 5e Avenue », `12 42nd Street`. */
function ordinalStreet(words: readonly Word[], at: number): number | undefined {
  const [number, ordinal, type] = [words[at], words[at + 1], words[at + 2]]
  if (!isHouseNumber(number) || !ordinal || !type || !isNear(ordinal) || !isNear(type) || !ORDINAL.test(ordinal.plain))
    return undefined
  return STREET.has(type.plain) || RUE.has(type.plain) ? 3 : undefined
}

const CALLE = listOf('calle avenida avda jiron paseo pasaje diagonal transversal calzada callejon')
const PERHAPS_CALLE = listOf('carrera cra kra cll cl av colonia urbanizacion')
const NUMBER = listOf('no num numero nro n')

/** « calle 5 # 12 », « Avenida Reforma 222 », « Carrera 7 # 45-12 ». */
function spanish(words: readonly Word[], at: number): number | undefined {
  const type = words[at]?.plain ?? ''
  const surely = CALLE.has(type)
  if (!surely && !PERHAPS_CALLE.has(type)) return undefined
  let marked = false
  let last = 0
  let lower = 0
  const lowerMost = type === 'calle' ? 1 : 0
  for (let next = at + 1; next <= at + 8; next++) {
    const word = words[next]
    if (!word || !/^[ ,.#°º-]{0,4}$/.test(word.gap)) break
    if (word.gap.includes('#') || NUMBER.has(word.plain)) marked = true
    if (isHouseNumber(word) && word.text.length <= 5) last = next
    else if (
      !isCapital(word) &&
      !NUMBER.has(word.plain) &&
      !/^(de|del|la|las|los|el|norte|sur|este|oeste|bis)$/.test(word.plain)
    ) {
      if (last || NOT_A_NAME.has(word.plain) || ++lower > lowerMost) break
    } else if (last && !NUMBER.has(word.plain)) break
  }
  if (!last || !(surely || marked || type === 'av')) return undefined
  const next = words[last + 1]
  const goesOn = lower > 0 && next !== undefined && next.gap === ' ' && !isCapital(next) && !NOT_A_NAME.has(next.plain)
  return goesOn ? undefined : last - at + 1
}

const ARABIC_STREET = listOf('شارع زنقة نهج زقاق')

/** « 12 شارع الحرية », « شارع الحرية رقم 12 ». */
function arabic(words: readonly Word[], at: number): number | undefined {
  const [first, second] = [words[at], words[at + 1]]
  if (isHouseNumber(first) && second && ARABIC_STREET.has(second.plain) && isNear(second)) {
    let end = at + 2
    while (end < at + 4 && words[end]?.gap === ' ' && !NOT_A_NAME.has(words[end]?.plain ?? '')) end++
    return end - at
  }
  if (!first || !ARABIC_STREET.has(first.plain)) return undefined
  for (let next = at + 1; next <= at + 5; next++) {
    const word = words[next]
    if (!word || !/^[ ,،.#]{0,3}$/.test(word.gap)) return undefined
    if (isHouseNumber(word)) return next - at + 1
  }
  return undefined
}

/** `PO Box 123`, « case postale 100 », « apartado 45 », « ص.ب 45 ». */
function box(words: readonly Word[], at: number): number | undefined {
  for (const way of BOXES) {
    const own = way.every((part, place) => words[at + place]?.plain === part)
    if (own && isDigits(words[at + way.length]) && isNear(words[at + way.length])) return way.length + 1
  }
  return undefined
}

const BOXES = waysOf(
  `p o box, po box, case postale, casier postal, apartado postal, apartado, casilla postal, casilla, ص ب, صندوق بريد`,
)

const LIVES = waysOf(
  `i live at, living at, live at, my address is, address is, j habite au, habite au, habitons au, reside au, mon adresse est le, mon adresse est, adresse, address, vivo en, vivimos en, mi direccion es, direccion, عنواني, عنوان, اسكن في, أسكن في`,
)

/** Where the words say that somebody lives there, a number and a name are enough: « j'habite au 12 des Pins ». */
function livesAt(words: readonly Word[], at: number): number | undefined {
  const number = words[at]
  if (!isHouseNumber(number) || !/^\d{1,5}$/.test(number.text)) return undefined
  const told = LIVES.some((way) => way.every((part, place) => words[at - way.length + place]?.plain === part))
  if (!told) return undefined
  let next = at + 1
  while (next < at + 4 && isNear(words[next]) && PARTICLE.has(words[next]?.plain ?? '')) next++
  const name = words[next]
  if (!name || !isNear(name) || !(isCapital(name) || /^\p{Script=Arabic}/u.test(name.text))) return undefined
  return namesFrom(words, next) - at
}
