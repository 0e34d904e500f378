import type { Language } from '../language/languages.ts'
import { compounds, terms, tokens } from '../language/text.ts'
import { Phrasings } from './phrasings.ts'
import { type Asked, readQuestion } from './question.ts'
import { Spelling } from './spelling.ts'
import { Senses } from './synonyms.ts'
import { put, type Saturation, WordIndex } from './word-index.ts'

/** A passage as it is searched, with what its article says of itself. */
export interface SearchDocument {
  /** Passage id. */
  readonly id: string
  readonly article: string
  readonly title: string
  readonly heading: string
  readonly text: string
  readonly summary?: string
  readonly questions: readonly string[]
  /** 0 to 1; between articles that are found equally well, the heavier one comes first. */
  readonly weight?: number
}

export interface Hit {
  readonly article: string
  readonly passage: string
  readonly score: number
}

export interface Found {
  readonly certainty: 'sure' | 'unsure' | 'nothing'
  /** The best passage of each article, best article first, up to ten. */
  readonly hits: readonly Hit[]
}

export interface Searcher {
  search(question: string): Found
}

const MOST_HITS = 10

/** What an article's words are worth by where they stand. */
const WORTH = { text: 1, heading: 1.5, title: 2, question: 1, summary: 1 } as const
const SATURATION: Saturation = { k: 1.2, b: 0.75 }
/** Titles and questions are short by nature: being longer is held against them less. */
const SHORT: Saturation = { k: 1.2, b: 0.4 }

/** What each evidence counts beside the whole article's words. */
const COUNTS = { passage: 0.5, neighbours: 0.15, subject: 0.3, phrasing: 2, samePhrasing: 8, beginning: 0.05 } as const

interface Indexed {
  readonly ids: readonly string[]
  readonly weights: readonly number[]
  readonly documents: readonly SearchDocument[]
  /** The article of each passage, as a number. */
  readonly owner: readonly number[]
  readonly articles: WordIndex
  readonly passages: WordIndex
  readonly neighbours: WordIndex
  readonly subjects: WordIndex
  readonly phrasings: Phrasings
  readonly senses: Senses
  readonly spelling: Spelling
}

/**
 * A searcher over one language's passages. An article's score adds up, in units of how rare the question's words are:
 * the words in the whole article; the best passage and the pairs of neighbouring words in it; the words of its subject
 * (title, questions, summary); and how near one of its own questions comes to this one.
 *
 * The scoring is our own rather than MiniSearch's: MiniSearch adds up fields of one kind of document, and what helps
 * here is evidence of two kinds (article and passage), synonyms of which only the best counts, and pairs of words.
 */
export function buildSearcher(
  documents: readonly SearchDocument[],
  language: Language,
  synonyms: readonly (readonly string[])[],
): Searcher {
  const indexed = index(documents, language, synonyms)
  return { search: (question) => search(readQuestion(question, language, indexed), indexed) }
}
