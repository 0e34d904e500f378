import type { Language } from '../language/languages.ts'
import { bestPassage } from './best-passage.ts'
import { type Certainty, certaintyOf } from './certainty.ts'
import { type Question, readQuestion, type Wanted } from './question.ts'
import { pairsOf } from './read-for-search.ts'
import { type Searched, searched, searchedAfter } from './searched.ts'
import type { Documents } from './slots.ts'
import type { WordIndex } from './word-index.ts'

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
  /** 0 to 1, 1 where nothing is said: between articles found about equally well, the heavier one comes first. */
  readonly weight?: number
}

export interface Hit {
  readonly article: string
  readonly passage: string
  readonly score: number
}

export interface Found {
  readonly certainty: Certainty
  /** The best passage of each article, best article first, up to ten. */
  readonly hits: readonly Hit[]
}

export interface Searcher {
  search(question: string): Found
  /** A searcher over these articles, made of this one: an article whose list of passages is the same is not read again. */
  after(groups: readonly Documents[]): Searcher
}

const MOST_HITS = 10

/** What each evidence counts beside the words of the whole article; a title alone tells less of a subject than questions do. */
const COUNTS = { passage: 0.5, neighbours: 0.3, subject: 0.7, title: 0.25, near: 2, same: 8, weight: 0.1 } as const
/** From this nearness on, a question is one of the article's own. */
const SAME = 0.9
/**
 * A searcher over one language's passages. What speaks for an article adds up, each word counting by its rarity:
 * the words in the whole article; the best passage and the neighbouring words that stand together in it; the words of
 * its subject (title, questions, summary); and how near one of its own questions comes to this one. Of a word and its
 * synonyms only the best counts.
 *
 * The scoring is our own and not MiniSearch's, which knows one kind of document, adds synonyms up, and does not see
 * that words stand together.
 */
export function buildSearcher(
  documents: readonly SearchDocument[],
  language: Language,
  synonyms: readonly (readonly string[])[],
): Searcher {
  const groups = new Map<string, SearchDocument[]>()
  for (const document of documents) {
    const own = groups.get(document.article)
    if (own) own.push(document)
    else groups.set(document.article, [document])
  }
  return searcherOver([...groups.values()], language, synonyms)
}

/** The same, of articles that are each given as the list of their passages. */
export function searcherOver(
  groups: readonly Documents[],
  language: Language,
  synonyms: readonly (readonly string[])[],
): Searcher {
  return searcherOf(searched(groups, language, synonyms))
}

function searcherOf(library: Searched): Searcher {
  return {
    search: (question) => find(readQuestion(question, library.language, library), library),
    after: (groups) => searcherOf(searchedAfter(library, groups)),
  }
}

function find(question: Question, library: Searched): Found {
  const { articles, passages, subjects, rank, rarity, subjectRarity } = library
  const whole = scores(question.wanted, articles, rarity)
  const subject = scores(question.wanted, subjects, subjectRarity)
  const parts = scores(question.wanted, passages, rarity)
  const together = neighbours(question.stems, library)
  const near = library.phrasings.nearness(question.stems, question.put, articles.size)

  const score = whole.map((inWhole, article) => {
    let best = 0
    for (const at of library.passagesOf[article] ?? []) {
      best = Math.max(best, COUNTS.passage * (parts[at] ?? 0) + COUNTS.neighbours * (together[at] ?? 0))
    }
    const nearness = near[article] ?? 0
    const phrasing = COUNTS.near * nearness ** 2 + (nearness >= SAME ? COUNTS.same * nearness : 0)
    const subjectCounts = library.hasQuestions[article] ? COUNTS.subject : COUNTS.title
    const evidence = inWhole + best + subjectCounts * (subject[article] ?? 0) + phrasing * question.asked
    return evidence * (1 - COUNTS.weight * (1 - (library.weights[article] ?? 1)))
  })
  const order = [...score.keys()]
    .filter((article) => (score[article] ?? 0) > 0)
    .sort((one, other) => (score[other] ?? 0) - (score[one] ?? 0) || (rank[one] ?? 0) - (rank[other] ?? 0))
    .slice(0, MOST_HITS)
  const hits = order.map(
    (article): Hit => ({
      article: library.ids[article] ?? '',
      passage: library.documents[bestPassage(article, question, library)]?.id ?? '',
      score: score[article] ?? 0,
    }),
  )
  const [first = -1, second = -1] = order
  const evidence = { score: score[first] ?? 0, next: score[second] ?? 0, asked: question.asked }
  return { certainty: certaintyOf(evidence), hits }
}

/** What the wanted words are worth in each text of an index. */
function scores(wanted: readonly Wanted[], index: WordIndex, rarity: (word: string) => number): Float64Array {
  const sum = new Float64Array(index.size)
  for (const one of wanted) {
    const [choice, ...others] = one.kind === 'word' ? one.choices : []
    if (choice && others.length === 0) {
      index.add(sum, choice.word, choice.trust * rarity(choice.word))
    } else {
      const own = bestOf(one, index, rarity)
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (own[at] ?? 0)
    }
  }
  return sum
}

/** Of a word and its synonyms, of the words of a phrase and what they mean together, the best counts. */
function bestOf(wanted: Wanted, index: WordIndex, rarity: (word: string) => number): Float64Array {
  const isPhrase = wanted.kind === 'phrase'
  const own = isPhrase ? scores(wanted.parts, index, rarity) : new Float64Array(index.size)
  for (const { word, trust } of isPhrase ? [wanted.together] : wanted.choices) {
    index.raise(own, word, trust * rarity(word))
  }
  return own
}

/** Words that follow one another in the question and in a passage. */
function neighbours(stems: readonly string[], { pairs }: Searched): Float64Array {
  const sum = new Float64Array(pairs.size)
  for (const pair of new Set(pairsOf(stems))) pairs.add(sum, pair, pairs.rarity(pair))
  return sum
}
