import type { Way } from './phrasings.ts'
import type { SearchedHead, SearchedPassage } from './read-for-search.ts'
import type { SearchDocument } from './search.ts'

/** The passages of one article; the same list, and the same passages, as long as nothing in them changes. */
export type Documents = readonly SearchDocument[]

/**
 * What is searched, by number: articles and passages have numbers of their own. What takes the place of another keeps
 * its number, so that a change of one article need not move all the others; what is gone leaves its number empty.
 */
export interface Slots {
  readonly numbers: Map<string, number>
  /** By article number; an article that is gone has none. */
  readonly sources: (Documents | undefined)[]
  readonly ids: string[]
  readonly weights: number[]
  readonly hasQuestions: boolean[]
  readonly ways: (readonly Way[])[]
  /** The passages of each article, in the order of its text. */
  readonly passagesOf: (readonly number[])[]
  /** By passage number. */
  readonly documents: SearchDocument[]
  readonly cues: ReadonlySet<string>[]
  /** By article number, and by passage number. */
  readonly lengths: { readonly whole: number[]; readonly subject: number[]; readonly passage: number[] }
  /** In how many heads and passages each word stands as it is written. */
  readonly words: Map<string, number>
}

/** The length of what is gone. */
export const GONE = -1

export function emptySlots(): Slots {
  return {
    numbers: new Map(),
    sources: [],
    ids: [],
    weights: [],
    hasQuestions: [],
    ways: [],
    passagesOf: [],
    documents: [],
    cues: [],
    lengths: { whole: [], subject: [], passage: [] },
    words: new Map(),
  }
}

export function copyOf(slots: Slots): Slots {
  const { numbers, words, lengths } = slots
  return {
    numbers: new Map(numbers),
    words: new Map(words),
    lengths: { whole: [...lengths.whole], subject: [...lengths.subject], passage: [...lengths.passage] },
    sources: [...slots.sources],
    ids: [...slots.ids],
    weights: [...slots.weights],
    hasQuestions: [...slots.hasQuestions],
    ways: [...slots.ways],
    passagesOf: [...slots.passagesOf],
    documents: [...slots.documents],
    cues: [...slots.cues],
  }
}

/** The number of an article, a new one where it has none yet. */
export function numberOf(slots: Slots, article: string): number {
  const known = slots.numbers.get(article)
  if (known !== undefined) return known
  slots.numbers.set(article, slots.ids.length)
  slots.passagesOf.push([])
  return slots.ids.push(article) - 1
}

export function putHead(slots: Slots, at: number, document: SearchDocument, read: SearchedHead): void {
  slots.weights[at] = document.weight ?? 1
  slots.hasQuestions[at] = document.questions.length > 0
  slots.ways[at] = read.ways
  slots.lengths.subject[at] = read.length
  countWords(slots, read.words, 1)
}

export function takeHead(slots: Slots, at: number, read: SearchedHead): void {
  slots.ways[at] = []
  slots.lengths.subject[at] = GONE
  countWords(slots, read.words, -1)
}

export function putPassage(slots: Slots, passage: number, document: SearchDocument, read: SearchedPassage): void {
  slots.documents[passage] = document
  slots.cues[passage] = read.cues
  slots.lengths.passage[passage] = read.length
  countWords(slots, read.words, 1)
}

export function takePassage(slots: Slots, passage: number, read: SearchedPassage): void {
  slots.lengths.passage[passage] = GONE
  countWords(slots, read.words, -1)
}

/** Notes what an article is made of now; nothing where it is gone. */
export function settle(slots: Slots, at: number, documents: Documents | undefined, passages: readonly number[]): void {
  slots.sources[at] = documents
  slots.passagesOf[at] = passages
  const { whole, subject, passage } = slots.lengths
  whole[at] = documents ? passages.reduce((sum, each) => sum + (passage[each] ?? 0), subject[at] ?? 0) : GONE
  if (!documents) slots.numbers.delete(slots.ids[at] ?? '')
}

/** Whether so many places are empty that it is better to begin anew. */
export function isSparse({ numbers, ids, lengths }: Slots): boolean {
  const empty = lengths.passage.filter((length) => length === GONE).length
  return ids.length - numbers.size > ids.length / 4 || empty > lengths.passage.length / 4
}

function countWords(slots: Slots, words: Iterable<string>, sign: 1 | -1): void {
  for (const word of words) {
    const count = (slots.words.get(word) ?? 0) + sign
    if (count > 0) slots.words.set(word, count)
    else slots.words.delete(word)
  }
}
