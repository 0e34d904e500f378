import { LANGUAGES, type Language } from '../language/languages.ts'
import { fold, stem, terms, tokens } from '../language/text.ts'
import type { Question } from './define.ts'
import type { Shelf } from './shelf.ts'

/** Where a question stands: in which dialog, under which name. */
export interface Place {
  readonly dialog: string
  readonly name: string
  readonly question: Question<string>
}

/** One way of saying an option, taken apart once. */
export interface Way {
  readonly way: string
  readonly value: string
  /** Its words, folded, and their stems as the person's language makes them. */
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** Understood as a short answer to the open question only, never found in a story. */
  readonly alone: boolean
}

/** Every way of answering a question, in all languages, the person's first. */
export interface Ways {
  readonly all: readonly Way[]
  /** What each says, word for word, with the options that it means. */
  readonly exact: ReadonlyMap<string, readonly string[]>
  readonly byStem: WaysByStem
  /** The words beside which an option is in doubt. */
  readonly unless: WaysByStem
  /** The words of each option's label in the person's language. */
  readonly labels: readonly {
    readonly value: string
    readonly words: readonly string[]
    readonly terms: ReadonlySet<string>
  }[]
}

/** Ways by the stem of their first word. */
export type WaysByStem = ReadonlyMap<string, readonly Way[]>

/** An option whose words stand in a text, from one word to before another. */
export interface Match {
  readonly way: Way
  readonly from: number
  readonly to: number
}

const made = new WeakMap<Shelf, Map<string, Ways>>()

/** The ways of answering a question, made once for a shelf. */
export function waysOf(place: Place, language: Language, shelf: Shelf): Ways {
  const ofShelf = made.get(shelf) ?? new Map<string, Ways>()
  made.set(shelf, ofShelf)
  const key = `${place.dialog}/${place.name}@${language}`
  const known = ofShelf.get(key)
  if (known) return known
  const ways = makeWays(place, language, shelf)
  ofShelf.set(key, ways)
  return ways
}

function makeWays({ dialog, name, question }: Place, language: Language, shelf: Shelf): Ways {
  const way = (text: string, value: string, alone = false): Way => {
    const words = tokens(plain(text))
    return { way: plain(text), value, words, stems: words.map((word) => stem(word, language)), alone }
  }
  const options = [language, ...LANGUAGES.filter((other) => other !== language)].flatMap((each) =>
    question.options.flatMap((value) => {
      const words = shelf.question(dialog, name, each).options[value]
      return words ? [{ value, ...words }] : []
    }),
  )
  const all = options.flatMap(({ value, label, also, alone }) => [
    ...[label, ...also].map((text) => way(text, value)),
    ...alone.map((text) => way(text, value, true)),
  ])
  const exact = new Map<string, string[]>()
  for (const each of all) exact.set(each.way, [...(exact.get(each.way) ?? []), each.value])
  return {
    all,
    exact,
    byStem: byFirstStem(all),
    unless: byFirstStem(
      options.flatMap(({ value, unless }) =>
        unless.map((text) => ({ ...way(text, value), stems: formsOf(text, language) })),
      ),
    ),
    labels: question.options.flatMap((value) => {
      const label = shelf.question(dialog, name, language).options[value]?.label
      if (label === undefined) return []
      return [{ value, words: tokens(plain(label)), terms: new Set([...terms(label, language), ...tokens(label)]) }]
    }),
  }
}

function byFirstStem(ways: readonly Way[]): Map<string, Way[]> {
  const found = new Map<string, Way[]>()
  for (const way of ways) {
    const first = way.stems[0]
    if (first === undefined) continue
    const others = found.get(first)
    if (others) others.push(way)
    else found.set(first, [way])
  }
  return found
}

/** The stems of a text's words, as ways are compared with it. */
export function stemsOf(text: string, language: Language): string[] {
  return tokens(plain(text)).map((word) => stem(word, language))
}

/** The ways whose words stand in a text one after the other, by their stems. */
export function matchesIn(stems: readonly string[], ways: WaysByStem): Match[] {
  return stems.flatMap((first, from) =>
    (ways.get(first) ?? [])
      .filter((way) => way.stems.every((each, ahead) => stems[from + ahead] === each))
      .map((way) => ({ way, from, to: from + way.stems.length })),
  )
}

/** The words of a text as those that bring doubt are compared: "worked" is not "work"; Arabic is compared by stems. */
function formsOf(text: string, language: Language): string[] {
  return tokens(plain(text)).map((word) => (/^[a-z\d]/.test(word) ? word : stem(word, language)))
}

/** The options in doubt for the words beside them. A word inside what was found for another question is used up: « étudié en français ». */
export function inDoubt(
  text: string,
  language: Language,
  { unless }: Ways,
  found: readonly Match[] = [],
): ReadonlySet<string> {
  if (unless.size === 0) return new Set()
  const doubts = matchesIn(formsOf(text, language), unless)
  const left = doubts.filter((doubt) => doubt.to - doubt.from > 1 || !found.some((match) => covers(match, doubt)))
  return new Set(left.map(({ way }) => way.value))
}

/** Whether one match uses the words of another, and more. */
export function covers(one: Match, other: Match): boolean {
  return one.from < other.to && other.from < one.to && one.to - one.from > other.to - other.from
}

/** Words as they are compared with an option. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[.,;:!?¿¡؟«»"()-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
