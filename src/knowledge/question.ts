import type { Language } from '../language/languages.ts'
import { isStopWord, stem, tokens } from '../language/text.ts'
import type { Spelling } from './spelling.ts'
import type { Senses } from './synonyms.ts'
import type { WordIndex } from './word-index.ts'

/** A word that would answer a word of the question: itself, what it was meant to be, or a synonym. */
export interface Choice {
  readonly word: string
  readonly trust: number
}

/** What is asked for: a word, or a phrase whose words may be answered together by a synonym. `rarity` is what finding it tells. */
export type Wanted =
  | { readonly kind: 'word'; readonly choices: readonly Choice[]; readonly rarity: number; readonly known: boolean }
  | { readonly kind: 'phrase'; readonly parts: readonly Wanted[]; readonly together: Choice; readonly rarity: number }

/** A question as it is searched. */
export interface Question {
  readonly wanted: readonly Wanted[]
  /** The stems, each as it was probably meant, in the order of the question. */
  readonly stems: readonly string[]
  /** Every word, stop words too: how the question is put. */
  readonly put: readonly string[]
  /** How much the words would tell if they were found. */
  readonly asked: number
}

export interface Vocabulary {
  readonly articles: WordIndex
  readonly senses: Senses
  readonly spelling: Spelling
}

const SYNONYM = 0.9

export function readQuestion(text: string, language: Language, vocabulary: Vocabulary): Question {
  const put = tokens(text)
  const words: Choice[][] = []
  const seen = new Set<string>()
  for (const word of put) {
    if (isStopWord(word, language)) continue
    words.push(...meant(word, language, vocabulary))
  }
  const stems = words.map(([first]) => first?.word ?? '')
  const wanted = readPhrases(words, stems, vocabulary).filter((one) => isNew(one, seen))
  return { wanted, stems, put, asked: sum(wanted.map((one) => one.rarity)) }
}

/** The words that a written word stands for, each with its choices: mostly one word with one choice. */
function meant(word: string, language: Language, { articles, senses, spelling }: Vocabulary): Choice[][] {
  const itself = stem(word, language)
  if (articles.has(itself) || senses.knows(itself)) return [[{ word: itself, trust: 1 }]]
  const parts = spelling.parts(word)
  if (parts) return parts.map((part) => [{ word: part.stem, trust: part.trust }])
  const nearest = spelling.nearest(word)
  if (nearest.length) return [nearest.map(({ stem: near, trust }) => ({ word: near, trust }))]
  return [[{ word: itself, trust: 1 }]]
}

/** Puts the words that a phrase of the glossary holds together; the longest phrase wins. */
function readPhrases(words: readonly Choice[][], stems: readonly string[], { articles, senses }: Vocabulary): Wanted[] {
  const found = senses.among(stems)
  const leaves = words.map((choices, at): Wanted => {
    const synonyms = found.filter((sense) => sense.from === at && sense.length === 1)
    const trust = choices[0]?.trust ?? 0
    const all = [...choices, ...synonyms.map(({ sense }) => ({ word: sense, trust: SYNONYM * trust }))].filter(
      (choice) => articles.has(choice.word),
    )
    const rarity = all.length ? Math.max(...all.map((choice) => articles.rarity(choice.word))) : articles.rarity('')
    return { kind: 'word', choices: all, rarity, known: all.length > 0 }
  })
  const phrases = found
    .filter((sense) => sense.length > 1 && articles.has(sense.sense))
    .sort((one, other) => other.length - one.length || one.from - other.from)
  const taken = new Array<boolean>(words.length).fill(false)
  const starts = new Map<number, { length: number; wanted: Wanted }>()
  for (const { from, length, sense } of phrases) {
    if (taken.slice(from, from + length).some(Boolean)) continue
    taken.fill(true, from, from + length)
    const parts = leaves.slice(from, from + length)
    const together = { word: sense, trust: SYNONYM * (1 + 0.25 * (length - 1)) }
    const rarity = Math.max(
      together.trust * articles.rarity(sense),
      sum(parts.filter(isKnown).map((part) => part.rarity)),
    )
    starts.set(from, { length, wanted: { kind: 'phrase', parts, together, rarity } })
  }
  const wanted: Wanted[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = starts.get(at)
    const leaf = leaves[at]
    if (phrase) wanted.push(phrase.wanted)
    else if (leaf) wanted.push(leaf)
    at += phrase?.length ?? 1
  }
  return wanted
}

function isKnown(wanted: Wanted): boolean {
  return wanted.kind === 'phrase' || wanted.known
}

/** A word asked for twice is asked for once. */
function isNew(wanted: Wanted, seen: Set<string>): boolean {
  const key = wanted.kind === 'phrase' ? wanted.together.word : wanted.choices.map((choice) => choice.word).join(' ')
  if (key === '') return true
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
