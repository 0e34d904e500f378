import { LANGUAGES, type Language } from '../language/languages.ts'
import { fold, stem, terms, tokens, typosBetween } from '../language/text.ts'
import { countriesIn } from './countries.ts'
import type { Question } from './define.ts'
import type { Recognised } from './occupations.ts'
import type { Shelf } from './shelf.ts'

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
export function understandAnswer(
  text: string,
  place: { readonly dialog: string; readonly name: string; readonly question: Question<string> },
  language: Language,
  shelf: Shelf,
): Understood {
  const { question } = place
  if (isQuestion(text) && !isAnswerAsItStands(text, place, language, shelf)) return NOTHING
  if (question.kind === 'occupation') return ofOccupation(shelf.occupations.recognise(text, language))
  const said = plain(text)
  const number = numberOf(said)
  const numbered = number === undefined ? undefined : question.options[number - 1]
  if (numbered) return { is: 'value', value: numbered }
  const ways = waysOf(place, language, shelf)
  const same = ways.filter(({ way }) => way === said)
  if (same[0]) return one(same.map(({ value }) => value))
  const inside = question.options.filter((value) => ways.some((each) => each.value === value && answersWith(said, each.way, language)))
  if (inside.length) return one(inside)
  const labels = shelf.question(place.dialog, place.name, language).options
  const part = question.options.filter((value) => isPartOf(said, labels[value]?.label ?? '', language))
  if (part.length) return one(part)
  const countries = [...new Set(countriesIn(text).flatMap((country) => optionOf(country, question.options)))]
  if (countries.length) return one(countries)
  if (said.length < 4) return NOTHING
  const close = ways.filter(({ way }) => typosBetween(way, said, way.length > 8 ? 2 : 1) <= (way.length > 8 ? 2 : 1))
  if (close.length) return one(close.map(({ value }) => value))
  const inLabel = question.options.filter((value) => isNearlyPartOf(said, plain(labels[value]?.label ?? ''), language))
  if (inLabel.length) return one(inLabel)
  return one(ways.filter(({ way }) => isNearlyPartOf(said, way, language)).map(({ value }) => value))
}

/** Whether what was said is one of the ways of answering, word for word: a button, most often. */
export function isAnswerAsItStands(
  text: string,
  place: { readonly dialog: string; readonly name: string; readonly question: Question<string> },
  language: Language,
  shelf: Shelf,
): boolean {
  const said = plain(text)
  return waysOf(place, language, shelf).some(({ way }) => way === said)
}

/** The answer that a longer message holds to a question that is not open: only what is said in so many words. */
export function spotAnswer(
  text: string,
  place: { readonly dialog: string; readonly name: string; readonly question: Question<string> },
  language: Language,
  shelf: Shelf,
): string | undefined {
  if (place.question.kind === 'occupation') {
    const recognised = shelf.occupations.recognise(text, language)
    return recognised.is === 'sure' ? recognised.id : undefined
  }
  const said = plain(text)
  const found = place.question.options.filter((value) =>
    waysOf(place, language, shelf).some(
      (each) => each.value === value && each.way.length > 3 && holds(said, each.way, language),
    ),
  )
  return found.length === 1 ? found[0] : undefined
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

/** Every way of saying every option, the person's language first. */
function waysOf(
  { dialog, name, question }: { readonly dialog: string; readonly name: string; readonly question: Question<string> },
  language: Language,
  shelf: Shelf,
): { way: string; value: string }[] {
  return [language, ...LANGUAGES.filter((other) => other !== language)].flatMap((each) =>
    question.options.flatMap((value) => {
      const words = shelf.question(dialog, name, each).options[value]
      return words ? [words.label, ...words.also].map((way) => ({ way: plain(way), value })) : []
    }),
  )
}

/** Whether the words of a way stand in what was said, one after the other, by their stems. */
function holds(said: string, way: string, language: Language): boolean {
  const saidStems = tokens(said).map((word) => stem(word, language))
  const wayStems = tokens(way).map((word) => stem(word, language))
  if (wayStems.length === 0) return false
  return saidStems.some((_, at) => wayStems.every((each, ahead) => saidStems[at + ahead] === each))
}

/** Whether a way stands in an answer. A word as short as « no » counts only where a short answer begins with it. */
function answersWith(said: string, way: string, language: Language): boolean {
  if (way.length > 3) return holds(said, way, language)
  const words = said.split(' ')
  return words.length <= (words[0] === way ? LONG : FEW) && words.includes(way)
}

const FEW = 3
const LONG = 5

/** A message of some length that asks something is no answer, whatever words stand in it. */
export function isQuestion(text: string): boolean {
  return /[?؟]/.test(text) && tokens(text).length > FEW
}

/** A word or three of an option's label: « frais » for « Payer les frais ou les examens ». */
function isPartOf(said: string, label: string, language: Language): boolean {
  if (tokens(said).length > 3) return false
  const meaning = terms(said, language)
  const saidWords = meaning.length ? meaning : tokens(said).filter((word) => word.length > 3)
  const labelWords = new Set([...terms(label, language), ...tokens(label)])
  return saidWords.length > 0 && saidWords.every((each) => labelWords.has(each))
}

/** A word or three of a way of answering, each with a typing error: « quebek », « residant permanant ». */
function isNearlyPartOf(said: string, way: string, language: Language): boolean {
  const words = terms(said, language).length ? tokens(said).filter((word) => word.length > 2) : []
  if (words.length === 0 || words.length > 3) return false
  const wayWords = tokens(way)
  return words.every((word) => wayWords.some((each) => each === word || isNear(word, each)))
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

/** Words as they are compared with an option. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[.,;:!?¿¡؟«»"()-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const NUMBER_WORDS: readonly (readonly string[])[] = [
  ['un', 'une', 'premier', 'premiere', 'le premier', 'one', 'first', 'the first', 'uno', 'una', 'primero', 'primera', 'واحد', 'الاول', '1'],
  ['deux', 'deuxieme', 'le deuxieme', 'la deuxieme', 'two', 'second', 'the second', 'dos', 'segundo', 'segunda', 'اثنان', 'الثاني', '2'],
  ['trois', 'troisieme', 'le troisieme', 'three', 'third', 'the third', 'tres', 'tercero', 'tercera', 'ثلاثه', 'الثالث', '3'],
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
