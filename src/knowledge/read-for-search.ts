import type { Language } from '../language/languages.ts'
import { QUESTION_WORDS } from '../language/stop-words.ts'
import { isStopWord, stem, tokens } from '../language/text.ts'
import { type Way, wayOf } from './phrasings.ts'
import type { SearchDocument } from './search.ts'
import type { Senses } from './synonyms.ts'
import { type Bag, put } from './word-index.ts'

/** What a word counts by where it stands. */
const WORTH = { text: 1, heading: 1.5, title: 2, question: 0.5, summary: 1 } as const

/** What an article says of itself, as it is searched: its title, its summary and its questions. */
export interface SearchedHead {
  readonly bag: Bag
  readonly length: number
  readonly ways: readonly Way[]
  /** Every word as it is written. */
  readonly words: ReadonlySet<string>
}

/** A passage as it is searched. */
export interface SearchedPassage {
  /** Its words, and those of its article's title. */
  readonly bag: Bag
  /** Its words alone. */
  readonly own: Bag
  readonly length: number
  readonly pairs: Bag
  /** The question words of its heading (« Combien verse… »). */
  readonly cues: ReadonlySet<string>
  /** Every word as it is written. */
  readonly words: ReadonlySet<string>
}

export function readHead(document: SearchDocument, language: Language, senses: Senses): SearchedHead {
  const words = new Set<string>()
  const read = (text: string) => withSenses(stemsOf(text, language, words), senses)
  const title = read(document.title)
  const summary = read(document.summary ?? '')
  const questions = document.questions.flatMap(read)
  const bag = new Map<string, number>()
  put(bag, title, WORTH.title)
  put(bag, summary, WORTH.summary)
  put(bag, questions, WORTH.question)
  const ways = [document.title, ...document.questions].map((text) => wayOf(text, language, senses))
  return { bag, length: title.length + summary.length + questions.length, ways, words }
}

export function readPassage(document: SearchDocument, language: Language, senses: Senses): SearchedPassage {
  const words = new Set<string>()
  const [heading, text] = [stemsOf(document.heading, language, words), stemsOf(document.text, language, words)]
  const [itsHeading, itsText] = [withSenses(heading, senses), withSenses(text, senses)]
  const own = new Map<string, number>()
  put(own, itsHeading, WORTH.heading)
  put(own, itsText, WORTH.text)
  const bag = new Map(own)
  put(bag, withSenses(stemsOf(document.title, language), senses), 1)
  const pairs = new Map<string, number>()
  put(pairs, pairsOf(heading), 1)
  put(pairs, pairsOf(text), 1)
  const cues = cuesOf(tokens(document.heading), language)
  return { bag, own, length: itsHeading.length + itsText.length, pairs, cues, words }
}

function stemsOf(text: string, language: Language, words?: Set<string>): string[] {
  const stems: string[] = []
  for (const word of tokens(text)) {
    if (isStopWord(word, language)) continue
    words?.add(word)
    stems.push(stem(word, language))
  }
  return stems
}

function withSenses(stems: readonly string[], senses: Senses): readonly string[] {
  return [...stems, ...senses.among(stems).map(({ sense }) => sense)]
}

/** The question words among words. */
export function cuesOf(words: readonly string[], language: Language): ReadonlySet<string> {
  return new Set(words.filter((word) => QUESTION_WORDS[language].has(word)))
}

/** Neighbouring words as one. */
export function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((word, at) => `${stems[at]} ${word}`)
}
