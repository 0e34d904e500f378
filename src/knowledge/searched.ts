import type { Language } from '../language/languages.ts'
import { QUESTION_WORDS } from '../language/stop-words.ts'
import { isStopWord, stem, tokens } from '../language/text.ts'
import { Phrasings } from './phrasings.ts'
import type { SearchDocument } from './search.ts'
import { Spelling } from './spelling.ts'
import { Senses } from './synonyms.ts'
import { type Bag, put, type Saturation, WordIndex } from './word-index.ts'

/** A language's passages and articles, ready to be searched; an article and a passage are numbers here. */
export interface Searched {
  readonly language: Language
  readonly documents: readonly SearchDocument[]
  /** The article of each passage. */
  readonly owner: readonly number[]
  /** The passages of each article, in the order of its text. */
  readonly passagesOf: readonly (readonly number[])[]
  readonly ids: readonly string[]
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
}

/** What a word counts by where it stands. */
const WORTH = { text: 1, heading: 1.5, title: 2, question: 0.5, summary: 1 } as const
const LONG: Saturation = { k: 1.6, b: 0.75 }
/** Titles, questions and pairs: being longer is held against them less. */
const SHORT: Saturation = { k: 1.2, b: 0.4 }

export function searched(
  documents: readonly SearchDocument[],
  language: Language,
  synonyms: readonly (readonly string[])[],
): Searched {
  const senses = new Senses(synonyms, language)
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

  const numbers = new Map<string, number>()
  const firsts: SearchDocument[] = []
  const owner = documents.map((document) => {
    const known = numbers.get(document.article)
    if (known !== undefined) return known
    numbers.set(document.article, firsts.length)
    return firsts.push(document) - 1
  })

  const passagesOf = firsts.map((): number[] => [])
  owner.forEach((article, at) => void passagesOf[article]?.push(at))

  const articleBags = firsts.map(() => new Map<string, number>())
  const subjectBags = firsts.map(() => new Map<string, number>())
  const articleLengths = firsts.map(() => 0)
  const subjectLengths = firsts.map(() => 0)
  const titles = firsts.map((first, article) => {
    const title = withSenses(read(first.title))
    const summary = withSenses(read(first.summary ?? ''))
    const questions = first.questions.flatMap((question) => withSenses(read(question)))
    for (const bags of [articleBags, subjectBags]) {
      const bag = bags[article] ?? new Map()
      put(bag, title, WORTH.title)
      put(bag, summary, WORTH.summary)
      put(bag, questions, WORTH.question)
    }
    subjectLengths[article] = title.length + summary.length + questions.length
    articleLengths[article] = subjectLengths[article] ?? 0
    return title
  })

  const pairBags: Bag[] = []
  const passageLengths: number[] = []
  const passageBags = documents.map((document, at) => {
    const article = owner[at] ?? 0
    const [heading, text] = [read(document.heading), read(document.text)]
    const bag = new Map<string, number>()
    const articleBag = articleBags[article] ?? new Map()
    const [itsHeading, itsText] = [withSenses(heading), withSenses(text)]
    for (const one of [bag, articleBag]) {
      put(one, itsHeading, WORTH.heading)
      put(one, itsText, WORTH.text)
    }
    put(bag, titles[article] ?? [], 1)
    const length = itsHeading.length + itsText.length
    passageLengths.push(length)
    articleLengths[article] = (articleLengths[article] ?? 0) + length
    const pairs = new Map<string, number>()
    put(pairs, pairsOf(heading), 1)
    put(pairs, pairsOf(text), 1)
    pairBags.push(pairs)
    return bag
  })

  const articles = new WordIndex(articleBags, articleLengths, LONG)
  const subjects = new WordIndex(subjectBags, subjectLengths, SHORT)
  const rarity = (word: string) => articles.rarity(word)
  const subjectRarity = (word: string) => subjects.rarity(word)
  const ways = firsts.flatMap((first, article) => [first.title, ...first.questions].map((text) => ({ article, text })))
  return {
    language,
    documents,
    owner,
    passagesOf,
    cues: documents.map(({ heading }) => cuesOf(tokens(heading), language)),
    ids: firsts.map((first) => first.article),
    weights: firsts.map((first) => first.weight ?? 1),
    hasQuestions: firsts.map((first) => first.questions.length > 0),
    articles,
    passages: new WordIndex(passageBags, passageLengths, LONG),
    subjects,
    pairs: new WordIndex(pairBags, passageLengths, SHORT),
    phrasings: new Phrasings(ways, language, senses, subjectRarity),
    senses,
    spelling: new Spelling(words, language),
    rarity,
    subjectRarity,
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
