import type { Language } from '../language/languages.ts'
import { Phrasings, type Way } from './phrasings.ts'
import { readForSearch, type SearchedArticle } from './read-for-search.ts'
import type { SearchDocument } from './search.ts'
import { Spelling } from './spelling.ts'
import { Senses } from './synonyms.ts'
import { type Bag, NO_WORDS, type Reworded, type Saturation, WordIndex } from './word-index.ts'

/**
 * A language's passages and articles, ready to be searched; an article and a passage are numbers here. What takes the
 * place of another keeps its number, so that a change of one article need not count all the others again.
 */
export interface Searched {
  readonly language: Language
  readonly documents: readonly SearchDocument[]
  /** The passages of each article, in the order of its text. */
  readonly passagesOf: readonly (readonly number[])[]
  readonly ids: readonly string[]
  /** The place of each article among the others: of two that are found equally well, the first comes first. */
  readonly rank: readonly number[]
  readonly weights: readonly number[]
  readonly hasQuestions: readonly boolean[]
  readonly articles: WordIndex
  readonly passages: WordIndex
  readonly subjects: WordIndex
  readonly pairs: WordIndex
  /** For each passage, the question words of its heading (« Combien verse… »). */
  readonly cues: readonly ReadonlySet<string>[]
  readonly phrasings: Phrasings
  readonly senses: Senses
  readonly spelling: Spelling
  /** How rare a word is among whole articles, and among their subjects: « MIFI » stands in most texts and in few titles. */
  readonly rarity: (word: string) => number
  readonly subjectRarity: (word: string) => number
  /** What the next one is made of. */
  readonly kept: Kept
}

/** The passages of one article; the same list as long as nothing in it changes. */
export type Documents = readonly SearchDocument[]

interface Kept {
  readonly numbers: ReadonlyMap<string, number>
  /** By article number; none where the article is gone. */
  readonly sources: readonly (Documents | undefined)[]
  readonly ways: readonly (readonly Way[])[]
  readonly lengths: Readonly<Record<'articles' | 'subjects' | 'passages', readonly number[]>>
  /** In how many articles each word stands as it is written. */
  readonly words: ReadonlyMap<string, number>
}

const LONG: Saturation = { k: 1.6, b: 0.75 }
/** Titles, questions and pairs: being longer is held against them less. */
const SHORT: Saturation = { k: 1.2, b: 0.4 }
/** The length of what is gone. */
const GONE = -1

/** Makes a language's articles ready to be searched. */
export function searched(
  groups: readonly Documents[],
  language: Language,
  synonyms: readonly (readonly string[])[],
): Searched {
  const senses = new Senses(synonyms, language)
  const nothing = WordIndex.of([], [], LONG)
  const empty: Draft = {
    ...draftOf(undefined),
    indexes: { articles: nothing, subjects: nothing, passages: nothing, pairs: nothing },
  }
  const read = groups.map((documents) => ({ documents, read: readForSearch(documents, language, senses) }))
  for (const one of read) place(empty, one.documents, one.read)
  const bags = { articles: [] as Bag[], subjects: [] as Bag[], passages: [] as Bag[], pairs: [] as Bag[] }
  for (const { read: its } of read) {
    bags.articles.push(its.whole)
    bags.subjects.push(its.subject)
    for (const passage of its.passages) {
      bags.passages.push(passage.bag)
      bags.pairs.push(passage.pairs)
    }
  }
  const { lengths } = empty
  return finished(empty, groups, language, senses, {
    articles: WordIndex.of(bags.articles, lengths.articles, LONG),
    subjects: WordIndex.of(bags.subjects, lengths.subjects, SHORT),
    passages: WordIndex.of(bags.passages, lengths.passages, LONG),
    pairs: WordIndex.of(bags.pairs, lengths.passages, SHORT),
  })
}
