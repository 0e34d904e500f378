import type { Language } from '../language/languages.ts'
import { terms, tokens, typosBetween } from '../language/text.ts'
import { countriesIn } from './countries.ts'
import type { Recognised } from './occupations.ts'
import type { Shelf } from './shelf.ts'
import { covers, inDoubt, matchesIn, type Place, plain, stemsOf, type Ways, waysOf } from './ways.ts'

export { plain } from './ways.ts'

/** What words mean as an answer to a question: a value, a few to confirm, or nothing. */
export type Understood =
  | { readonly is: 'value'; readonly value: string }
  | { readonly is: 'perhaps'; readonly values: readonly string[] }
  | { readonly is: 'nothing' }

const NOTHING: Understood = { is: 'nothing' }

/**
 * Understands an answer to the question that is open: its label, its number (« 2 », « deux »), another way of
 * saying it, in any of our languages, with a typing error; a trade in the person's own words.
 */
export function understandAnswer(text: string, place: Place, language: Language, shelf: Shelf): Understood {
  const { question } = place
  if (isQuestion(text) && !isAnswerAsItStands(text, place, language, shelf)) return NOTHING
  if (question.kind === 'occupation') return ofOccupation(shelf.occupations.recognise(text, language))
  const said = plain(text)
  const number = numberOf(said)
  const numbered = number === undefined ? undefined : question.options[number - 1]
  if (numbered) return { is: 'value', value: numbered }
  const ways = waysOf(place, language, shelf)
  const same = ways.exact.get(said)
  if (same) return one(same)
  const stems = stemsOf(text, language)
  const doubtful = inDoubt(text, language, ways)
  const weigh = (values: readonly string[]) => weighed(values, doubtful)
  const inside = standingIn(said, stems, ways)
  const found = question.options.filter((value) => inside.has(value))
  if (found.length) return weigh(found)
  const part = partsOfLabels(said, language, ways)
  if (part.length) return weigh(part)
  const countries = [...new Set(countriesIn(text).flatMap((country) => optionOf(country, question.options)))]
  if (countries.length) return weigh(countries)
  if (said.length < 4) return NOTHING
  const close = ways.all.filter(
    ({ way }) => typosBetween(way, said, way.length > 8 ? 2 : 1) <= (way.length > 8 ? 2 : 1),
  )
  if (close.length) return weigh(close.map(({ value }) => value))
  const words = wordsToCompare(said, language)
  const inLabel = ways.labels.filter((label) => isNearlyPartOf(words, label.words))
  return weigh(
    (inLabel.length ? inLabel : ways.all.filter((way) => isNearlyPartOf(words, way.words))).map(({ value }) => value),
  )
}

/** Whether what was said is one of the ways of answering, word for word: a button, most often. */
export function isAnswerAsItStands(text: string, place: Place, language: Language, shelf: Shelf): boolean {
  return waysOf(place, language, shelf).exact.has(plain(text))
}

/** The answer that a longer message holds to a question that is not open: only what is said in so many words. */
export function spotAnswer(text: string, place: Place, language: Language, shelf: Shelf): string | undefined {
  return spotAnswers(text, [place], language, shelf)[place.name]
}

/**
 * The answers that a longer message holds to several questions, by their names. Words that one question uses are not
 * another's: the longest way wins (« formée au Maroc » is no place where one is). In doubt nothing is found.
 */
export function spotAnswers(
  text: string,
  places: readonly Place[],
  language: Language,
  shelf: Shelf,
): Record<string, string> {
  const stems = stemsOf(text, language)
  const all = places.flatMap((place) => {
    const ways = waysOf(place, language, shelf)
    return matchesIn(stems, ways.byStem)
      .filter(({ way }) => !way.alone && way.way.length > 3)
      .map((match) => ({ ...match, place, ways }))
  })
  const left = all.filter((match) => !all.some((other) => covers(other, match)))
  const told: Record<string, string> = {}
  for (const place of places) {
    const { name, question } = place
    const own = left.filter((match) => match.place === place)
    const rivals = all.filter((match) => match.place === place)
    const apart = left.filter((match) => match.place !== place && !rivals.some((rival) => covers(match, rival)))
    const doubtful = own[0] ? inDoubt(text, language, own[0].ways, apart) : new Set()
    const [value, ...others] = new Set(own.map(({ way }) => way.value).filter((each) => !doubtful.has(each)))
    if (value !== undefined && others.length === 0) told[name] = value
    if (question.kind !== 'occupation') continue
    const recognised = shelf.occupations.recognise(text, language)
    if (recognised.is === 'sure') told[name] = recognised.id
  }
  return told
}

function ofOccupation(recognised: Recognised): Understood {
  if (recognised.is === 'sure') return { is: 'value', value: recognised.id }
  if (recognised.is === 'likely') return { is: 'perhaps', values: recognised.ids }
  return NOTHING
}

function one(values: readonly string[]): Understood {
  const distinct = [...new Set(values)]
  const [value] = distinct
  if (value === undefined) return NOTHING
  return distinct.length === 1 ? { is: 'value', value } : { is: 'perhaps', values: distinct.slice(0, 3) }
}

/** What is in doubt gives way to what is not; where nothing else was said, it is confirmed. */
function weighed(values: readonly string[], doubtful: ReadonlySet<string>): Understood {
  const sure = values.filter((value) => !doubtful.has(value))
  if (sure.length || values.length === 0) return one(sure)
  return { is: 'perhaps', values: [...new Set(values)].slice(0, 3) }
}

/** The options of which a way stands in an answer; the longest way wins. */
function standingIn(said: string, stems: readonly string[], ways: Ways): ReadonlySet<string> {
  const long = matchesIn(stems, ways.byStem).filter(
    ({ way }) => way.way.length > 3 && (!way.alone || stems.length <= LONG),
  )
  const found = new Set(long.filter((match) => !long.some((other) => covers(other, match))).map(({ way }) => way.value))
  for (const { way, value } of ways.all) if (way.length <= 3 && answersWith(said, way)) found.add(value)
  return found
}

/** Whether a word as short as « no » answers: only where a short answer begins with it. */
function answersWith(said: string, way: string): boolean {
  const words = said.split(' ')
  return words.length <= (words[0] === way ? LONG : FEW) && words.includes(way)
}

const FEW = 3
const LONG = 5

/** A message of some length that asks something is no answer, whatever words stand in it. */
export function isQuestion(text: string): boolean {
  return /[?؟]/.test(text) && tokens(text).length > FEW
}

/** The options whose label holds the word or three that were said: « frais » for « Payer les frais ou les examens ». */
function partsOfLabels(said: string, language: Language, { labels }: Ways): string[] {
  if (tokens(said).length > FEW) return []
  const meaning = terms(said, language)
  const saidWords = meaning.length ? meaning : tokens(said).filter((word) => word.length > 3)
  if (saidWords.length === 0) return []
  return labels.filter((label) => saidWords.every((each) => label.terms.has(each))).map(({ value }) => value)
}

/** The words of a short answer that are looked for with a typing error: « quebek », « residant permanant ». */
function wordsToCompare(said: string, language: Language): string[] {
  const words = terms(said, language).length ? tokens(said).filter((word) => word.length > 2) : []
  return words.length > FEW ? [] : words
}

function isNearlyPartOf(words: readonly string[], wayWords: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => wayWords.some((each) => each === word || isNear(word, each)))
}

function isNear(word: string, other: string): boolean {
  if (word.length < 5 || other.length < 5) return false
  const most = word.length > 8 ? 2 : 1
  return typosBetween(other, word, most) <= most
}

/** The option that a country stands for, where a question has one for places: France and Canada may have their own. */
function optionOf(country: string, options: readonly string[]): string[] {
  const own = ({ FR: 'france', CA: 'canada' } as Readonly<Record<string, string>>)[country]
  if (own && options.includes(own)) return [own]
  return options.filter((option) => option === 'elsewhere' || option === 'abroad')
}

const NUMBER_WORDS: readonly (readonly string[])[] = [
  [
    'un',
    'une',
    'premier',
    'premiere',
    'le premier',
    'one',
    'first',
    'the first',
    'uno',
    'una',
    'primero',
    'primera',
    'واحد',
    'الاول',
    '1',
  ],
  [
    'deux',
    'deuxieme',
    'le deuxieme',
    'la deuxieme',
    'two',
    'second',
    'the second',
    'dos',
    'segundo',
    'segunda',
    'اثنان',
    'الثاني',
    '2',
  ],
  [
    'trois',
    'troisieme',
    'le troisieme',
    'three',
    'third',
    'the third',
    'tres',
    'tercero',
    'tercera',
    'ثلاثه',
    'الثالث',
    '3',
  ],
  ['quatre', 'quatrieme', 'four', 'fourth', 'cuatro', 'cuarto', 'اربعه', 'الرابع', '4'],
  ['cinq', 'cinquieme', 'five', 'fifth', 'cinco', 'quinto', 'خمسه', 'الخامس', '5'],
  ['six', 'sixieme', 'sixth', 'seis', 'sexto', 'سته', 'السادس', '6'],
  ['sept', 'septieme', 'seven', 'seventh', 'siete', 'سبعه', 'السابع', '7'],
  ['huit', 'huitieme', 'eight', 'eighth', 'ocho', 'ثمانيه', 'الثامن', '8'],
]

/** The number that digits or words stand for (words from one to eight, in any of our languages). */
export function numberOf(said: string): number | undefined {
  if (/^\d{1,2}$/.test(said)) return Number(said)
  const at = NUMBER_WORDS.findIndex((words) => words.includes(said.replace(/^(numero|number|option|opcion|رقم) /, '')))
  return at < 0 ? undefined : at + 1
}
