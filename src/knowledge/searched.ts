import type { Language } from '../language/languages.ts'
import { Phrasings } from './phrasings.ts'
import { readHead, readPassage } from './read-for-search.ts'
import { changesFor } from './search-changes.ts'
import {
  copyOf,
  type Documents,
  emptySlots,
  isSparse,
  numberOf,
  putHead,
  putPassage,
  type Slots,
  settle,
} from './slots.ts'
import { Spelling } from './spelling.ts'
import { Senses } from './synonyms.ts'
import { type Bag, type Saturation, WordIndex } from './word-index.ts'

/** A language's passages and articles, ready to be searched; an article and a passage are numbers here. */
export interface Searched
  extends Pick<Slots, 'ids' | 'weights' | 'hasQuestions' | 'passagesOf' | 'documents' | 'cues'> {
  readonly language: Language
  /** The place of each article among the others: of two that are found equally well, the first one comes first. */
  readonly rank: readonly number[]
  readonly articles: WordIndex
  readonly passages: WordIndex
  readonly subjects: WordIndex
  readonly pairs: WordIndex
  readonly phrasings: Phrasings
  readonly senses: Senses
  readonly spelling: Spelling
  /** How rare a word is among whole articles, and among their subjects: « MIFI » stands in most texts and in few titles. */
  readonly rarity: (word: string) => number
  readonly subjectRarity: (word: string) => number
  /** What the next one is made of. */
  readonly slots: Slots
  readonly synonyms: readonly (readonly string[])[]
}

const LONG: Saturation = { k: 1.6, b: 0.75 }
/** Titles, questions and pairs: being longer is held against them less. */
const SHORT: Saturation = { k: 1.2, b: 0.4 }

type Indexes = Pick<Searched, 'articles' | 'subjects' | 'passages' | 'pairs'>

/** Makes a language's articles ready to be searched, each given as the list of its passages. */
export function searched(
  groups: readonly Documents[],
  language: Language,
  synonyms: readonly (readonly string[])[],
): Searched {
  const senses = new Senses(synonyms, language)
  const slots = emptySlots()
  const bags = { whole: [] as Bag[], subject: [] as Bag[], passage: [] as Bag[], pairs: [] as Bag[] }
  for (const documents of groups) {
    const [first] = documents
    if (!first) continue
    const at = numberOf(slots, first.article)
    const head = readHead(first, language, senses)
    putHead(slots, at, first, head)
    const whole = new Map(head.bag)
    const passages = documents.map((document) => {
      const read = readPassage(document, language, senses)
      const passage = slots.documents.length
      putPassage(slots, passage, document, read)
      for (const [word, count] of read.own) whole.set(word, (whole.get(word) ?? 0) + count)
      bags.passage.push(read.bag)
      bags.pairs.push(read.pairs)
      return passage
    })
    bags.whole.push(whole)
    bags.subject.push(head.bag)
    settle(slots, at, documents, passages)
  }
  const { whole, subject, passage } = slots.lengths
  const indexes = {
    articles: WordIndex.of(bags.whole, whole, LONG),
    subjects: WordIndex.of(bags.subject, subject, SHORT),
    passages: WordIndex.of(bags.passage, passage, LONG),
    pairs: WordIndex.of(bags.pairs, passage, SHORT),
  }
  return { ...whatIsFound(slots, groups, language, senses, indexes), synonyms }
}

/** The same as `searched` of these articles, made of what they were before as far as they are the same. */
export function searchedAfter(before: Searched, groups: readonly Documents[]): Searched {
  const { language, senses, synonyms } = before
  const sources = new Set(before.slots.sources)
  if (groups.filter((documents) => !sources.has(documents)).length > groups.length / 2)
    return searched(groups, language, synonyms)
  const slots = copyOf(before.slots)
  const changes = changesFor(slots, language, senses)
  const staying = new Set(groups.map(([first]) => first?.article ?? ''))
  for (const [article, at] of before.slots.numbers) if (!staying.has(article)) changes.change(at, undefined)
  for (const documents of groups) {
    const [first] = documents
    if (!first) continue
    const at = numberOf(slots, first.article)
    if (slots.sources[at] !== documents) changes.change(at, documents)
  }
  if (isSparse(slots)) return searched(groups, language, synonyms)
  const { whole, subject, passage } = slots.lengths
  const indexes = {
    articles: before.articles.with(changes.whole, whole),
    subjects: before.subjects.with(changes.subject, subject),
    passages: before.passages.with(changes.passage, passage),
    pairs: before.pairs.with(changes.pairs, passage),
  }
  return { ...whatIsFound(slots, groups, language, senses, indexes), synonyms }
}

function whatIsFound(
  slots: Slots,
  groups: readonly Documents[],
  language: Language,
  senses: Senses,
  indexes: Indexes,
): Omit<Searched, 'synonyms'> {
  const rarity = (word: string) => indexes.articles.rarity(word)
  const subjectRarity = (word: string) => indexes.subjects.rarity(word)
  const rank = slots.ids.map(() => groups.length)
  groups.forEach(([first], place) => {
    const at = slots.numbers.get(first?.article ?? '')
    if (at !== undefined) rank[at] = place
  })
  const ways = slots.ways.flatMap((own, article) => own.map((way) => ({ article, way })))
  return {
    ...slots,
    language,
    rank,
    ...indexes,
    phrasings: new Phrasings(ways, language, senses, subjectRarity),
    senses,
    spelling: new Spelling(slots.words.keys(), language),
    rarity,
    subjectRarity,
    slots,
  }
}
