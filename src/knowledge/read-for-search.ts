import type { Language } from '../language/languages.ts'
import { QUESTION_WORDS } from '../language/stop-words.ts'
import { isStopWord, stem, tokens } from '../language/text.ts'
import { type Way, wayOf } from './phrasings.ts'
import type { SearchDocument } from './search.ts'
import type { Senses } from './synonyms.ts'
import { type Bag, put } from './word-index.ts'

/** What a word counts by where it stands. */
const WORTH = { text: 1, heading: 1.5, title: 2, question: 0.5, summary: 1 } as const

/** An article as it is searched: its words by where they stand. */
export interface SearchedArticle {
  readonly whole: Bag
  readonly length: number
  /** Of its title, questions and summary. */
  readonly subject: Bag
  readonly subjectLength: number
  readonly passages: readonly SearchedPassage[]
  /** Its title and its questions. */
  readonly ways: readonly Way[]
  /** Every word of it as it is written. */
  readonly words: ReadonlySet<string>
}

export interface SearchedPassage {
  readonly bag: Bag
  readonly length: number
  readonly pairs: Bag
  /** The question words of its heading (« Combien verse… »). */
  readonly cues: ReadonlySet<string>
}

/** Reads an article's passages for search. */
export function readForSearch(
  documents: readonly SearchDocument[],
  language: Language,
  senses: Senses,
): SearchedArticle {
  const words = new Set<string>()
  const read = (text: string): string[] => {
    const stems: string[] = []
    for (const word of tokens(text)) {
      if (isStopWord(word, language)) continue
      words.add(word)
      stems.push(stem(word, language))
    }
    return stems
  }
  const withSenses = (stems: readonly string[]) => [...stems, ...senses.among(stems).map(({ sense }) => sense)]
  const [first] = documents
  const title = withSenses(read(first?.title ?? ''))
  const summary = withSenses(read(first?.summary ?? ''))
  const questions = first?.questions.flatMap((question) => withSenses(read(question))) ?? []
  const [whole, subject] = [new Map<string, number>(), new Map<string, number>()]
  for (const bag of [whole, subject]) {
    put(bag, title, WORTH.title)
    put(bag, summary, WORTH.summary)
    put(bag, questions, WORTH.question)
  }
  const subjectLength = title.length + summary.length + questions.length
  const passages = documents.map((document): SearchedPassage => {
    const [heading, text] = [read(document.heading), read(document.text)]
    const [itsHeading, itsText] = [withSenses(heading), withSenses(text)]
    const bag = new Map<string, number>()
    for (const one of [bag, whole]) {
      put(one, itsHeading, WORTH.heading)
      put(one, itsText, WORTH.text)
    }
    put(bag, title, 1)
    const pairs = new Map<string, number>()
    put(pairs, pairsOf(heading), 1)
    put(pairs, pairsOf(text), 1)
    const cues = cuesOf(tokens(document.heading), language)
    return { bag, length: itsHeading.length + itsText.length, pairs, cues }
  })
  return {
    whole,
    length: passages.reduce((sum, passage) => sum + passage.length, subjectLength),
    subject,
    subjectLength,
    passages,
    ways: first ? [first.title, ...first.questions].map((text) => wayOf(text, language, senses)) : [],
    words,
  }
}

/** The question words among words. */
export function cuesOf(words: readonly string[], language: Language): ReadonlySet<string> {
  return new Set(words.filter((word) => QUESTION_WORDS[language].has(word)))
}

/** Neighbouring words as one. */
export function pairsOf(stems: readonly string[]): string[] {
  return stems.slice(1).map((word, at) => `${stems[at]} ${word}`)
}
